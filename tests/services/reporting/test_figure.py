"""Figures as they are stated, disputed and defined, and what a report must hold."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from uuid import UUID

from events.governance.partnership import ReportingPeriodDeclared
from events.period import PartialDate, Period
from events.reporting.figure import (
    Comparator,
    DiscrepancyExplained,
    FigureCorrected,
    FigureDisputed,
    FigureReported,
    FigureWithdrawn,
    RateDefined,
)
from events.reporting.report_draft import Ruleset
from events.value import Value
from events.value_text import read_value
from projections.reporting.entries import Section
from services.governance import partnership, partnership_state
from services.refusals import AlreadyThere, Missing
from services.reporting import figure, figure_state, rates_and_discrepancies
from services.reporting.figure_state import UndefinedRate
from services.reporting.rulesets import rulesets
from tests.services.governance.test_governance import DOUBT, FIGURE, REGISTERED
from tests.stories import given, recorded


def test_a_figure_is_disputed_and_a_rate_defined_in_words() -> None:
    stated = given(figure_state.evolve, FIGURE)
    stated.when(figure.dispute, by="Health", why="Counted twice").then(FigureDisputed)
    stated.when(figure.dispute, by="", why="x").refused(Missing, "by")
    stated.when(figure.dispute, by="Health", why="").refused(Missing, "why")
    rate = {"name": "No-shows", "part": UUID(int=1), "whole": UUID(int=2), "definition": "Beside"}
    nothing = given(figure_state.evolve)
    nothing.when(rates_and_discrepancies.define_rate, **rate).then(RateDefined)
    nothing.when(rates_and_discrepancies.define_rate, **(rate | {"definition": ""})).refused(
        UndefinedRate
    )
    nothing.when(rates_and_discrepancies.define_rate, **(rate | {"whole": UUID(int=1)})).refused(
        Missing, "whole"
    )
    doubtful = given(figure_state.evolve, DOUBT)
    doubtful.when(rates_and_discrepancies.explain_discrepancy, how="Two minutes").then(
        DiscrepancyExplained
    )
    doubtful.when(rates_and_discrepancies.explain_discrepancy, how="").refused(Missing, "how")


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


COUNTED = recorded(
    FigureReported,
    name="Courses",
    value=Value(66),
    unit="courses",
    period=None,
    as_at=None,
    definition="",
    derived_from=(),
)


def test_a_figure_is_put_right_and_the_newest_statement_stands() -> None:
    said = {"name": "Courses", "value": Value(67), "unit": "courses", "why": "A slip"}
    given(figure_state.evolve, COUNTED).when(figure.correct, **said).then(FigureCorrected, **said)
    given(figure_state.evolve, COUNTED).when(figure.correct, **(said | {"why": ""})).refused(
        Missing, "why"
    )


def test_a_figure_that_is_put_right_keeps_what_it_was_compared_with() -> None:
    england = Comparator("England", Value(60))
    compared = replace(COUNTED, compared=(england,))
    said = {"name": "Courses", "value": Value(67), "unit": "courses", "why": "A slip"}
    put_right = given(figure_state.evolve, compared).when(figure.correct, **said)
    put_right.then(FigureCorrected, compared=(england,))
    given(figure_state.evolve, compared).when(figure.correct, **said, compared=()).then(
        FigureCorrected, compared=()
    )


def test_a_figure_that_was_withdrawn_is_neither_put_right_nor_a_headline() -> None:
    gone = given(figure_state.evolve, COUNTED, recorded(FigureWithdrawn, why="Counted twice"))
    gone.when(figure.withdraw, why="Again").refused(figure_state.Withdrawn)
    gone.when(figure.headline, shown=True).refused(figure_state.Withdrawn)
    said = {"name": "Courses", "value": Value(67), "unit": "", "why": "A slip"}
    gone.when(figure.correct, **said).refused(figure_state.Withdrawn)


def test_what_is_published_already_says_where() -> None:
    said = {"name": "Seen in time", "value": Value(66), "unit": "", "counts": "published"}
    given(figure_state.evolve).when(figure.report_figure, **said).refused(Missing, "published_in")


def test_a_percentage_typed_with_its_sign_needs_its_definition_too() -> None:
    said = {"name": "Seen in time", "value": read_value("66.5%"), "unit": ""}
    given(figure_state.evolve).when(figure.report_figure, **said).refused(UndefinedRate)
