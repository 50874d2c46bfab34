"""Courses, their sessions, who came and what they changed, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.learning import course

_CAME = "Counted of {agency} on {day}: {booked} booked, {attended} came, {no_shows} did not."


def sentence(fact: course.CourseFact | course.CourseAnswerTied) -> str:
    match fact:
        case course.CourseOffered():
            return _course_offered(fact)
        case course.CourseProviderChanged():
            return _course_provider_changed(fact)
        case course.CourseSessionPlanned():
            return _course_session_planned(fact)
        case course.CourseSessionCancelled():
            return f"A session was cancelled: {fact.why.rstrip('.')}."
        case course.CourseAttended():
            return _course_attended(fact)
        case course.CourseEvaluated():
            return _course_evaluated(fact)
        case course.CourseQuestionOpened():
            return _course_question_opened(fact)
        case course.CourseQuestionClosed():
            return f"The question to children was closed early: {fact.why.rstrip('.')}."
        case course.CourseWithdrawn():
            return f"The course was withdrawn, with its sessions: {fact.why.rstrip('.')}."
        case course.CourseAnswerTied():
            return "A child answered the question of a course."
        case _:
            assert_never(fact)


def _course_offered(fact: course.CourseOffered) -> str:
    given = f", given by {fact.provider}" if fact.provider else ""
    return f"A course was offered: {fact.title}{given}."


def _course_provider_changed(fact: course.CourseProviderChanged) -> str:
    why = f" Why: {fact.why.rstrip('.')}." if fact.why else ""
    return f"The course is given by {fact.provider} from now on.{why}"


def _course_session_planned(fact: course.CourseSessionPlanned) -> str:
    where = f"at {fact.place}" if fact.place else "online"
    return f"A session was planned for {fact.planned_on} {where}, with {fact.places} places."


def _course_attended(fact: course.CourseAttended) -> str:
    return _CAME.format(
        agency=fact.agency,
        day=fact.held_on,
        booked=fact.booked,
        attended=fact.attended,
        no_shows=fact.no_shows,
    )


def _course_evaluated(fact: course.CourseEvaluated) -> str:
    return f"Evaluated, {fact.level}, from {fact.answers} answers: {fact.words.rstrip('.')}."


def _course_question_opened(fact: course.CourseQuestionOpened) -> str:
    asked = f"Children are asked from {fact.opens_on} to {fact.closes_on}"
    return f"{asked}: “{fact.question}”"
