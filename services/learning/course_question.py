"""The question that a course asks young people, and the answers tied to it."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.learning.course import CourseAnswerTied, CourseQuestionClosed, CourseQuestionOpened
from events.period import PartialDate
from events.vocabulary import Feeling
from services.learning.course_checks import refuse_code, refuse_days
from services.learning.course_state import Course
from services.reading_age import refuse_hard
from services.refusals import Missing, NotFound
from services.state import State


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
