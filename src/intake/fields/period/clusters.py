"""Candidates that speak of the same time, put together: "summer 2017" in the subject, "June 5 to August 25" in the letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from intake.config import Programme
from intake.fields.period.candidates import Candidate, Standing
from intake.fields.period.dates import Span, dates_span, fits, month_of, months_of, season_months, season_span
from intake.fields.period.expression import Duration, Shape
from intake.fields.period.places import Rank
from intake.model import Json

_PRECISION = {Shape.RANGE: 4, Shape.LENGTH: 4, Shape.MONTHS: 3, Shape.START: 2, Shape.END: 1}


@dataclass(slots=True)
class Cluster:
    """One wished time: its season, if any is named, and the candidates that give its dates."""

    season: str | None = None
    term: str | None = None
    seasons: list[Candidate] = field(default_factory=list)
    dates: list[Candidate] = field(default_factory=list)
    years: list[int] = field(default_factory=list)

    @property
    def members(self) -> list[Candidate]:
        """All candidates, the most precise first."""
        return [*self.dates, *self.seasons]

    @property
    def rank(self) -> int:
        """0 where it is preferred, 2 where it is the second choice."""
        ranks = [candidate.verdict.rank for candidate in self.members]
        return 0 if 0 in ranks else min(ranks)

    @property
    def order(self) -> tuple[int, int]:
        """Where it is first named."""
        return min(candidate.order for candidate in self.members)

    @property
    def is_whole(self) -> bool:
        """Whether it says more than a start."""
        return bool(self.seasons) or any(
            c.expression.shape not in (Shape.START, Shape.END) for c in self.dates
        )

    @property
    def best(self) -> Candidate | None:
        """The candidate with the most precise dates: both ends, days before months, a year, the applicant's own words first."""

        def score(candidate: Candidate) -> tuple[int, int, int, int, int]:
            e = candidate.expression
            exact = sum(m.exact for m in (e.first, e.last) if m)
            return _PRECISION[e.shape], exact, bool(e.years), -int(candidate.place.rank), -e.start

        return max(self.dates, key=score, default=None)


def cluster(wishes: Iterable[Candidate], programme: Programme, southern: bool) -> list[Cluster]:
    """Put wishes together; dates first, then each season with the dates it fits, in the order they are named."""
    found: list[Cluster] = []
    wishes = sorted(wishes, key=lambda c: c.order)
    dated = [c for c in wishes if c.expression.shape is not Shape.SEASON]
    for candidate in sorted(dated, key=lambda c: -_PRECISION[c.expression.shape]):
        home = next((c for c in found if _same_time(c, candidate)), None)
        if home is None:
            home = Cluster()
            found.append(home)
        home.dates.append(candidate)
        home.years.extend(candidate.expression.years[:1])
    for candidate in wishes:
        if candidate.expression.shape is Shape.SEASON:
            _add_season(found, candidate, programme, southern)
    return found


def _same_time(home: Cluster, candidate: Candidate) -> bool:
    """Whether dates say the same time as those of a cluster, perhaps less closely."""
    mine = candidate.expression
    for other in home.dates:
        theirs = other.expression
        if mine.years and theirs.years and not set(mine.years) & set(theirs.years):
            continue
        if {mine.shape, theirs.shape} == {Shape.START, Shape.END}:
            return True
        if mine.shape is Shape.START and mine.first and theirs.first:
            return (mine.first.month - theirs.first.month) % 12 in (0, 1, 11)
        if mine.shape is Shape.END and mine.last and theirs.last:
            return (mine.last.month - theirs.last.month) % 12 in (0, 1, 11)
        a, b = months_of(mine), months_of(theirs)
        if 2 * len(a & b) > min(len(a), len(b)) and not mine.among:
            return True
    return False


def _add_season(found: list[Cluster], candidate: Candidate, programme: Programme, southern: bool) -> None:
    named = candidate.expression.named
    if named is None:
        return
    seasons = ("fall-winter",) if named.joined and named.seasons == ("fall", "winter") else named.seasons
    homes: list[Cluster] = []
    for season in seasons:
        months = season_months(season, programme, named.term, southern)
        home = next((c for c in found if _takes(c, season, named.year, months)), None)
        if home is None:
            home = Cluster(season, named.term)
            found.append(home)
        elif any(home is other for other in homes):
            continue
        homes.append(home)
        home.season = home.season or season
        home.term = home.term or named.term
        home.seasons.append(candidate)
        home.years.extend([named.year] if named.year else [])


def _takes(home: Cluster, season: str, year: int | None, months: tuple[int, int]) -> bool:
    """Whether a season can be the name of a cluster's time."""
    if home.season is not None and home.season != season:
        return False
    if home.dates and not any(fits(months, c.expression) for c in home.dates):
        return False
    if year is None or not home.years:
        return True
    return any(abs(year - other) <= (1 if "winter" in season and home.dates else 0) for other in home.years)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A cluster as a period: the days, what was inferred, and the candidates it was made from, the main one first."""

    season: str | None
    year: int | None
    span: Span | None
    inferred: tuple[str, ...]
    sources: tuple[Candidate, ...]
    open_end: bool = False

    def value(self) -> dict[str, Json]:
        """The keys of a period's value, without its alternatives."""
        return {
            "season": self.season,
            "year": self.year,
            "start": month_of(self.span.start) if self.span else None,
            "end": month_of(self.span.end) if self.span else None,
            "months": self.span.months if self.span else None,
            "inferred": list(self.inferred),
        }


def resolve(
    home: Cluster, programme: Programme, today: date | None, southern: bool, length: Candidate | None
) -> Resolved:
    """Work out the days of a cluster; `length` is a length named apart from the start ("a 12-week internship")."""
    year = home.years[0] if home.years else None
    relative = next(
        (
            c.expression.named.relative
            for c in home.seasons
            if c.expression.named and c.expression.named.relative
        ),
        None,
    )
    span, used = _dated(home, today, year, relative, length)
    inferred: list[str] = []
    if home.season:
        months = season_months(home.season, programme, home.term, southern)
        named = season_span(home.season, months, year, today, relative)
        span, filled = _filled(span, named)
        inferred = filled
    years = year if year is not None else (span.anchor.year if span and span.anchor else None)
    if year is None and span is not None:
        inferred = ["year", *inferred]
    if home.season is None and span and span.anchor:
        years = span.anchor.year
    return Resolved(home.season, years, span, tuple(inferred), _used(home, used, year))


def _dated(
    home: Cluster, today: date | None, year: int | None, relative: str | None, length: Candidate | None
) -> tuple[Span | None, list[Candidate]]:
    best = home.best
    if best is None:
        return None, []
    used = [best]
    expression = best.expression
    if expression.shape is Shape.START and expression.duration is None:
        end = next((c for c in home.dates if c.expression.shape is Shape.END), None)
        if end:
            expression = replace(expression, shape=Shape.RANGE, last=end.expression.last)
            used.append(end)
        elif length:
            expression = replace(expression, duration=length.expression.duration)
            used.append(length)
    span = dates_span(expression, today, year, relative)
    return span, used


def _filled(span: Span | None, named: Span | None) -> tuple[Span | None, list[str]]:
    """Fill the open ends of dates from the season's months."""
    if span is None:
        return named, ["start", "end"] if named else []
    if named is None or (span.start and span.end):
        return span, []
    if span.start is None and named.start and span.end and named.start <= span.end:
        return replace(span, start=named.start), ["start"]
    if span.end is None and named.end and span.start and span.start <= named.end:
        return replace(span, end=named.end), ["end"]
    return span, []


def _used(home: Cluster, dated: list[Candidate], year: int | None) -> tuple[Candidate, ...]:
    """The candidates that the value was made from: the dates, then a season or a year that they do not give."""
    used = list(dated)
    season = min(home.seasons, key=lambda c: (not c.expression.years, c.order), default=None)
    if season:
        used.append(season)
    if year is not None and not any(c.expression.years for c in used):
        used += [c for c in home.members if c.expression.years][:1]
    return tuple(used)


def lengths(found: Iterable[Candidate]) -> Candidate | None:
    """The one length of an internship that the applicant names by itself, None where there are several or none."""
    said: dict[Duration, Candidate] = {}
    for candidate in found:
        duration = candidate.expression.duration
        lone = candidate.expression.shape is Shape.DURATION and candidate.standing is Standing.MAYBE
        if lone and duration and _is_stay(duration) and candidate.place.rank < Rank.RESUME:
            said[replace(duration, start=0, end=0)] = candidate
    return next(iter(said.values())) if len(said) == 1 else None


def _is_stay(duration: Duration) -> bool:
    weeks = duration.least * {"day": 1 / 7, "week": 1, "month": 4.35}[duration.unit]
    return 6 <= weeks <= 53
