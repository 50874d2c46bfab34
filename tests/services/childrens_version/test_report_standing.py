"""What is final or out is changed by nobody, as the report's own facts say when it is decided."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from services.childrens_version.childrens_version import ChildrensVersionService
from services.childrens_version.editing_state import ItIsFinal, ItIsOut, SomebodyWroteToo
from services.childrens_version.report_standing import standing_of
from services.ledger import Ledger
from services.reporting.report import ReportService
from tests.services.interleaved import interleave
from tests.stories import STAFF, TOLD

REPORT = UUID(int=9)
DRAFT: dict[str, Any] = {
    "name": "r",
    "title": "R",
    "period": None,
    "ruleset": "Working Together 2023",
}
WORDS: dict[str, Any] = {"report": REPORT, "chapter": "hello", "words": "We met.", "seen": 0}


def test_the_reports_own_facts_say_how_it_stands(ledger: Ledger) -> None:
    reports = ReportService(ledger)
    reports.draft(REPORT, STAFF, **DRAFT)
    assert standing_of(ledger, REPORT) == "open"
    reports.finalise(REPORT, STAFF)
    assert standing_of(ledger, REPORT) == "final"
    reports.reopen(REPORT, STAFF, why="a slip")
    assert standing_of(ledger, REPORT) == "open"
    reports.publish(REPORT, TOLD, where="a page")
    assert standing_of(ledger, REPORT) == "out"
    other = UUID(int=8)
    reports.draft(other, TOLD, **DRAFT)
    assert standing_of(ledger, other) == "out"


def test_nobody_writes_in_what_is_final(ledger: Ledger) -> None:
    reports, versions = ReportService(ledger), ChildrensVersionService(ledger)
    reports.draft(REPORT, STAFF, **DRAFT)
    versions.write(REPORT, STAFF, **WORDS)
    reports.finalise(REPORT, STAFF)
    with pytest.raises(ItIsFinal):
        versions.order(REPORT, STAFF, report=REPORT, chapters=())
    reports.publish(REPORT, TOLD, where="a page")
    with pytest.raises(ItIsOut):
        versions.choose_quotes(REPORT, STAFF, report=REPORT, quotes=())


def test_who_writes_second_is_told_and_a_report_made_final_by_then_counts(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports, versions = ReportService(ledger), ChildrensVersionService(ledger)
    reports.draft(REPORT, STAFF, **DRAFT)

    def first() -> None:
        versions.write(REPORT, STAFF, **{**WORDS, "words": "Hello!"})

    interleave(monkeypatch, ledger, first)
    with pytest.raises(SomebodyWroteToo):
        versions.write(REPORT, STAFF, **WORDS)

    def others() -> None:
        versions.write(REPORT, STAFF, **{**WORDS, "seen": 1, "words": "Hello all!"})
        reports.finalise(REPORT, STAFF)

    monkeypatch.undo()
    interleave(monkeypatch, ledger, others)
    with pytest.raises(ItIsFinal):
        versions.write(REPORT, STAFF, **{**WORDS, "chapter": "said", "seen": 0})
