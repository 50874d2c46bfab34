"""A training course as far as decisions need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.learning.course import (
    CourseAttended,
    CourseEvaluated,
    CourseFact,
    CourseOffered,
    CourseProviderChanged,
    CourseQuestionClosed,
    CourseQuestionOpened,
    CourseSessionCancelled,
    CourseSessionPlanned,
    CourseWithdrawn,
)
from events.period import PartialDate
from services.learning.course_checks import Counted, SessionCancelled, WithdrawnCourse
from services.refusals import NotFound
from services.state import State


@dataclass(frozen=True)
class Course(State):
    """``days`` holds the sessions that go ahead, ``counted`` each agency's newest count at one."""

    days: Mapping[str, PartialDate] = field(default_factory=dict)
    cancelled: frozenset[str] = frozenset()
    counted: Mapping[str, Mapping[str, Counted]] = field(default_factory=dict)
    open_codes: frozenset[str] = frozenset()
    withdrawn: bool = False

    def next(self, provenance: Provenance, nth: int = 1) -> tuple[UUID, int, Provenance]:
        """Raises ``WithdrawnCourse``: nothing more is recorded of it."""
        if self.withdrawn:
            raise WithdrawnCourse
        return super().next(provenance, nth)

    @property
    def held(self) -> frozenset[str]:
        return frozenset(self.counted)


def evolve(state: Course, fact: CourseFact) -> Course:
    match fact:
        case CourseSessionPlanned(session=session, planned_on=day):
            return replace(state, days={**state.days, session: day})
        case CourseSessionCancelled(session=session):
            return replace(state, cancelled=state.cancelled | {session})
        case CourseAttended(session=session, agency=agency):
            there = {**state.counted.get(session, {}), agency: _count(fact)}
            return replace(state, counted={**state.counted, session: there})
        case CourseQuestionOpened(code=code):
            return replace(state, open_codes=state.open_codes | {code})
        case CourseQuestionClosed(code=code):
            return replace(state, open_codes=state.open_codes - {code})
        case CourseWithdrawn():
            return replace(state, withdrawn=True, open_codes=frozenset())
        case CourseOffered() | CourseProviderChanged() | CourseEvaluated():
            return state
        case _:
            assert_never(fact)


def going_ahead(course: Course, session: str) -> PartialDate:
    """The day of a session. Raises ``NotFound``, ``SessionCancelled`` or ``WithdrawnCourse``."""
    if course.withdrawn:
        raise WithdrawnCourse
    if session not in course.days:
        raise NotFound("Choose a session of this course. Plan it first.", field="session")
    if session in course.cancelled:
        raise SessionCancelled
    return course.days[session]


def _count(fact: CourseAttended) -> Counted:
    return Counted(fact.sector, fact.booked, fact.attended, fact.no_shows)
