"""What courses put into a report: that they were offered, who gives them, what they changed."""

from __future__ import annotations

from typing import assert_never

from events.learning import course
from projections.reporting.entries.entry import WITHDRAWN_COURSE, Entry, made


def entry(fact: course.CourseFact | course.CourseAnswerTied) -> Entry | None:
    match fact:
        case course.CourseOffered():
            return _course_offered(fact)
        case course.CourseProviderChanged():
            return made(fact, "training", "provider", heading="A new provider", words=fact.provider)
        case course.CourseEvaluated():
            return _course_evaluated(fact)
        case course.CourseWithdrawn():
            return made(fact, "training", WITHDRAWN_COURSE, words=fact.why)
        case (
            course.CourseSessionPlanned()
            | course.CourseSessionCancelled()
            | course.CourseAttended()
            | course.CourseQuestionOpened()
            | course.CourseQuestionClosed()
            | course.CourseAnswerTied()
        ):
            return None
        case _:
            assert_never(fact)


def _course_offered(fact: course.CourseOffered) -> Entry:
    return made(
        fact,
        "training",
        "course",
        heading=fact.title,
        words=fact.audience,
        note=fact.provider,
        demo=fact.demo,
    )


def _course_evaluated(fact: course.CourseEvaluated) -> Entry:
    level = f"{fact.level}, from {fact.answers} answers".capitalize()
    return made(fact, "training", "evaluation", heading=level, words=fact.words)
