"""Courses for people who work with children: sessions, attendance, impact, a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.learning.training_totals import ImpactLevel
from events.period import PartialDate
from events.vocabulary import Feeling

CourseKind = Literal[
    "multi-agency", "single agency", "e-learning", "briefing", "conference", "not stated"
]
Sector = Literal[
    "council", "health", "police", "education", "voluntary and community", "private", "other"
]


@dataclass(frozen=True)
class CourseOffered(Fact):
    TOPIC = "course.offered"
    PERSONAL = frozenset()
    title: str
    kind: CourseKind
    provider: str
    audience: str
    demo: bool


@dataclass(frozen=True)
class CourseProviderChanged(Fact):
    TOPIC = "course.provider_changed"
    PERSONAL = frozenset()
    provider: str
    why: str


@dataclass(frozen=True)
class CourseSessionPlanned(Fact):
    """``place`` is empty where it is online."""

    TOPIC = "course.session_planned"
    PERSONAL = frozenset()
    DAY = ""
    session: str
    planned_on: PartialDate
    place: str
    places: int


@dataclass(frozen=True)
class CourseSessionCancelled(Fact):
    TOPIC = "course.session_cancelled"
    PERSONAL = frozenset()
    session: str
    why: str


@dataclass(frozen=True)
class CourseAttended(Fact):
    """How many of one agency came to a session, never who. Counted again, the newest stands."""

    TOPIC = "course.attended"
    PERSONAL = frozenset()
    DAY = "held_on"
    session: str
    held_on: PartialDate
    agency: str
    sector: Sector
    booked: int
    attended: int
    no_shows: int


@dataclass(frozen=True)
class CourseEvaluated(Fact):
    """What is known at one level from so many answers of those who came; never who said what."""

    TOPIC = "course.evaluated"
    PERSONAL = frozenset()
    session: str
    level: ImpactLevel
    answers: int
    words: str


@dataclass(frozen=True)
class CourseQuestionOpened(Fact):
    """One question for the children that those trained work with. Its address ends in ``code``."""

    TOPIC = "course.question_opened"
    PERSONAL = frozenset()
    DAY = ""
    code: str
    question: str
    opens_on: PartialDate
    closes_on: PartialDate


@dataclass(frozen=True)
class CourseQuestionClosed(Fact):
    TOPIC = "course.question_closed"
    PERSONAL = frozenset()
    code: str
    why: str


@dataclass(frozen=True)
class CourseWithdrawn(Fact):
    """Recorded by mistake, with its sessions. Reports that were final by then keep it."""

    TOPIC = "course.withdrawn"
    PERSONAL = frozenset()
    why: str


@dataclass(frozen=True)
class CourseAnswerTied(Fact):
    """A child's feedback answers a course's question; its words stay with the feedback."""

    TOPIC = "course.answer_tied"
    PERSONAL = frozenset()
    course: UUID
    code: str
    feedback: UUID
    feeling: Feeling


CourseFact = (
    CourseOffered
    | CourseProviderChanged
    | CourseSessionPlanned
    | CourseSessionCancelled
    | CourseAttended
    | CourseEvaluated
    | CourseQuestionOpened
    | CourseQuestionClosed
    | CourseWithdrawn
)
