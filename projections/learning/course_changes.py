"""How each fact about a course changes its row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from events.fact import Fact
from events.learning import course
from projections.learning.course_rows import Course, CourseQuestion, Evaluation, Session


def offered(fact: course.CourseOffered) -> Course:
    return Course(
        fact.originator_id,
        fact.title,
        fact.kind,
        fact.provider,
        fact.audience,
        fact.demo,
        fact.provenance.source,
        fact.micros,
    )


def advanced(row: Course, fact: Fact) -> Course:
    match fact:
        case course.CourseProviderChanged(provider=provider):
            return replace(row, provider=provider)
        case course.CourseSessionPlanned(session=name, planned_on=day, place=place, places=places):
            return replace(row, sessions=(*row.sessions, Session(name, day, place, places)))
        case course.CourseSessionCancelled(session=name, why=why):
            return _session(row, name, lambda held: replace(held, cancelled=why))
        case course.CourseAttended(session=name):
            return _session(row, name, lambda held: held.with_count(fact))
        case course.CourseEvaluated(session=name, level=level, answers=answers, words=words):
            made = Evaluation(name, level, answers, words, fact.provenance.source)
            return replace(row, evaluations=(*row.evaluations, made))
        case course.CourseQuestionOpened():
            asked = CourseQuestion(fact.code, fact.question, fact.opens_on, fact.closes_on)
            return replace(row, questions=(*row.questions, asked))
        case course.CourseQuestionClosed(code=code, why=why):
            closed = (replace(q, closed=why) if q.code == code else q for q in row.questions)
            return replace(row, questions=tuple(closed))
        case course.CourseWithdrawn(why=why):
            closed = (replace(q, closed=q.closed or why) for q in row.questions)
            return replace(row, withdrawn=why, withdrawn_at=fact.micros, questions=tuple(closed))
        case _:
            return row


def _session(row: Course, name: str, how: Callable[[Session], Session]) -> Course:
    changed = (how(each) if each.session == name else each for each in row.sessions)
    return replace(row, sessions=tuple(changed))
