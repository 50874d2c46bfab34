"""Youth inspectors: who they are, the forms they use, what they saw, and the service's reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate

QuestionKind = Literal["scale", "choice", "words", "yes or no"]
Rating = Literal["", "great", "good", "needs to get better", "not good"]


@dataclass(frozen=True)
class InspectorInvited(Fact):
    """``access`` is the sign-in that belongs to this inspector."""

    TOPIC = "inspection.inspector_invited"
    PERSONAL = frozenset({"name"})
    name: str
    access: UUID


@dataclass(frozen=True)
class InspectorTrained(Fact):
    """``skills`` is what it taught, ``minutes`` how long it took; none: nobody said."""

    TOPIC = "inspection.inspector_trained"
    PERSONAL = frozenset()
    training: str
    minutes: int = 0
    skills: tuple[str, ...] = ()


@dataclass(frozen=True)
class InspectorHelped(Fact):
    """Time given to something else than a visit of one's own: a meeting, going along."""

    TOPIC = "inspection.inspector_helped"
    PERSONAL = frozenset()
    what: str
    minutes: int


@dataclass(frozen=True)
class InspectorEntryTakenOff(Fact):
    """A training or hours that were written down wrongly; ``entry`` is the version of that fact."""

    TOPIC = "inspection.entry_taken_off"
    PERSONAL = frozenset()
    entry: int
    why: str


@dataclass(frozen=True)
class InspectorStoodDown(Fact):
    TOPIC = "inspection.inspector_stood_down"
    PERSONAL = frozenset({"why"})
    why: str


@dataclass(frozen=True)
class Question:
    """One question. ``choices`` are the answers offered; a scale runs from 1 to their number.

    Where ``after`` names an earlier question, it is asked only if that was answered ``when``.
    """

    name: str
    kind: QuestionKind
    text: str
    help: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = True
    after: str = ""
    when: str = ""


@dataclass(frozen=True)
class FormDrafted(Fact):
    """A form as staff and inspectors write it together, before it is asked."""

    TOPIC = "inspection.form_drafted"
    PERSONAL = frozenset()
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class FormVersionPublished(Fact):
    """A form as it is asked from now on; earlier versions and their answers stay as they were."""

    TOPIC = "inspection.form_published"
    PERSONAL = frozenset()
    title: str
    number: int
    questions: tuple[Question, ...]
    demo: bool


@dataclass(frozen=True)
class Answer:
    """What was answered, with the words of the question as it was asked."""

    question: str
    asked: str
    kind: QuestionKind
    given: str


@dataclass(frozen=True)
class VisitRecorded(Fact):
    """``minutes`` is how long it took; none: nobody said. Only what was asked is in ``answers``."""

    TOPIC = "inspection.visit_recorded"
    PERSONAL = frozenset({"inspectors"})
    DAY = "visited_on"
    form: UUID
    form_number: int
    place: str
    visited_on: PartialDate
    inspectors: tuple[str, ...]
    answers: tuple[Answer, ...]
    demo: bool
    rating: Rating = ""
    minutes: int = 0


@dataclass(frozen=True)
class VisitFindingMade(Fact):
    TOPIC = "inspection.finding_made"
    PERSONAL = frozenset()
    kind: Literal["good practice", "to improve"]
    finding: str


@dataclass(frozen=True)
class RecommendationMade(Fact):
    TOPIC = "inspection.recommendation_made"
    PERSONAL = frozenset()
    recommendation: str


@dataclass(frozen=True)
class ServiceReplied(Fact):
    TOPIC = "inspection.service_replied"
    PERSONAL = frozenset()
    service: str
    reply: str


@dataclass(frozen=True)
class FollowedUp(Fact):
    """The inspectors went back, and say what changed."""

    TOPIC = "inspection.followed_up"
    PERSONAL = frozenset()
    seen: str
    changed: bool


@dataclass(frozen=True)
class VisitTakenOff(Fact):
    """A visit that was written down wrongly, or twice: it is counted and shown nowhere else."""

    TOPIC = "inspection.visit_taken_off"
    PERSONAL = frozenset()
    why: str


InspectorFact = (
    InspectorInvited
    | InspectorTrained
    | InspectorHelped
    | InspectorEntryTakenOff
    | InspectorStoodDown
)
FormFact = FormDrafted | FormVersionPublished
VisitFact = (
    VisitRecorded
    | VisitFindingMade
    | RecommendationMade
    | ServiceReplied
    | FollowedUp
    | VisitTakenOff
)
