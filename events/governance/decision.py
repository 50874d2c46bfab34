"""Decisions: their evidence, who made them and why, what was agreed, and the impact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate
from events.vocabulary import Outcome

EvidenceKind = Literal[
    "feedback",
    "statement",
    "audit",
    "inspection",
    "review",
    "meeting",
    "figure",
    "scrutiny",
    "training",
    "consultation",
    "national learning",
]
FROM_CHILDREN = frozenset({"feedback", "statement", "inspection", "consultation"})


@dataclass(frozen=True)
class DecisionProposed(Fact):
    TOPIC = "decision.proposed"
    PERSONAL = frozenset()
    title: str
    priority: str
    theme: str
    demo: bool


@dataclass(frozen=True)
class EvidenceLinked(Fact):
    """What the decision rests on. ``said`` names it in a few words that identify no child."""

    TOPIC = "decision.evidence_linked"
    PERSONAL = frozenset()
    kind: EvidenceKind
    evidence: UUID
    said: str


@dataclass(frozen=True)
class DecisionMade(Fact):
    """``made_on`` and ``effective_on`` differ where a decision comes into force later.

    ``outcome`` is the answer to those who asked for it: yes and done, yes and to come, or no.
    """

    TOPIC = "decision.made"
    PERSONAL = frozenset()
    outcome: Outcome
    decided: str
    made_by: str
    reason: str
    child_reason: str
    made_on: PartialDate | None
    effective_on: PartialDate | None

    @property
    def stated_on(self) -> PartialDate | None:
        """A decision is true from when it is in force."""
        return self.effective_on or self.made_on

    @property
    def led_by_outcome(self) -> str:
        """What was decided, after its outcome: "We could not: fund the clinic".

        A document states no outcome of its own, so "we will" is not put into its words.
        """
        if self.provenance.document and self.outcome == "we will":
            return self.decided
        return f"{self.outcome.capitalize()}: {self.decided}"


@dataclass(frozen=True)
class DecisionActionAgreed(Fact):
    TOPIC = "decision.action_agreed"
    PERSONAL = frozenset()
    DAY = ""
    action: str
    text: str
    owner: str
    due: PartialDate | None


@dataclass(frozen=True)
class DecisionActionCompleted(Fact):
    TOPIC = "decision.action_completed"
    PERSONAL = frozenset()
    action: str
    result: str


@dataclass(frozen=True)
class ImpactObserved(Fact):
    """What changed because of it: ``impact`` for adults, ``for_children`` for children.

    Facts that were recorded before there were two texts have one for both, in ``impact``.
    ``before``, ``after`` and ``how_known`` say how it was measured, in words or numbers.
    """

    TOPIC = "decision.impact_observed"
    PERSONAL = frozenset()
    impact: str
    observed_by: str
    for_children: str = ""
    before: str = ""
    after: str = ""
    how_known: str = ""

    @property
    def in_full(self) -> str:
        """For adults, with what was measured: "More came. Before: 3 of 9. After: 8 of 9."."""
        measured = (("Before", self.before), ("After", self.after), ("How known", self.how_known))
        said = [f"{name}: {words.rstrip('.')}." for name, words in measured if words]
        return " ".join((f"{self.impact.rstrip('.')}.", *said)) if said else self.impact

    @property
    def child_words(self) -> str:
        return self.for_children or self.impact

    @property
    def is_measured(self) -> bool:
        return bool(self.before and self.after and self.how_known)


@dataclass(frozen=True)
class DecisionPriorityGiven(Fact):
    """It belongs to this priority from now on, whatever it was proposed for."""

    TOPIC = "decision.priority_given"
    PERSONAL = frozenset()
    priority: str


@dataclass(frozen=True)
class DecisionSuperseded(Fact):
    TOPIC = "decision.superseded"
    PERSONAL = frozenset()
    by: UUID
    why: str


DecisionFact = (
    DecisionProposed
    | EvidenceLinked
    | DecisionMade
    | DecisionActionAgreed
    | DecisionActionCompleted
    | ImpactObserved
    | DecisionPriorityGiven
    | DecisionSuperseded
)
