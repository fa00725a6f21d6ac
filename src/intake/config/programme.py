"""programme.toml: what is asked of applicants and how it is recognised."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, PositiveInt, StringConstraints, model_validator

from intake.config.tables import Email, Month, Slug, Table, Text

ITEMS = ("cover_letter", "resume", "coursework", "period", "track")
SEASONS = ("spring", "summer", "fall", "winter", "fall-winter")


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("no such time zone; expected a name like America/Los_Angeles") from error
    return name


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
    abroad: tuple[Text, ...] = ()  # institutions elsewhere whose names hold one of these
    examples: tuple[Text, ...] = ()
    counter_examples: tuple[Text, ...] = ()


class Eligibility(Table):
    """What the programme says on residence and study; statements in the order in which they count."""

    note: Text
    country: tuple[
        Text, ...
    ] = ()  # its names and adjectives: a dual citizen is one of it, "permanent resident of" another is not
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
