"""Courses with attendance, totals as documents state them, prices by day, tied answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import FeedbackTakenBack
from events.learning import course
from events.learning import training_totals as training
from events.period import Period
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.learning.attendance import Totals
from projections.learning.course_changes import advanced, offered
from projections.learning.course_rows import (
    Course,
    CourseQuestion,
    by_sector,
    totals_of,
)
from projections.learning.training_rows import (
    AskedQuestion,
    CourseAnswer,
    CourseComment,
    Price,
    StatedTraining,
    price_of,
    said_of,
    stated_of,
)


class Training(Projection):
    name = "training_book"
    version = 3
    courses = TableOf(Course, index=("recorded",))
    stated = TableOf(StatedTraining)
    prices = TableOf(Price, index=("starts_on",))
    said = TableOf(CourseComment)
    asked = TableOf(AskedQuestion)
    answers = TableOf(CourseAnswer, index=("course", "feedback"))

    def apply(self, fact: Fact) -> None:
        match fact:
            case training.TrainingTotalsReported():
                self.stated.put(stated_of(fact))
            case training.ChargingPolicyChanged() | training.FeeSet():
                self.prices.put(price_of(fact))
            case training.ProviderEnded() | training.TrainingImpactStated():
                self.said.put(said_of(fact))
            case course.CourseOffered():
                self.courses.put(offered(fact))
            case course.CourseQuestionOpened(code=code):
                self.asked.put(AskedQuestion(code, fact.originator_id))
                self.courses.change(fact.originator_id, lambda row: advanced(row, fact))
            case course.CourseAnswerTied(course=of, code=code, feedback=id, feeling=feeling):
                self.answers.put(CourseAnswer(f"{code}:{id}", id, of, code, feeling, True))
            case FeedbackTakenBack():
                for row in self.answers.where(feedback=fact.originator_id):
                    self.answers.put(replace(row, counts=False))
            case _ if isinstance(fact, course.CourseFact):
                self.courses.change(fact.originator_id, lambda row: advanced(row, fact))
            case _:
                pass

    def all(self, until: int = 0) -> list[Course]:
        """The newest first, without what was withdrawn, or withdrawn by ``until``."""
        known = self.courses.where(order="recorded", newest_first=True)
        return [each for each in known if each.counts(until)]

    def withdrawn(self) -> list[Course]:
        return [row for row in self.courses.where(order="recorded") if row.withdrawn_at]

    def course(self, id: UUID) -> Course | None:
        return self.courses.get(id)

    def question(self, code: str) -> tuple[Course, CourseQuestion] | None:
        """The question that an address ends in, with its course."""
        place = self.asked.get(code)
        row = self.courses.get(place.course) if place else None
        asked = next((each for each in row.questions if each.code == code), None) if row else None
        return (row, asked) if row and asked else None

    def answered(self, id: UUID) -> dict[str, list[str]]:
        """The faces picked by children, by the code of a course's question."""
        found: dict[str, list[str]] = {}
        for row in self.answers.where(course=id, counts=True):
            found.setdefault(row.code, []).append(row.feeling)
        return found

    def counted(self, period: Period | None = None, until: int = 0) -> Totals:
        """All that attendance counts at sessions of a period; of any day where there is none.

        ``until`` is when a report was final, in microseconds since 1970; 0 where it is not.
        """
        return totals_of(self.all(until), period)

    def by_sector(self, period: Period | None = None) -> dict[str, Totals]:
        return by_sector(self.all(), period)

    def prices_on(self, day: date) -> list[Price]:
        """The newest price of each kind that had begun by a day; those of sectors after others."""
        begun: dict[tuple[str, str], Price] = {}
        for row in self.prices.where(order="starts_on"):
            if row.starts_on <= day.isoformat():
                begun[row.sector, row.only_for] = row
        return [begun[kind] for kind in sorted(begun)]
