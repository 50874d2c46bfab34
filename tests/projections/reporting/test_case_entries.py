"""What a yearly report, which everybody reads, says of case reviews: steps, and no case."""

from __future__ import annotations

from typing import Any

import pytest

from events.fact import CATALOGUE, Fact
from events.learning.case_review import CaseFact
from events.period import PartialDate
from projections.reporting.entries import entry
from tests.stories import recorded

SECRET = "What only those may read who work on it"
DAY = PartialDate("2026-02-03")
GIVEN: dict[str, Any] = {
    "PartialDate": DAY,
    "PartialDate | None": DAY,
    "bool": False,
    "str": SECRET,
    "CaseLabel": "Serious Case Review",
    "RapidOutcome": "a practice review",
    "PanelView": "agrees",
}
CASES = [kind for kind in CATALOGUE.values() if kind in CaseFact.__args__]  # type: ignore[attr-defined]
OPEN = {"case.review_published", "case.impact_observed", "case.action_plan_signed_off"}


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.TOPIC)
def test_no_report_shows_reference_details_or_reasons_of_a_case(kind: type[Fact]) -> None:
    own = {
        name: GIVEN[str(hint)]
        for name, hint in kind.__annotations__.items()
        if name not in {"TOPIC", "PERSONAL"}
    }
    made = entry(recorded(kind, **own))
    if made is not None and kind.TOPIC not in OPEN:
        assert SECRET not in (made.heading, made.words, made.value, made.note)


def test_a_step_belongs_to_the_day_it_happened() -> None:
    [kind] = [kind for kind in CASES if kind.TOPIC == "case.rapid_review_completed"]
    fact = recorded(kind, completed_on=DAY, outcome="no practice review", why=SECRET)
    made = entry(fact)
    assert made is not None
    assert (made.section, made.first) == ("reviews", "2026-02-03")
    assert made.heading == "Rapid reviews completed, with the outcome of no practice review"
