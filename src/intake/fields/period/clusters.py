"""Candidates that speak of the same time, put together: "summer 2017" in the subject, "June 5 to August 25" in the letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from intake.fields.period.candidates import Calendar, Candidate
from intake.fields.period.dates import fits, months_of
from intake.fields.period.expression import Shape
from intake.fields.period.reader import Moment

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
        if 0 in ranks:
            return 0
        best = self.best
        beside = [c.verdict.rank for c in self.seasons if best and c.sentence == best.sentence]
        return max(ranks) if max(ranks) in beside else min(ranks)

    @property
    def order(self) -> tuple[int, int]:
        """Where it is first named."""
        return min(candidate.order for candidate in self.members)

    @property
    def relative(self) -> str | None:
        """ "this" or "next", where a season is called so."""
        said = (c.expression.named.relative for c in self.seasons if c.expression.named)
        return next((relative for relative in said if relative), None)

    @property
    def is_whole(self) -> bool:
        """Whether it says more than a start: a season, a stretch, or the days of both ends."""
        shapes = {c.expression.shape for c in self.dates}
        days = {c.expression.shape for c in self.dates if all(m.exact for m in _moments(c))}
        return (
            bool(self.seasons) or days == {Shape.START, Shape.END} or not shapes <= {Shape.START, Shape.END}
        )

    @property
    def best(self) -> Candidate | None:
        """The candidate with the most precise dates: a preferred time within a possible one, then both ends, days before
        months, the applicant's own words first, a year.
        """

        def score(candidate: Candidate) -> tuple[bool, int, int, int, bool, int]:
            e = candidate.expression
            exact = sum(m.exact for m in (e.first, e.last) if m)
            preferred = candidate.verdict.rank == 0 and _PRECISION[e.shape] >= _PRECISION[Shape.MONTHS]
            return preferred, _PRECISION[e.shape], exact, -int(candidate.place.rank), bool(e.years), -e.start

        return max(self.dates, key=score, default=None)


def _moments(candidate: Candidate) -> list[Moment]:
    return [m for m in (candidate.expression.first, candidate.expression.last) if m]


def cluster(wishes: Iterable[Candidate], calendar: Calendar) -> list[Cluster]:
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
            _add_season(found, candidate, calendar)
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


def _add_season(found: list[Cluster], candidate: Candidate, calendar: Calendar) -> None:
    named = candidate.expression.named
    if named is None:
        return
    seasons = ("fall-winter",) if named.joined and named.seasons == ("fall", "winter") else named.seasons
    homes: list[Cluster] = []
    for season in seasons:
        months = calendar.months(season, named.term)
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
