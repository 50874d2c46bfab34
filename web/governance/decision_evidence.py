"""What a decision can rest on, named in a few words that hold none of a child's own."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from events.governance.decision import EvidenceKind
from projections.assurance.audits import Audits
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import TriageItem
from projections.feedback.you_said import YouSaid
from projections.inspections.visits_and_forms import VisitsAndForms
from projections.learning.case_reviews import CaseReviews
from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Entry
from web.site.formatting import uk_day
from web.site.permissions import is_offered
from web.site.tenancy import here

MOST_OFFERED = 200


# What reports tell of may be evidence too, by the section and the kind of its entry.
_IN_REPORTS: Mapping[tuple[str, str], tuple[EvidenceKind, str]] = {
    ("meetings", "meeting"): ("meeting", "the meeting of"),
    ("figures", "figure"): ("figure", "the figure"),
    ("scrutiny", "plan"): ("scrutiny", "the scrutiny"),
    ("scrutiny", "good practice"): ("scrutiny", "scrutiny found"),
    ("scrutiny", "to improve"): ("scrutiny", "scrutiny found"),
    ("training", "evaluation"): ("training", "how training was evaluated"),
    ("children", "asked"): ("consultation", "asking a group about"),
    ("reviews", "national learning"): ("national learning", "the national review"),
}


@dataclass(frozen=True)
class Candidate:
    """``part`` tells apart what belongs to one thing, such as two findings of one plan."""

    kind: EvidenceKind
    id: UUID
    said: str
    detail: str = ""
    part: str = ""

    @property
    def shown(self) -> str:
        """The evidence as staff see it in a list. The record, which may be public, says less."""
        return f"{self.said} ({self.detail})" if self.detail else self.said

    @property
    def value(self) -> str:
        return f"{self.kind}:{self.id}{self.part}"


def evidence_here() -> list[Candidate]:
    """Everything in this partnership that a decision may rest on."""
    return [*_feedback(), *_statements(), *_visits(), *_audits(), *_reviews(), *_from_reports()]


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


def _reviews() -> list[Candidate]:
    """The record, which may be public, does not say which case it was."""
    if not is_offered("read cases"):
        return []
    with here.read(CaseReviews) as view:
        cases = view.all()
    return [Candidate("review", case.id, "a case review", case.reference) for case in cases]


def _from_reports() -> list[Candidate]:
    with here.read(AnnualReport) as view:
        rows = view.entries.where(
            section=tuple({section for section, _ in _IN_REPORTS}),
            superseded=0,
            order="order",
            newest_first=True,
        )
    found = {row.key: row for row in rows if (row.section, row.kind) in _IN_REPORTS}
    return [_of_entry(row) for row in list(found.values())[:MOST_OFFERED]]


def _of_entry(row: Entry) -> Candidate:
    kind, named = _IN_REPORTS[row.section, row.kind]
    words = textwrap.shorten(row.heading or row.words, 120, placeholder="…")
    day = f" ({row.stated})" if row.stated else ""
    return Candidate(kind, row.subject, f"{named} {words}{day}", part=f":{row.order}")


def _beginning(item: TriageItem) -> str:
    """The first words, for users who may read them all. None once a concern was escalated."""
    return f", {_first_words(item.said[0])}" if item.said and not item.escalated_to else ""


def _first_words(words: str) -> str:
    return f"“{textwrap.shorten(words, 50, placeholder='…')}”"


def _about(theme: str) -> str:
    return f" about {theme}" if theme else ""
