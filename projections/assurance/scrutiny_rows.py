"""A scrutiny plan as a row: its activities, questions and disagreements."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.period import PartialDate


@dataclass(frozen=True)
class Activity:
    what: str
    theme: str
    done_on: PartialDate
    by: str
    young_people: int


@dataclass(frozen=True)
class Found:
    kind: str
    theme: str
    finding: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class ScrutinyQuestion:
    question: str
    words: str
    asked_on: PartialDate
    due: PartialDate | None
    answer: str = ""
    by: str = ""
    answered_on: PartialDate | None = None

    @property
    def days(self) -> int | None:
        """Calendar days from question to answer; none where a day is not stated to the day."""
        ends = (self.asked_on, self.answered_on)
        if not all(each is not None and each.precision == "day" for each in ends):
            return None
        return (self.answered_on.first - self.asked_on.first).days if self.answered_on else None

    @property
    def was_late(self) -> bool:
        return bool(self.due and self.answered_on and self.answered_on.first > self.due.last)


@dataclass(frozen=True)
class Disagreement:
    disagreement: str
    about: str
    between: str
    stages: tuple[str, ...]
    whys: tuple[str, ...] = ()
    how: str = ""


@dataclass(frozen=True)
class Plan:
    id: UUID
    title: str
    year: str
    themes: tuple[str, ...]
    by: str
    demo: bool
    source: str
    recorded: int
    activities: tuple[Activity, ...] = ()
    findings: tuple[Found, ...] = ()
    questions: tuple[ScrutinyQuestion, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    conclusion: str = ""

    @property
    def waiting(self) -> tuple[ScrutinyQuestion, ...]:
        return tuple(each for each in self.questions if not each.answer)

    @property
    def open(self) -> tuple[Disagreement, ...]:
        return tuple(each for each in self.disagreements if not each.how)

    def touched(self, theme: str) -> bool:
        """Whether anything was done or found on a theme of the plan."""
        done = {each.theme for each in self.activities} | {each.theme for each in self.findings}
        return theme in done
