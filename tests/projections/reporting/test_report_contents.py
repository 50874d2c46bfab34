"""The law of conservation: each happening in one report, what stands in each that it touches."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from events.fact import Fact, Provenance
from events.governance.bodies import RoleEnded, RoleGiven
from events.governance.decision import (
    DecisionMade,
    DecisionPriorityGiven,
    DecisionProposed,
    ImpactObserved,
)
from events.governance.initiative import InitiativeRecorded
from events.governance.priority import PriorityAdopted, PriorityEnded
from events.inspections.visit import ServiceReplied, VisitRecorded
from events.period import PartialDate, Period
from events.reporting.figure import FigureReported
from events.reporting.report import ReportDrafted
from events.value import Value
from projections.reporting.annual_report import AnnualReport
from projections.reporting.intervals import Standing
from projections.reporting.report_contents import EntryGroup
from tests.projections.reporting.test_annual_report import view_of

YEARS = (2021, 2022, 2023)
PLACE = UUID(int=99)
FIRST, LAST = date(2021, 4, 1), date(2024, 3, 31)


def told(on: PartialDate | None, *, unknown: bool = False) -> Provenance:
    return Provenance("a tester", "told by coordinator", on, is_day_unknown=unknown)


def drafted(year: int) -> Fact:
    period = Period(PartialDate(f"{year}-04-01"), PartialDate(f"{year + 1}-03-31"))
    return ReportDrafted(
        UUID(int=year), 1, told(None), str(year), "R", "", None, period, "2023", (), ()
    )


def reports() -> list[Fact]:
    return [drafted(year) for year in YEARS]


def day_of(moment: date) -> st.SearchStrategy[PartialDate]:
    texts = [moment.isoformat(), moment.isoformat()[:7]]
    return st.sampled_from([PartialDate(text) for text in texts])


days = st.dates(FIRST, LAST).flatmap(day_of)
lengths = st.integers(0, 900)


@st.composite
def figures(draw: st.DrawFn, number: int) -> Fact:
    day = draw(days)
    last = min(day.last + timedelta(days=draw(lengths)), LAST)
    period = Period(day, PartialDate(last.isoformat()))
    return FigureReported(
        UUID(int=number), 1, told(None), "f", Value(number), "", period, None, "", ()
    )


@st.composite
def works(draw: st.DrawFn, number: int) -> Fact:
    return InitiativeRecorded(
        UUID(int=number), 1, told(draw(days)), "event", f"w{number}", "launched", "", None
    )


@st.composite
def visits(draw: st.DrawFn, number: int) -> list[Fact]:
    visit = UUID(int=number)
    came = VisitRecorded(visit, 1, told(None), UUID(int=5), 1, "A place", draw(days), (), (), False)
    return [came, ServiceReplied(visit, 2, told(draw(days)), "service", "reply")]


@st.composite
def records(draw: st.DrawFn) -> list[Fact]:
    found: list[Fact] = []
    for number in range(100, 100 + draw(st.integers(1, 6))):
        kind = draw(st.sampled_from([figures, works]))
        found.append(draw(kind(number)))
    for number in range(200, 200 + draw(st.integers(0, 3))):
        found += draw(visits(number))
    return found


@settings(deadline=None)
@given(records())
def test_each_happening_stands_in_one_report_and_its_news_in_no_earlier_one(
    record: list[Fact],
) -> None:
    view = view_of(*reports(), *record)
    found = {year: contents(view, year) for year in YEARS}
    own = [group.head.key for own, _ in found.values() for group in own]
    assert sorted(own) == sorted({fact.key for fact in record if is_head(fact)})
    of = {group.head.key: year for year, (own, _) in found.items() for group in own}
    for year, (_, since) in found.items():
        assert all(of[group.head.key] < year for group in since)
    view.close()


def is_head(fact: Fact) -> bool:
    return not isinstance(fact, ServiceReplied)


def contents(view: AnnualReport, year: int) -> tuple[list[EntryGroup], list[EntryGroup]]:
    report = view.report(str(year))
    assert report is not None
    found = view.contents(report)
    both = found.sections, found.since
    own, since = ([group for each in one.values() for group in each] for one in both)
    return own, since


def states(view: AnnualReport, heading: str) -> dict[int, Standing]:
    own = {year: contents(view, year)[0] for year in YEARS}
    return {
        year: group.standing
        for year, groups in own.items()
        for group in groups
        if group.head.heading == heading and group.head.stands
    }


def adopted(number: int, on: PartialDate | None, **more: bool) -> Fact:
    return PriorityAdopted(PLACE, number, told(on, **more), "neglect", "Neglect", "", None, "")


def ended(number: int, on: PartialDate | None, **more: bool) -> Fact:
    return PriorityEnded(PLACE, number, told(on, **more), "neglect", "Neglect", "It is reached.")


@settings(deadline=None)
@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_what_stands_is_in_each_report_whose_period_it_touches(one: date, other: date) -> None:
    start, end = sorted((one, other))
    view = view_of(
        *reports(),
        adopted(1, PartialDate(start.isoformat())),
        ended(2, PartialDate(end.isoformat())),
    )
    touched = {year for year in YEARS if start < date(year + 1, 4, 1) and end >= date(year, 4, 1)}
    found = states(view, "Neglect")
    assert found.keys() == touched
    assert found[max(touched)] == "ended"
    assert all(found[year] == "new" for year in touched - {max(touched)} if year == min(touched))
    view.close()


def test_what_has_not_ended_goes_on_standing() -> None:
    view = view_of(*reports(), adopted(1, PartialDate("2021-06")))
    assert states(view, "Neglect") == {2021: "new", 2022: "continued", 2023: "continued"}
    view.close()


def test_what_began_nobody_knows_when_stands_in_every_report() -> None:
    view = view_of(*reports(), adopted(1, None, unknown=True))
    assert set(states(view, "Neglect")) == set(YEARS)
    view.close()


def test_what_is_adopted_again_without_a_gap_continues_and_after_one_is_new() -> None:
    again = adopted(2, PartialDate("2022-05-01"))
    view = view_of(*reports(), adopted(1, PartialDate("2021-06-01")), again)
    assert states(view, "Neglect") == {2021: "new", 2022: "continued", 2023: "continued"}
    view.close()
    view = view_of(
        *reports(),
        adopted(1, PartialDate("2021-06-01")),
        ended(2, PartialDate("2021-12-31")),
        adopted(3, PartialDate("2023-06-01")),
    )
    assert states(view, "Neglect") == {2021: "ended", 2023: "new"}
    view.close()


def test_a_role_ends_for_the_person_who_held_it_and_not_for_another() -> None:
    view = view_of(
        *reports(),
        RoleGiven(PLACE, 1, told(PartialDate("2021-05-01")), "chair", "Ms A", "council"),
        RoleGiven(PLACE, 2, told(PartialDate("2021-05-01")), "chair", "Mr B", "police"),
        RoleEnded(PLACE, 3, told(PartialDate("2022-05-01")), "chair", "Ms A"),
    )
    own, _ = contents(view, 2023)
    assert [group.head.words for group in own if group.head.stands] == ["Mr B"]
    view.close()


def test_a_decision_stands_whole_in_the_report_of_its_day_and_its_impact_is_news_later() -> None:
    decision = UUID(int=7)
    view = view_of(
        *reports(),
        DecisionProposed(decision, 1, told(PartialDate("2021-03-20")), "Open later", "", "", False),
        made(decision),
        ImpactObserved(decision, 3, told(PartialDate("2022-09-01")), "More came.", ""),
    )
    own, since = contents(view, 2021)
    assert [part.kind for part in own[0].parts] == ["made", "impact"]
    assert not since
    own, since = contents(view, 2022)
    assert not own
    assert [part.words for part in since[0].parts] == ["More came."]
    assert contents(view, 2023) == ([], [])
    view.close()


def made(decision: UUID) -> Fact:
    return DecisionMade(
        decision,
        2,
        told(None),
        made_by="the board",
        decided="We open later.",
        reason="Children asked.",
        child_reason="You asked.",
        outcome="will do",
        made_on=PartialDate("2021-05-01"),
        effective_on=None,
    )


def test_the_facts_of_a_decision_can_be_read_whatever_priority_it_was_given() -> None:
    """Its link in the report once answered that there is no such page."""
    decision, day = UUID(int=70), told(PartialDate("2021-05-20"))
    view = view_of(
        *reports(),
        DecisionProposed(decision, 1, day, "Open later", "", "", False),
        DecisionPriorityGiven(decision, 2, day, "voice"),
    )
    report, row = view.report("2021"), view.entry(f"{decision}:1")
    assert report
    assert row
    assert view.shows(report, row)
    view.close()
