"""The two configuration files, read into frozen values; every fault of a file is reported at once.

`intake.toml` says where mail comes from and where results go (Config); `programme.toml` says what is asked
of applicants and how it is recognised (Programme).
"""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PositiveInt,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from intake.errors import ConfigError

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Month = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])$")]
HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+/")]
Email = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^[^@\s<>]+@[^@\s<>]+$")
]
WritableEmail = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        to_lower=True,
        pattern=r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-][A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]*@[A-Za-z0-9.-]+$",
    ),
]  # one that stands in a header as it is (RFC 5322 section 3.4.1, dot-atom)

TableT = TypeVar("TableT", bound="Table")

ITEMS = ("cover_letter", "resume", "coursework", "period", "track")
SEASONS = ("spring", "summer", "fall", "winter", "fall-winter")


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("no such time zone; expected a name like America/Los_Angeles") from error
    return name


class Table(BaseModel):
    """One table of a TOML file: unknown keys are faults, values cannot change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- programme.toml ----------------------------------------------------------------------------------


class Organisation(Table):
    """Who the programme belongs to and which mail is meant for it."""

    name: Text
    aliases: tuple[Text, ...] = ()
    addresses: Annotated[tuple[Email, ...], Field(min_length=1)]
    staff_domains: tuple[Text, ...] = ()
    region: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "US"
    country: Text = "United States"
    time_zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    hemisphere: Literal["northern", "southern"] = "northern"
    day_first: bool = False
    technologies: tuple[Text, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class Page(Table):
    """The words of the public page, which applicants paste and quote."""

    text: str = ""


class Required(Table):
    """One item an application must hold, and how people are told of it."""

    item: Literal["cover_letter", "resume", "coursework", "period", "track"]
    label: Text
    ask: Text


class Qualification(Table):
    """One desired qualification and the words that show it."""

    name: Text
    words: Annotated[tuple[Text, ...], Field(min_length=1)]


class Track(Table):
    """One area that can be applied for, and its vocabulary."""

    id: Slug
    name: Text
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    phrases: tuple[Text, ...] = ()
    hints: tuple[Text, ...] = ()
    desired: tuple[Qualification, ...] = ()
    examples: tuple[Text, ...] = ()
    counter_examples: tuple[Text, ...] = ()


class Commitment(Table):
    """How long an internship lasts, in months."""

    min_months: PositiveInt
    max_months: PositiveInt

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max_months < self.min_months:
            raise ValueError(f"max_months {self.max_months} is less than min_months {self.min_months}")
        return self


class Season(Table):
    """The months (MM) that a bare season means; an end before the start runs over the year's end."""

    id: Literal["spring", "summer", "fall", "winter", "fall-winter"]
    start: Month
    end: Month


class OpeningDates(Table):
    """One intake of interns and the days on which applications for it are taken."""

    name: Text
    season: Literal["spring", "summer", "fall", "winter", "fall-winter"]
    year: Annotated[int, Field(ge=1990, le=2200)]
    tracks: tuple[Slug, ...] = ()  # none named: all
    accepts_from: date | None = None
    accepts_until: date | None = None
    filled_on: date | None = None


class Statement(Table):
    """One thing applicants state about residence or study: its name in the record and the words that say it."""

    value: Slug
    phrases: Annotated[tuple[Text, ...], Field(min_length=1)]
    examples: tuple[Text, ...] = ()
    counter_examples: tuple[Text, ...] = ()


class Enrolment(Table):
    """How enrolment at an institution of the programme's country is recognised: by mail domain, place or name."""

    value: Slug
    phrases: tuple[Text, ...] = ()  # words that say it without naming an institution
    domains: tuple[Text, ...] = ()
    places: tuple[Text, ...] = ()
    institutions: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()
    counter_examples: tuple[Text, ...] = ()


class Eligibility(Table):
    """What the programme says on residence and study; statements in the order in which they count."""

    note: Text
    statements: tuple[Statement, ...] = ()
    enrolment: Enrolment | None = None
    elsewhere: Statement | None = None  # says that none of the conditions is met


class Retention(Table):
    """How long applications are kept after their last mail, in months."""

    months: PositiveInt


class Templates(Table):
    """The wording of the draft that asks for what is missing."""

    subject_prefix: str = "Re: "
    ask: Text


class Programme(Table):
    """What is asked of applicants: everything that another company would say differently."""

    organisation: Organisation
    page: Page = Page()
    required: Annotated[tuple[Required, ...], Field(min_length=1)]
    tracks: tuple[Track, ...] = ()
    commitment: Commitment | None = None
    seasons: tuple[Season, ...] = ()
    openings: tuple[OpeningDates, ...] = ()
    eligibility: Eligibility | None = None
    retention: Retention = Retention(months=24)
    templates: Templates | None = None
    fingerprint: str = ""  # SHA-256 of the file, so that a changed programme makes records stale

    @property
    def items(self) -> tuple[str, ...]:
        """The required items in the file's order."""
        return tuple(required.item for required in self.required)

    def season(self, name: str) -> Season | None:
        """Return the months of a season, or None where the programme does not define it."""
        return next((season for season in self.seasons if season.id == name), None)

    def track(self, name: str) -> Track | None:
        """Return the track with that id, or None."""
        return next((track for track in self.tracks if track.id == name), None)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        faults = []
        named: tuple[tuple[str, list[str]], ...] = (
            ("required item", list(self.items)),
            ("track id", [track.id for track in self.tracks]),
            ("season", [str(season.id) for season in self.seasons]),
            ("opening", [opening.name for opening in self.openings]),
        )
        for what, ids in named:
            faults += [
                f"{what} {name!r} is given twice" for name in sorted({n for n in ids if ids.count(n) > 1})
            ]
        known = {track.id for track in self.tracks}
        for opening in self.openings:
            faults += [
                f"opening {opening.name!r} names the unknown track {t!r}"
                for t in opening.tracks
                if t not in known
            ]
            if not self.season(opening.season):
                faults.append(
                    f"opening {opening.name!r} names the season {opening.season!r}, which has no [[seasons]] table"
                )
        if "track" in self.items and not self.tracks:
            faults.append("track is required, but there is no [[tracks]] table")
        if faults:
            raise ValueError("; ".join(faults))
        return self


# --- intake.toml -------------------------------------------------------------------------------------


class StorePlace(Table):
    """Where the archive, the database and the lock are."""

    directory: Path


class OAuth(Table):
    """How a mailbox is entered with OAuth 2 instead of a password; `intake login` fills `token_file`."""

    provider: Literal["google", "microsoft", "other"]
    client_id: Text
    client_secret_file: Path | None = None
    token_file: Path
    tenant: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]+$")] = "organizations"  # Microsoft's
    token_url: HttpsUrl | None = None
    device_url: HttpsUrl | None = None
    authorize_url: HttpsUrl | None = None
    scope: Text | None = None

    @model_validator(mode="after")
    def _endpoints(self) -> Self:
        if self.provider == "other" and not (self.token_url and (self.device_url or self.authorize_url)):
            raise ValueError('provider "other" needs token_url, and device_url or authorize_url')
        return self


class Mailbox(Table):
    """One IMAP account and the folders that are read."""

    name: Slug
    host: Text
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    security: Literal["tls", "starttls", "none"] = "tls"
    user: Text
    password: str | None = Field(default=None, repr=False)
    password_env: Text | None = None
    password_file: Path | None = None
    password_command: Text | None = None
    auth: Literal["password", "xoauth2", "oauthbearer"] = "password"
    oauth: OAuth | None = None
    folders: Annotated[tuple[Text, ...], Field(min_length=1)] = ("INBOX",)
    timeout: Annotated[int, Field(ge=1, le=3600)] = 60
    ca_file: Path | None = None
    drafts_folder: Text | None = None

    @property
    def real_port(self) -> int:
        """The port, or the usual one (RFC 8314): 993 with TLS, 143 else."""
        return self.port or (993 if self.security == "tls" else 143)

    @model_validator(mode="after")
    def _one_password(self) -> Self:
        ways = [
            w
            for w in ("password", "password_env", "password_file", "password_command")
            if getattr(self, w) is not None
        ]
        if self.auth != "password" or self.oauth:
            if ways or self.auth == "password" or not self.oauth:
                raise ValueError(
                    'auth = "xoauth2" or "oauthbearer" goes with a table [mailboxes.oauth] and no password'
                )
        elif len(ways) != 1:
            found = " and ".join(ways) or "none"
            raise ValueError(
                f"expected exactly one of password_command, password_env, password_file; found {found}"
            )
        if self.security == "none" and self.host not in ("localhost", "127.0.0.1", "::1"):
            raise ValueError(
                'security = "none" sends the password readable; it is for a server on this machine only'
            )
        return self


class Smtp(Table):
    """The server that mail is handed to (RFC 6409), entered as a mailbox is.

    `login` names the mailbox whose user and password, or OAuth, it takes; without it and `user`, nobody logs in.
    """

    host: Text
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    security: Literal["tls", "starttls", "none"] = "tls"
    login: Slug | None = None
    user: Text | None = None
    password_env: Text | None = None
    password_file: Path | None = None
    password_command: Text | None = None
    timeout: Annotated[int, Field(ge=1, le=3600)] = 60
    ca_file: Path | None = None

    @property
    def real_port(self) -> int:
        """The port, or the usual one (RFC 8314, RFC 6409): 465 with TLS, 587 else."""
        return self.port or (465 if self.security == "tls" else 587)

    @model_validator(mode="after")
    def _one_login(self) -> Self:
        ways = [self.password_env, self.password_file, self.password_command]
        given = sum(way is not None for way in ways)
        if self.login is not None and (self.user is not None or given):
            raise ValueError("login takes a mailbox's user and password: give no other")
        if given != (self.user is not None):
            raise ValueError(
                "user goes with exactly one of password_command, password_env, password_file, and these with user"
            )
        if self.security == "none" and self.host not in ("localhost", "127.0.0.1", "::1"):
            raise ValueError('security = "none" sends mail readable; it is for a server on this machine only')
        return self


class DigestMail(Table):
    """To whom the digest is mailed, and how: by SMTP, or put into a folder of a mailbox."""

    to: Annotated[tuple[WritableEmail, ...], Field(min_length=1)]
    sender: Annotated[WritableEmail, Field(alias="from")]
    smtp: Smtp | None = None
    mailbox: Slug | None = None
    folder: Text | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.smtp is None) == (self.folder is None) or (self.folder is None) != (self.mailbox is None):
            raise ValueError("expected either a table [digest.mail.smtp], or mailbox and folder")
        return self


class DigestPlace(Table):
    """Where the digest is written and how it shows people."""

    directory: Path
    blind: bool = False
    base_url: str | None = None
    mail: DigestMail | None = None


class Limits(Table):
    """Bounds on what one message may cost; sizes in bytes, times in seconds."""

    message_bytes: PositiveInt = 50 * 2**20
    attachment_bytes: PositiveInt = 25 * 2**20
    pages: PositiveInt = 60
    text_characters: PositiveInt = 400_000
    parts: PositiveInt = 500
    depth: PositiveInt = 20
    archive_members: PositiveInt = 50
    archive_bytes: PositiveInt = 50 * 2**20
    seconds: PositiveInt = 20
    memory_bytes: PositiveInt = 2**30
    attempts: PositiveInt = 5
    ocr_pages: Annotated[int, Field(ge=0, le=20)] = 0  # of a scan that tesseract reads; 0: none
    ocr_languages: Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]+(\+[A-Za-z_]+)*$")] = "eng"
    session_seconds: PositiveInt = 3600


class Workers(Table):
    """How the pure middle is run."""

    engine: Literal["processes"] = "processes"
    count: Annotated[int, Field(ge=1, le=64)] = 2


class Watch(Table):
    """What an administrator is told, and where a monitor looks. Paths are absolute once the file is read."""

    max_hours_without_good_poll: PositiveInt = 24  # then `status` and the digest's first line say so
    min_free_bytes: PositiveInt = 2**30  # on the disk of the store
    metrics_file: Path | None = None  # Prometheus text, written after each poll
    heartbeat_file: Path | None = None  # touched after each good poll


class Config(Table):
    """Where mail comes from and where what is found goes. Paths are absolute."""

    programme: Path
    store: StorePlace
    mailboxes: tuple[Mailbox, ...] = ()
    digest: DigestPlace
    limits: Limits = Limits()
    workers: Workers = Workers()
    watch: Watch = Watch()
    warnings: tuple[str, ...] = ()

    @property
    def most_hours_without_poll(self) -> int | None:
        """How long no poll may have been good, in hours; None where there is no mailbox to poll."""
        return self.watch.max_hours_without_good_poll if self.mailboxes else None

    @model_validator(mode="after")
    def _names_once(self) -> Self:
        names = [mailbox.name for mailbox in self.mailboxes]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"mailbox name {twice[0]!r} is given twice")
        mail = self.digest.mail
        for named in (mail.mailbox, mail.smtp.login if mail.smtp else None) if mail else ():
            if named is not None and named not in names:
                raise ValueError(f"digest.mail names the mailbox {named!r}, which has no [[mailboxes]] table")
        return self


# --- reading -----------------------------------------------------------------------------------------


def load_programme(path: Path) -> Programme:
    """Read a programme.toml. Raises ConfigError with every fault in it."""
    raw, table = _read(path)
    table["fingerprint"] = hashlib.sha256(raw).hexdigest()
    return _validate(Programme, table, path)


def load_config(path: Path) -> Config:
    """Read an intake.toml; its relative paths become absolute, from the file's folder. Raises ConfigError."""
    _, table = _read(path)
    config = _validate(Config, table, path)
    return _absolute(config, path.resolve().parent)


def _absolute(config: Config, base: Path) -> Config:
    def place(value: Path) -> Path:
        return (base / value.expanduser()).resolve()

    def places(table: TableT, *keys: str) -> TableT:
        return table.model_copy(update={key: place(value) for key in keys if (value := getattr(table, key))})

    mailboxes = tuple(
        places(mailbox, "password_file", "ca_file").model_copy(
            update={"oauth": mailbox.oauth and places(mailbox.oauth, "client_secret_file", "token_file")}
        )
        for mailbox in config.mailboxes
    )
    mail = config.digest.mail
    if mail and mail.smtp:
        mail = mail.model_copy(update={"smtp": places(mail.smtp, "password_file", "ca_file")})
    warnings = tuple(
        f"mailbox {mailbox.name}: the password stands in the file as plain text; "
        "use password_command, password_env or password_file"
        for mailbox in mailboxes
        if mailbox.password is not None
    )
    return config.model_copy(
        update={
            "programme": place(config.programme),
            "store": StorePlace(directory=place(config.store.directory)),
            "digest": config.digest.model_copy(
                update={"directory": place(config.digest.directory), "mail": mail}
            ),
            "mailboxes": mailboxes,
            "watch": places(config.watch, "metrics_file", "heartbeat_file"),
            "warnings": warnings,
        }
    )


def _read(path: Path) -> tuple[bytes, dict[str, Any]]:
    try:
        raw = path.read_bytes()
        return raw, tomllib.loads(raw.decode("utf-8"))
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read: {error.strerror}", hint="name another with --config"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text (byte {error.start})") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from error


def _validate(model: type[TableT], table: dict[str, Any], path: Path) -> TableT:
    try:
        return model.model_validate(table)
    except ValidationError as error:
        faults = tuple(_fault(entry) for entry in error.errors(include_url=False, include_context=False))
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise ConfigError(f"{path}: {count}", faults=faults) from None


def _fault(entry: ErrorDetails) -> str:
    """Say where, what was found and what is expected; never show a password."""
    key = (
        ".".join(f"{part + 1}" if isinstance(part, int) else part for part in entry["loc"]) or "(whole file)"
    )
    message = entry["msg"].removeprefix("Value error, ").replace("Input should", "should")
    if entry["type"] == "missing":
        return f"{key}: is missing"
    if entry["type"] == "extra_forbidden":
        return f"{key}: is no setting that intake knows"
    if isinstance(entry["input"], dict | list) or "password" in key:
        return f"{key}: {message}"
    return f"{key}: found {entry['input']!r}; {message}"
