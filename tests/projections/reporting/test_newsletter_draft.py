"""What a newsletter is offered, and what it is not."""

from __future__ import annotations

from uuid import UUID

from events.fact import Fact, Provenance
from events.inspections.visit import VisitFindingMade, VisitRecorded, VisitTakenOff
from events.period import PartialDate
from projections.reporting.entries import entry
from projections.reporting.newsletter_draft import drafted

VISIT, BY = UUID(int=9), Provenance("staff", "")
DAY = PartialDate("2026-11-20")
WENT = VisitRecorded(VISIT, 1, BY, UUID(int=5), 1, "The library", DAY, (), (), False)
SAW = VisitFindingMade(
    VISIT, 2, Provenance("staff", "", DAY), "good practice", "A chair for everybody."
)
OFF = VisitTakenOff(VISIT, 3, BY, "It was sent twice")


def offered(*facts: Fact) -> str:
    rows = [row for fact in facts if (row := entry(fact))]
    return " ".join(each.words for each in drafted(rows, DAY, DAY, ()))


def test_nothing_of_a_visit_is_offered_once_it_is_taken_off() -> None:
    assert "A chair for everybody." in offered(WENT, SAW)
    assert offered(WENT, SAW, OFF) == ""
