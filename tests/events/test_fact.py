"""What each fact says of itself: its document, its day, its name and its place in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.fact import Fact, Provenance, elsewhere
from events.governance.decision import DecisionMade
from events.governance.initiative import InitiativeRecorded
from events.governance.meeting import MeetingCalled, MeetingHeld
from events.governance.partnership import PartnershipRegistered
from events.governance.priority import PriorityAdopted
from events.period import PartialDate, Period
from events.reporting.figure import FigureReported
from events.uk_time import UK
from events.value import Value

AT = datetime(2026, 3, 4, 5, 6, 7, 891234, tzinfo=UTC)
RECORDED = PartialDate("2026-03-04")
DAY, LATER = PartialDate("2021-05"), PartialDate("2021-06-01")
YEAR = Period(PartialDate("2019-04"), PartialDate("2020-03-31"))
HERE, DOCUMENT = (
    Provenance("a tester", "a page"),
    Provenance("a tester", "A report (a.txt), lines 3-4"),
)
HELD: dict[str, Any] = {"body": "The board", "title": "", "place": ""}
MADE: dict[str, Any] = {
    "outcome": "we will",
    "decided": "Put up lamps.",
    "made_by": "The board",
    "reason": "it is dark.",
    "child_reason": "",
}
COUNT: dict[str, Any] = {
    "name": "Members",
    "value": Value(4),
    "unit": "",
    "definition": "",
    "derived_from": (),
}
PLAN: dict[str, Any] = {"kind": "event", "name": "A fair", "detail": "", "due": LATER}
PRIORITY: dict[str, Any] = {"priority": "one", "label": "", "stated_period": "", "note": ""}


def provenance(of: type[Fact], by: Provenance, /, **said: Any) -> Fact:
    return of(UUID(int=1), 2, by, recorded_at=AT, **said)


@pytest.mark.parametrize(
    ("source", "document"),
    [
        ("A report (a.txt), line 3", "A report (a.txt)"),
        ("A report, line by line (a.txt), lines 3-4", "A report, line by line (a.txt)"),
        ("a page", ""),
        ("", ""),
    ],
)
def test_a_source_names_its_document(source: str, document: str) -> None:
    assert Provenance("a tester", source).document == document


@pytest.mark.parametrize("typed", ["A report, line 3", "A report,, line 3", ", line, line 1"])
def test_what_somebody_typed_is_no_document(typed: str) -> None:
    assert Provenance("a tester", elsewhere(typed)).document == ""


def test_a_fact_has_a_name_and_a_place_in_time() -> None:
    fact = provenance(MeetingHeld, HERE, held_on=None, **HELD)
    assert fact.key == "00000000-0000-0000-0000-000000000001:2"
    assert fact.micros == 1772600767891234


@pytest.mark.parametrize(
    ("kind", "said", "here", "document"),
    [
        (MeetingHeld, {**HELD, "held_on": DAY}, DAY, DAY),
        (MeetingHeld, {**HELD, "held_on": None}, RECORDED, None),
        (MeetingCalled, {**HELD, "planned_on": DAY}, RECORDED, None),
        (PriorityAdopted, {**PRIORITY, "period": YEAR}, YEAR.start, YEAR.start),
        (FigureReported, {**COUNT, "period": YEAR, "as_at": None}, YEAR.end, YEAR.end),
        (FigureReported, {**COUNT, "period": YEAR, "as_at": DAY}, DAY, DAY),
        (DecisionMade, {**MADE, "made_on": DAY, "effective_on": LATER}, LATER, LATER),
        (DecisionMade, {**MADE, "made_on": DAY, "effective_on": None}, DAY, DAY),
        (InitiativeRecorded, {**PLAN, "status": "planned"}, RECORDED, None),
    ],
)
def test_a_fact_is_true_on_its_own_day(
    kind: type[Fact], said: dict[str, Any], here: PartialDate, document: PartialDate | None
) -> None:
    assert provenance(kind, HERE, **said).true_on == here
    assert provenance(kind, DOCUMENT, **said).true_on == document


def test_the_day_that_was_told_goes_before_all_others_but_for_a_plan() -> None:
    dated = Provenance("a tester", "a page", LATER)
    assert provenance(MeetingHeld, dated, held_on=DAY, **HELD).true_on == LATER
    assert provenance(InitiativeRecorded, dated, status="in place", **PLAN).true_on == LATER
    assert provenance(InitiativeRecorded, dated, status="planned", **PLAN).true_on == RECORDED


def test_joining_earshot_says_nothing_about_since_when_there_is_a_partnership() -> None:
    said: dict[str, Any] = {
        "name": "Norfolk",
        "slug": "norfolk",
        "short_name": "Norfolk",
        "region": "",
        "safeguarding_partners": (),
        "contact": "",
        "help_lines": (),
    }
    assert provenance(PartnershipRegistered, HERE, **said).true_on is None


@given(st.integers(0, 4_000_000_000))
def test_a_fact_is_recorded_on_the_day_that_it_is_in_the_uk(seconds: int) -> None:
    """At half past midnight in summer it is still the day before in UTC."""
    at = datetime.fromtimestamp(seconds, UTC)
    fact = MeetingHeld(UUID(int=1), 2, HERE, recorded_at=at, held_on=None, **HELD)
    assert fact.on.text == datetime.fromtimestamp(seconds, UK).date().isoformat()


def test_half_an_hour_into_the_first_day_of_the_year_is_in_it() -> None:
    at = datetime(2027, 3, 31, 23, 30, tzinfo=UTC)
    for hours, day in ((0, "2027-04-01"), (-1, "2027-03-31")):
        fact = MeetingHeld(
            UUID(int=1), 2, HERE, recorded_at=at + timedelta(hours=hours), held_on=None, **HELD
        )
        assert fact.recorded_on.text == day
