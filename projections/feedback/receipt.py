"""One young person's receipt: got it, read, passed on, decided and why, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import (
    CameBack,
    FeedbackSubmitted,
    FeedbackTakenBack,
    MoreSaid,
    SaidIfHeard,
)
from events.feedback.triage import FeedbackAnswered, FeedbackPassedOn, FeedbackRead
from events.governance.decision import DecisionMade, EvidenceLinked, ImpactObserved
from events.privacy.erasure import ForgettingConfirmed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.feedback.receipt_rows import WITH, Reason, ReceiptPage, ReceiptRow, ReceiptStep


class Receipt(Projection):
    name = "receipt"
    version = 2
    kept_rows = TableOf(ReceiptRow, index=("receipt",))
    reasons = TableOf(Reason)

    def apply(self, fact: Fact) -> None:
        id, on = fact.originator_id, fact.on
        match fact:
            case FeedbackSubmitted():
                self.kept_rows.put(
                    ReceiptRow(id, fact.receipt, fact.feeling, fact.about, fact.wants_answer, on)
                )
            case FeedbackRead():
                self.kept_rows.change(
                    id, lambda row: replace(row, read_on=row.read_on or on, unread=False)
                )
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
            case ImpactObserved(child_words=impact):
                self.reasons.change(
                    id, lambda row: replace(row, changed=(*row.changed, impact), changed_on=on)
                )
            case _:
                self._go_on(fact)

    def _go_on(self, fact: Fact) -> None:
        """What the young person did once they had their receipt."""
        id, on = fact.originator_id, fact.on
        match fact:
            case MoreSaid(kind="later"):
                self.kept_rows.change(id, lambda row: replace(row, added_on=on, unread=True))
            case CameBack():
                self.kept_rows.change(id, lambda row: replace(row, came_back=True))
            case SaidIfHeard(listened=listened):
                self.kept_rows.change(id, lambda row: replace(row, listened=listened))
            case _:
                pass

    def by_hash(self, receipt: str) -> ReceiptPage | None:
        """What became of the submission with this receipt, or none."""
        found = self.kept_rows.where(receipt=receipt)
        return self._page(found[0]) if found else None

    def known_of(self, receipts: Sequence[str]) -> str:
        """Which of these there is: the first before the others, which must not be several."""
        found = {row.receipt for row in self.kept_rows.where(receipt=tuple(receipts))}
        if receipts[0] in found or len(found) != 1:
            return receipts[0]
        return found.pop()

    def _answer(self, fact: FeedbackAnswered) -> None:
        def answered(row: ReceiptRow) -> ReceiptRow:
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

    def _page(self, row: ReceiptRow) -> ReceiptPage:
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
            row.came_back,
            row.added_on,
            row.unread,
            row.listened,
        )


def _resting(row: ReceiptRow, decision: UUID) -> ReceiptRow:
    return replace(row, decisions=tuple(dict.fromkeys((*row.decisions, decision))))


def _steps(row: ReceiptRow, reasons: list[Reason]) -> tuple[ReceiptStep, ...]:
    made = next((reason.made_on for reason in reasons), None) or row.answered_on
    changed = next((reason.changed_on for reason in reasons if reason.changed_on), None)
    passed = f"{WITH}{row.passed_to}." if row.passed_to else ""
    return (
        ReceiptStep("got_it", row.got_on, "Your words came through to us."),
        ReceiptStep("read", row.read_on, "A grown-up read every word." if row.read_on else ""),
        ReceiptStep("passed_on", row.passed_on, passed),
        ReceiptStep("decided", made, ""),
        ReceiptStep("changed", changed, ""),
    )
