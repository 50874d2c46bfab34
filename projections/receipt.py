"""One young person's receipt: got it, read, passed on, decided and why, what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from events.decision import DecisionMade, EvidenceLinked, ImpactObserved
from events.fact import Fact
from events.feedback import (
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    FeedbackSubmitted,
    FeedbackTakenBack,
)
from events.forgetting import ForgettingConfirmed
from events.period import PartialDate
from projections.projection import Projection
from projections.rows import TableOf
from projections.sealing import Personal

StepName = Literal["got_it", "read", "passed_on", "decided", "changed"]


@dataclass(frozen=True)
class Kept:
    """What is kept of one submission: never the young person's own words."""

    feedback_id: UUID
    receipt: str
    feeling: str
    about: str
    wants_answer: bool
    got_on: PartialDate
    read_on: PartialDate | None = None
    passed_on: PartialDate | None = None
    passed_to: str = ""
    answered_on: PartialDate | None = None
    outcome: str = ""
    answer: Personal = ""
    decisions: tuple[UUID, ...] = ()
    taken_back: bool = False
    forgotten: bool = False


@dataclass(frozen=True)
class Reason:
    """Why a decision was made, in words a child understands, and what it changed."""

    decision: UUID
    outcome: str
    decided: str
    why: str
    made_on: PartialDate | None
    changed: tuple[str, ...] = ()
    changed_on: PartialDate | None = None


@dataclass(frozen=True)
class Step:
    name: StepName
    on: PartialDate | None
    words: str


@dataclass(frozen=True)
class ReceiptPage:
    feedback_id: UUID
    feeling: str
    about: str
    wants_answer: bool
    taken_back: bool
    forgotten: bool
    steps: tuple[Step, ...]
    outcome: str
    answer: str
    why: str
    changed: tuple[str, ...]


class Receipt(Projection):
    name = "receipt"
    kept_rows = TableOf(Kept, index=("receipt",))
    reasons = TableOf(Reason)

    def apply(self, fact: Fact) -> None:
        id, on = fact.originator_id, fact.on
        match fact:
            case FeedbackSubmitted():
                self.kept_rows.put(
                    Kept(id, fact.receipt, fact.feeling, fact.about, fact.wants_answer, on)
                )
            case FeedbackRead():
                self.kept_rows.change(id, lambda row: replace(row, read_on=row.read_on or on))
            case FeedbackPassedOn(to=to):
                self.kept_rows.change(id, lambda row: replace(row, passed_on=on, passed_to=to))
            case FeedbackAnswered():
                self._answer(fact)
            case FeedbackTakenBack():
                self.kept_rows.change(id, lambda row: replace(row, taken_back=True))
            case ForgettingConfirmed(subject=subject):
                self.kept_rows.change(subject, lambda row: replace(row, forgotten=True, answer=""))
            case EvidenceLinked(kind="feedback", evidence=feedback):
                self.kept_rows.change(feedback, lambda row: _resting(row, id))
            case DecisionMade():
                self._make(fact)
            case ImpactObserved(impact=impact):
                self.reasons.change(
                    id,
                    lambda row: replace(row, changed=(*row.changed, impact), changed_on=on),
                )
            case _:
                pass

    def by_hash(self, receipt: str) -> ReceiptPage | None:
        """What became of the submission with this receipt, or none."""
        found = self.kept_rows.where(receipt=receipt)
        return self._page(found[0]) if found else None

    def _answer(self, fact: FeedbackAnswered) -> None:
        def answered(row: Kept) -> Kept:
            row = replace(row, answered_on=fact.on, outcome=fact.outcome, answer=fact.reply)
            return _resting(row, fact.decision) if fact.decision else row

        self.kept_rows.change(fact.originator_id, answered)

    def _make(self, fact: DecisionMade) -> None:
        made = Reason(
            fact.originator_id,
            fact.outcome,
            fact.decided,
            fact.child_reason,
            fact.made_on or fact.on,
        )
        self.reasons.put(made)

    def _page(self, row: Kept) -> ReceiptPage:
        made = [reason for id in row.decisions if (reason := self.reasons.get(id))]
        reasons = [each for each in made if each.outcome == (row.outcome or each.outcome)]
        changed = tuple(words for reason in reasons for words in reason.changed)
        return ReceiptPage(
            row.feedback_id,
            row.feeling,
            row.about,
            row.wants_answer,
            row.taken_back,
            row.forgotten,
            _steps(row, reasons),
            row.outcome or next((reason.outcome for reason in reasons), ""),
            row.answer or next((reason.decided for reason in reasons), ""),
            " ".join(dict.fromkeys(reason.why for reason in reasons if reason.why)),
            changed,
        )


def _resting(row: Kept, decision: UUID) -> Kept:
    return replace(row, decisions=tuple(dict.fromkeys((*row.decisions, decision))))


def _steps(row: Kept, reasons: list[Reason]) -> tuple[Step, ...]:
    made = next((reason.made_on for reason in reasons), None) or row.answered_on
    changed = next((reason.changed_on for reason in reasons if reason.changed_on), None)
    passed = f"It is with: {row.passed_to}." if row.passed_to else ""
    return (
        Step("got_it", row.got_on, "Your words came through to us."),
        Step("read", row.read_on, "A grown-up read every word." if row.read_on else ""),
        Step("passed_on", row.passed_on, passed),
        Step("decided", made, ""),
        Step("changed", changed, ""),
    )
