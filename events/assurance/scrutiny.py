"""Independent scrutiny: its plan, what it did and found, what it asked, where people disagreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import PartialDate

Stage = Literal["practitioners", "managers", "senior leaders", "the partnership's leaders"]


@dataclass(frozen=True)
class ScrutinyPlanned(Fact):
    TOPIC = "scrutiny.planned"
    PERSONAL = frozenset()
    title: str
    year: str
    themes: tuple[str, ...]
    by: str
    demo: bool


@dataclass(frozen=True)
class ScrutinyActivityDone(Fact):
    """``young_people`` is how many scrutinised with them, as a group: none of them is named."""

    TOPIC = "scrutiny.activity_done"
    PERSONAL = frozenset()
    DAY = ""
    what: str
    theme: str
    done_on: PartialDate
    by: str
    young_people: int


@dataclass(frozen=True)
class ScrutinyFindingMade(Fact):
    TOPIC = "scrutiny.finding_made"
    PERSONAL = frozenset()
    kind: Literal["good practice", "to improve"]
    theme: str
    finding: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class PartnershipAsked(Fact):
    TOPIC = "scrutiny.question_asked"
    PERSONAL = frozenset()
    DAY = ""
    question: str
    words: str
    asked_on: PartialDate
    due: PartialDate | None


@dataclass(frozen=True)
class PartnershipAnswered(Fact):
    TOPIC = "scrutiny.question_answered"
    PERSONAL = frozenset()
    DAY = ""
    question: str
    answer: str
    by: str
    answered_on: PartialDate


@dataclass(frozen=True)
class DisagreementOpened(Fact):
    """Professionals see it differently, and said so: respect for both views is on the record."""

    TOPIC = "scrutiny.disagreement_opened"
    PERSONAL = frozenset()
    disagreement: str
    about: str
    between: str
    stage: Stage


@dataclass(frozen=True)
class DisagreementEscalated(Fact):
    TOPIC = "scrutiny.disagreement_escalated"
    PERSONAL = frozenset()
    disagreement: str
    stage: Stage
    why: str


@dataclass(frozen=True)
class DisagreementResolved(Fact):
    TOPIC = "scrutiny.disagreement_resolved"
    PERSONAL = frozenset()
    disagreement: str
    how: str


@dataclass(frozen=True)
class ScrutinyConcluded(Fact):
    TOPIC = "scrutiny.concluded"
    PERSONAL = frozenset()
    conclusion: str


ScrutinyFact = (
    ScrutinyPlanned
    | ScrutinyActivityDone
    | ScrutinyFindingMade
    | PartnershipAsked
    | PartnershipAnswered
    | DisagreementOpened
    | DisagreementEscalated
    | DisagreementResolved
    | ScrutinyConcluded
)
