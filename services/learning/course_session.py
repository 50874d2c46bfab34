"""Sessions of a course: planned, cancelled, counted, evaluated."""

from __future__ import annotations

from events.fact import Provenance
from events.learning.course import (
    CourseAttended,
    CourseEvaluated,
    CourseSessionCancelled,
    CourseSessionPlanned,
    Sector,
)
from events.learning.training_totals import ImpactLevel
from events.period import PartialDate
from services.change import Decided
from services.learning.course_checks import Counted, SessionHeld, refuse_numbers
from services.learning.course_state import Course, going_ahead
from services.refusals import Missing


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
        *course.next(provenance), session=session, planned_on=planned_on, place=place, places=places
    )


def cancel_session(
    course: Course, provenance: Provenance, *, session: str, why: str
) -> CourseSessionCancelled:
    going_ahead(course, session)
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
    day = going_ahead(course, session)
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
        going_ahead(course, session)
    if answers < 1:
        raise Missing("Say how many answered: one or more.", field="answers")
    if not words:
        raise Missing("Say what they answered, all in all.", field="words")
    return CourseEvaluated(
        *course.next(provenance), session=session, level=level, answers=answers, words=words
    )
