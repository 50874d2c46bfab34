"""Figures as they are stated, disputed and defined, and what a report must hold."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

import pytest

from events.governance.partnership import ReportingPeriodDeclared
from events.period import PartialDate, Period
from events.reporting.figure import DiscrepancyExplained, FigureDisputed, RateDefined
from events.reporting.report import Ruleset
from events.value import Value
from projections.reporting.entries import Section
from services.governance import partnership, partnership_state
from services.refusals import AlreadyThere, Missing
from services.reporting import figure
from services.reporting.rulesets import rulesets
from tests.services.governance.test_governance import DOUBT, FIGURE, REGISTERED
from tests.stories import given, recorded


def test_a_figure_is_disputed_and_a_rate_defined_in_words() -> None:
    stated = given(figure.evolve, FIGURE)
    stated.when(figure.dispute, by="Health", why="Counted twice").then(FigureDisputed)
    stated.when(figure.dispute, by="", why="x").refused(Missing, "by")
    stated.when(figure.dispute, by="Health", why="").refused(Missing, "why")
    rate = {"name": "No-shows", "part": UUID(int=1), "whole": UUID(int=2), "definition": "Beside"}
    nothing = given(figure.evolve)
    nothing.when(figure.define_rate, **rate).then(RateDefined)
    nothing.when(figure.define_rate, **(rate | {"definition": ""})).refused(figure.UndefinedRate)
    nothing.when(figure.define_rate, **(rate | {"whole": UUID(int=1)})).refused(Missing, "whole")
    doubtful = given(figure.evolve, DOUBT)
    doubtful.when(figure.explain_discrepancy, how="Two minutes").then(DiscrepancyExplained)
    doubtful.when(figure.explain_discrepancy, how="").refused(Missing, "how")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("66", Value(66)),
        ("1,064", Value(1064)),
        ("40+", Value(40, "at least")),
        ("about 30", Value(30, "about")),
        ("all", Value(None, "all")),
        ("unknown", Value(None, "unknown")),
    ],
)
def test_a_figure_is_read_as_it_is_stated(typed: str, value: Value) -> None:
    assert Value.stated(typed) == value


@pytest.mark.parametrize("typed", ["", "many", "-3", "3.5", "4 0", "٣", "9" * 40])
def test_what_is_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        Value.stated(typed)


def test_every_edition_says_what_a_report_must_hold() -> None:
    known = rulesets()
    assert set(known) == set(get_args(Ruleset))
    assert all(each.copy_days == 7 and each.recipients for each in known.values())
    sections = set(get_args(Section))
    for each in known.values():
        ids = [asked.id for asked in each.requirements]
        assert len(set(ids)) == len(ids)
        for asked in each.requirements:
            assert {name.partition("/")[0] for name in asked.answered_by} <= sections, asked.id


def test_the_very_same_period_is_declared_once() -> None:
    same = {"label": "2026-27", "period": Period(PartialDate("2026-07"), PartialDate("2027-06"))}
    declared = given(
        partnership_state.evolve, REGISTERED, recorded(ReportingPeriodDeclared, **same, note="")
    )
    declared.when(partnership.declare_period, **same).refused(AlreadyThere, "label")
    declared.when(partnership.declare_period, **(same | {"period": None})).then(
        ReportingPeriodDeclared
    )
