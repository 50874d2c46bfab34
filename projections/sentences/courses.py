"""Courses, their sessions, who came and what they changed, in sentences."""

from __future__ import annotations

from events.learning import course
from events.learning import training_totals as training
from projections.sentences.words import sentence

OF_THOSE = "Counted of {agency} on {day}: {booked} booked, {attended} came, {no_shows} did not."


@sentence.register
def _(fact: training.FeeSet) -> str:
    what = f" for {fact.only_for}" if fact.only_for else ""
    return f"From {fact.starts_on} {fact.sector} pays{what}: {fact.fee.rstrip('.')}."


@sentence.register
def _(fact: course.CourseOffered) -> str:
    given = f", given by {fact.provider}" if fact.provider else ""
    return f"A course was offered: {fact.title}{given}."


@sentence.register
def _(fact: course.CourseProviderChanged) -> str:
    why = f" Why: {fact.why.rstrip('.')}." if fact.why else ""
    return f"The course is given by {fact.provider} from now on.{why}"


@sentence.register
def _(fact: course.CourseSessionPlanned) -> str:
    where = f"at {fact.place}" if fact.place else "online"
    return f"A session was planned for {fact.planned_on} {where}, with {fact.places} places."


@sentence.register
def _(fact: course.CourseSessionCancelled) -> str:
    return f"A session was cancelled: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: course.CourseAttended) -> str:
    return OF_THOSE.format(
        agency=fact.agency, day=fact.held_on, booked=fact.booked, attended=fact.attended,
        no_shows=fact.no_shows,
    )  # fmt: skip


@sentence.register
def _(fact: course.CourseEvaluated) -> str:
    return f"Evaluated, {fact.level}, from {fact.answers} answers: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: course.CourseQuestionOpened) -> str:
    asked = f"Children are asked from {fact.opens_on} to {fact.closes_on}"
    return f"{asked}: “{fact.question}”"


@sentence.register
def _(fact: course.CourseQuestionClosed) -> str:
    return f"The question to children was closed early: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: course.CourseAnswerTied) -> str:
    return "A child answered the question of a course."
