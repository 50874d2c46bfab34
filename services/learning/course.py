"""Offering courses, planning sessions, counting who came, and learning what they changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.learning.course import (
    CourseAnswerTied,
    CourseAttended,
    CourseEvaluated,
    CourseFact,
    CourseKind,
    CourseOffered,
    CourseProviderChanged,
    CourseQuestionClosed,
    CourseQuestionOpened,
    CourseSessionCancelled,
    CourseSessionPlanned,
    Sector,
)
from events.learning.training_totals import ImpactLevel
from events.period import PartialDate
from events.vocabulary import Feeling
from services.command import Service, command, opening_command
from services.learning.course_checks import (
    Counted,
    SessionCancelled,
    SessionHeld,
    refuse_code,
    refuse_days,
    refuse_numbers,
)
from services.ledger import Decided
from services.reading_age import refuse_hard
from services.refusals import Missing, NotFound
from services.state import State


@dataclass(frozen=True)
class Course(State):
    """``days`` holds the sessions that go ahead, ``counted`` each agency's newest count at one."""

    days: Mapping[str, PartialDate] = field(default_factory=dict)
    cancelled: frozenset[str] = frozenset()
    counted: Mapping[str, Mapping[str, Counted]] = field(default_factory=dict)
    open_codes: frozenset[str] = frozenset()

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
        case CourseOffered() | CourseProviderChanged() | CourseEvaluated():
            return state
        case _:
            assert_never(fact)


def offer(
    course: Course,
    provenance: Provenance,
    *,
    title: str,
    kind: CourseKind = "not stated",
    provider: str = "",
    audience: str = "",
    demo: bool = False,
) -> CourseOffered:
    if not title:
        raise Missing("Say what the course is called.", field="title")
    return CourseOffered(
        *course.next(provenance),
        title=title,
        kind=kind,
        provider=provider,
        audience=audience,
        demo=demo,
    )


def change_provider(
    course: Course, provenance: Provenance, *, provider: str, why: str = ""
) -> CourseProviderChanged:
    if not provider:
        raise Missing("Say who gives the course now.", field="provider")
    return CourseProviderChanged(*course.next(provenance), provider=provider, why=why)


def plan_session(
    course: Course,
    provenance: Provenance,
    *,
    session: str,
    planned_on: PartialDate,
    place: str,
    places: int,
) -> CourseSessionPlanned:
    """``place`` is empty where it is online."""
    if places < 1:
        raise Missing("Say how many places there are: one or more.", field="places")
    return CourseSessionPlanned(
        *course.next(provenance),
        session=session,
        planned_on=planned_on,
        place=place,
        places=places,
    )


def cancel_session(
    course: Course, provenance: Provenance, *, session: str, why: str
) -> CourseSessionCancelled:
    _going_ahead(course, session)
    if session in course.held:
        raise SessionHeld
    if not why:
        raise Missing("Say why it does not take place.", field="why")
    return CourseSessionCancelled(*course.next(provenance), session=session, why=why)


def count(
    course: Course,
    provenance: Provenance,
    *,
    session: str,
    agency: str,
    sector: Sector,
    booked: int,
    attended: int,
    no_shows: int,
) -> Decided:
    """Who came, of one agency. The same count again is nothing new; another one corrects it."""
    day = _going_ahead(course, session)
    if not agency:
        raise Missing("Say which agency they came from.", field="agency")
    counted = Counted(sector, booked, attended, no_shows)
    refuse_numbers(counted)
    if course.counted.get(session, {}).get(agency) == counted:
        return ()
    return CourseAttended(
        *course.next(provenance),
        session=session,
        held_on=day,
        agency=agency,
        sector=sector,
        booked=booked,
        attended=attended,
        no_shows=no_shows,
    )


def evaluate(
    course: Course,
    provenance: Provenance,
    *,
    session: str = "",
    level: ImpactLevel,
    answers: int,
    words: str,
) -> CourseEvaluated:
    """Of one session, or of the course where ``session`` is empty."""
    if session:
        _going_ahead(course, session)
    if answers < 1:
        raise Missing("Say how many answered: one or more.", field="answers")
    if not words:
        raise Missing("Say what they answered, all in all.", field="words")
    return CourseEvaluated(
        *course.next(provenance), session=session, level=level, answers=answers, words=words
    )


def open_question(
    course: Course,
    provenance: Provenance,
    *,
    code: str,
    question: str,
    opens_on: PartialDate,
    closes_on: PartialDate,
) -> CourseQuestionOpened:
    refuse_code(code)
    refuse_days(opens_on, closes_on)
    if not question:
        raise Missing("Write the question in words a child understands.", field="question")
    refuse_hard(provenance, question, "question")
    return CourseQuestionOpened(
        *course.next(provenance),
        code=code,
        question=question,
        opens_on=opens_on,
        closes_on=closes_on,
    )


def close_question(
    course: Course, provenance: Provenance, *, code: str, why: str
) -> CourseQuestionClosed:
    if code not in course.open_codes:
        raise NotFound("That question is not open.", field="code")
    if not why:
        raise Missing("Say why it is closed.", field="why")
    return CourseQuestionClosed(*course.next(provenance), code=code, why=why)


def tie_answer(
    answer: State,
    provenance: Provenance,
    *,
    course: UUID,
    code: str,
    feedback: UUID,
    feeling: Feeling = "",
) -> CourseAnswerTied:
    """A stream of its own for each answer, so that a class may answer at once."""
    return CourseAnswerTied(
        *answer.next(provenance), course=course, code=code, feedback=feedback, feeling=feeling
    )


class CourseService(Service[Course]):
    evolve = staticmethod(evolve)
    offer = opening_command(offer)
    change_provider = command(change_provider)
    plan_session = command(plan_session)
    cancel_session = command(cancel_session)
    count = command(count)
    evaluate = command(evaluate)
    open_question = command(open_question)
    close_question = command(close_question)
    tie_answer = opening_command(tie_answer)


def _going_ahead(course: Course, session: str) -> PartialDate:
    """The day of a session. Raises ``NotFound`` or ``SessionCancelled``."""
    if session not in course.days:
        raise NotFound("Choose a session of this course. Plan it first.", field="session")
    if session in course.cancelled:
        raise SessionCancelled
    return course.days[session]


def _count(fact: CourseAttended) -> Counted:
    return Counted(fact.sector, fact.booked, fact.attended, fact.no_shows)
