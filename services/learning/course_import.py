"""Imports one row of a table of attendance: its course, its session and who came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Provenance
from events.learning.course import CourseFact, Sector
from events.period import PartialDate
from services.change import Change, Decided
from services.learning.course import offer
from services.learning.course_session import count, plan_session
from services.learning.course_state import Course, evolve
from services.state import grown


@dataclass(frozen=True)
class Came:
    """A row; ``place`` is empty where it is online."""

    course: str
    planned_on: PartialDate
    place: str
    places: int
    agency: str
    sector: Sector
    booked: int
    attended: int
    no_shows: int


def taking_in(stream: UUID, provenance: Provenance, session: str, row: Came) -> Change:
    """Offers the course and plans the session where the record knows neither.

    It has no key: whether a row is there already is for the record to say, as it stands now.
    """
    keyless = replace(provenance, key="")
    return Change(stream, keyless, evolve, lambda course: take_in(course, keyless, session, row))


def take_in(course: Course, provenance: Provenance, session: str, row: Came) -> Decided:
    facts: list[CourseFact] = []
    if not course.version:
        facts.append(offer(course, provenance, title=row.course))
        course = grown(evolve, course, facts)
    if session not in course.days:
        facts.append(
            plan_session(
                course,
                provenance,
                session=session,
                planned_on=row.planned_on,
                place=row.place,
                places=row.places,
            )
        )
        course = grown(evolve, course, facts[-1:])
    counted = count(
        course,
        provenance,
        session=session,
        agency=row.agency,
        sector=row.sector,
        booked=row.booked,
        attended=row.attended,
        no_shows=row.no_shows,
    )
    return (*facts, *(counted if isinstance(counted, tuple) else (counted,)))
