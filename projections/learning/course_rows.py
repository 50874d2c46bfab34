"""A course as a row: its sessions with attendance, evaluations and questions, and their sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from events.learning.course import CourseAttended, CourseKind
from events.learning.training_totals import ImpactLevel
from events.period import PartialDate, Period
from projections.learning.attendance import Counted, Totals, totals_from


@dataclass(frozen=True)
class Session:
    """``held_on`` is none until somebody is counted; ``cancelled`` is why, where it was."""

    session: str
    planned_on: PartialDate
    place: str
    places: int
    cancelled: str = ""
    held_on: PartialDate | None = None
    counted: tuple[Counted, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.planned_on}, {self.place or 'online'}"

    @property
    def totals(self) -> Totals:
        return totals_from(1, self.counted)

    def with_count(self, fact: CourseAttended) -> Session:
        """The newest count of an agency stands."""
        one = Counted(fact.agency, fact.sector, fact.booked, fact.attended, fact.no_shows)
        others = tuple(each for each in self.counted if each.agency != one.agency)
        return replace(self, held_on=fact.held_on, counted=(*others, one))


@dataclass(frozen=True)
class Evaluation:
    session: str
    level: ImpactLevel
    answers: int
    words: str
    source: str


@dataclass(frozen=True)
class CourseQuestion:
    """One question for children; ``closed`` is why, where it was closed early."""

    code: str
    question: str
    opens_on: PartialDate
    closes_on: PartialDate
    closed: str = ""

    def standing_on(self, day: date) -> str:
        if self.closed or day > self.closes_on.last:
            return "closed"
        return "open" if self.opens_on.first <= day else "to come"


@dataclass(frozen=True)
class Course:
    """``withdrawn`` is why, ``withdrawn_at`` when (microseconds since 1970), where it was."""

    id: UUID
    title: str
    kind: CourseKind
    provider: str
    audience: str
    demo: bool
    source: str
    recorded: int
    sessions: tuple[Session, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    questions: tuple[CourseQuestion, ...] = ()
    withdrawn: str = ""
    withdrawn_at: int = 0

    @property
    def by_day(self) -> list[Session]:
        return sorted(self.sessions, key=lambda held: (held.planned_on.first, held.session))

    @property
    def ahead(self) -> list[Session]:
        """Those that were not cancelled."""
        return [session for session in self.by_day if not session.cancelled]

    @property
    def totals(self) -> Totals:
        return totals_of([self], None)

    def counts(self, until: int) -> bool:
        """Whether it counts: in a report that was final at ``until``, if withdrawn after that."""
        return not self.withdrawn_at or 0 < until < self.withdrawn_at

    def session(self, name: str) -> Session | None:
        return next((each for each in self.sessions if each.session == name), None)


def totals_of(courses: Iterable[Course], period: Period | None) -> Totals:
    """All that is counted at sessions of a period; of any day where there is none."""
    return sum((held.totals for held in _counted_in(courses, period)), Totals(0, 0, 0, 0))


def by_sector(courses: Iterable[Course], period: Period | None) -> dict[str, Totals]:
    """The same for each sector; a session counts in each sector that came to it."""
    found: dict[str, list[Counted]] = {}
    sessions: dict[str, int] = {}
    for held in _counted_in(courses, period):
        for sector in {each.sector for each in held.counted}:
            sessions[sector] = sessions.get(sector, 0) + 1
        for each in held.counted:
            found.setdefault(each.sector, []).append(each)
    return {sector: totals_from(sessions[sector], found[sector]) for sector in sorted(found)}


def _counted_in(courses: Iterable[Course], period: Period | None) -> Iterable[Session]:
    for course in courses:
        for held in course.sessions:
            if held.held_on and (period is None or period.holds(held.held_on)):
                yield held
