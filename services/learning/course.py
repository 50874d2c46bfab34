"""Offering courses, planning sessions, counting who came, and learning what they changed."""

from __future__ import annotations

from events.fact import Provenance
from events.learning.course import (
    CourseKind,
    CourseOffered,
    CourseProviderChanged,
    CourseWithdrawn,
)
from services.command import Service, command, opening_command
from services.learning.course_question import close_question, open_question, tie_answer
from services.learning.course_session import cancel_session, count, evaluate, plan_session
from services.learning.course_state import Course, evolve
from services.refusals import Missing


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


def withdraw(course: Course, provenance: Provenance, *, why: str) -> CourseWithdrawn:
    """Takes its sessions and counts with it. Raises ``WithdrawnCourse`` where it is gone."""
    if not why:
        raise Missing("Say why it is withdrawn.", field="why")
    return CourseWithdrawn(*course.next(provenance), why=why)


class CourseService(Service[Course]):
    evolve = staticmethod(evolve)
    offer = opening_command(offer)
    change_provider = command(change_provider)
    withdraw = command(withdraw)
    plan_session = command(plan_session)
    cancel_session = command(cancel_session)
    count = command(count)
    evaluate = command(evaluate)
    open_question = command(open_question)
    close_question = command(close_question)
    tie_answer = opening_command(tie_answer)
