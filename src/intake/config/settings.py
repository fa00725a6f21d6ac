"""intake.toml: where mail comes from, where results go, and what may be spent on them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, PositiveInt, StringConstraints, model_validator

from intake.config.tables import HttpsUrl, Slug, Table, Text, WritableEmail


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
    memory_bytes: Annotated[int, Field(ge=2**28)] = 2**30  # with less, no applicant's PDF could be read
    attempts: PositiveInt = 5
    ocr_pages: Annotated[int, Field(ge=0, le=20)] = 0  # of a scan that tesseract reads; 0: none
    ocr_languages: Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]+(\+[A-Za-z_]+)*$")] = "eng"
    session_seconds: PositiveInt = 3600


class Workers(Table):
    """How the pure middle is run: in processes of this machine, or by the cluster of a Dask scheduler."""

    engine: Literal["processes", "dask"] = "processes"
    count: Annotated[int, Field(ge=1, le=64)] = 2
    scheduler: Annotated[str, StringConstraints(pattern=r"^(?:tcp|tls)://[^\s/]+:\d+$")] | None = None

    @model_validator(mode="after")
    def _one_engine(self) -> Self:
        if (self.engine == "dask") != (self.scheduler is not None):
            raise ValueError(
                'engine = "dask" goes with scheduler = "tcp://HOST:8786", and scheduler with that engine'
            )
        return self


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
