"""What a decision can rest on, named in a few words that hold none of a child's own."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from uuid import UUID

from events.governance.decision import EvidenceKind
from projections.assurance.audits import Audits
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import TriageItem
from projections.feedback.you_said import YouSaid
from projections.inspections.visits_and_forms import VisitsAndForms
from web.site.formatting import uk_day
from web.site.tenancy import here

MOST_OFFERED = 200


@dataclass(frozen=True)
class Candidate:
    kind: EvidenceKind
    id: UUID
    said: str
    detail: str = ""

    @property
    def shown(self) -> str:
        """The evidence as staff see it in a list. The record, which may be public, says less."""
        return f"{self.said} ({self.detail})" if self.detail else self.said

    @property
    def value(self) -> str:
        return f"{self.kind}:{self.id}"


def evidence_here() -> list[Candidate]:
    """Everything in this partnership that a decision may rest on."""
    return [*_feedback(), *_statements(), *_visits(), *_audits()]


def _feedback() -> list[Candidate]:
    with here.read(TriageQueue) as queue:
        newest = slice(0, MOST_OFFERED)
        items = [*queue.waiting(newest), *queue.done(newest)]
    return [
        Candidate(
            "feedback",
            item.id,
            f"what a young person told us{_about(item.theme)}",
            f"{item.status}, came on {uk_day(item.received_at)}{_beginning(item)}",
        )
        for item in items
        if item.status != "taken back"
    ]


def _statements() -> list[Candidate]:
    with here.read(YouSaid) as view:
        rows = view.statements()
    return [
        Candidate(
            "statement", row.id, f"what {row.who} said about {row.theme}", _first_words(row.words)
        )
        for row in rows
    ]


def _visits() -> list[Candidate]:
    with here.read(VisitsAndForms) as view:
        visits = view.all_visits()
    return [
        Candidate("inspection", visit.id, f"visit to {visit.place} on {visit.visited_on}")
        for visit in visits
        if not visit.taken_off
    ]


def _audits() -> list[Candidate]:
    with here.read(Audits) as view:
        audits = view.all()
    return [Candidate("audit", audit.id, f"audit: {audit.title}") for audit in audits]


def _beginning(item: TriageItem) -> str:
    """The first words, for users who may read them all. None once a concern was escalated."""
    return f", {_first_words(item.said[0])}" if item.said and not item.escalated_to else ""


def _first_words(words: str) -> str:
    return f"“{textwrap.shorten(words, 50, placeholder='…')}”"


def _about(theme: str) -> str:
    return f" about {theme}" if theme else ""
