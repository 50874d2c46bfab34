"""What a figure counts decides whether it is protected, never a word in its name."""

from __future__ import annotations

from typing import Any

import pytest

from events.reporting.figure import Comparator, FigureReported
from events.value_text import read_value
from projections.counts.stated_figures import compared, counts_children, shown
from tests.stories import STAFF, STREAM


def figure(value: str, unit: str = "", counts: str = "", **said: Any) -> FigureReported:
    given: dict[str, Any] = {
        "name": "Children who felt listened to",
        "value": read_value(value),
        "unit": unit,
        "period": None,
        "as_at": None,
        "definition": "",
        "derived_from": (),
        "counts": counts,
    }
    return FigureReported(STREAM, 1, STAFF, **(given | said))


@pytest.mark.parametrize(
    ("value", "unit", "counts", "words"),
    [
        ("87", "%", "no", "87%"),
        ("3", "%", "no", "3%"),
        ("2.70%", "", "no", "2.70%"),
        ("212 per 10,000", "children", "no", "212 per 10,000 children"),
        ("£96,450.50", "", "no", "£96,450.50"),
        ("66", "courses", "no", "66 courses"),
        ("3", "children", "yes", "* children"),
        ("87", "children", "yes", "85 children"),
        ("fewer than 5", "children", "yes", "* children"),
        ("3", "children", "published", "3 children"),
        ("17 of 23", "", "yes", "*"),
        ("12 of 40", "", "yes", "12 of 40"),
        ("10 to 15", "children", "yes", "* children"),
        ("87", "%", "yes", "87%"),
    ],
)
def test_a_figure_is_shown_by_what_it_counts(
    value: str, unit: str, counts: str, words: str
) -> None:
    found = shown(figure(value, unit, counts))
    assert f"{found.value} {found.unit}".strip() == words
    assert bool(found.why) == ("*" in words or words.startswith("85"))


@pytest.mark.parametrize(("whole", "words"), [("100", "87%"), ("40", "*"), ("6", "*")])
def test_a_percentage_is_hidden_where_few_children_are_behind_it(whole: str, words: str) -> None:
    found = shown(figure("87", "%", "yes", out_of=read_value(whole)))
    assert (found.value == "*") == (words == "*")


@pytest.mark.parametrize(
    ("value", "unit", "protected"), [("87", "%", False), ("87", "", True), ("2.7%", "", False)]
)
def test_a_figure_recorded_before_anybody_was_asked_keeps_the_old_rule_for_counts(
    value: str, unit: str, protected: bool
) -> None:
    assert counts_children(figure(value, unit)) == protected


def test_what_it_is_compared_with_gives_no_few_children_away() -> None:
    """The period before is of the same place, so it is protected as the figure itself is."""
    before = Comparator("the period before", read_value("4%"))
    england = Comparator("England", read_value("6%"))
    few = {"counts": "yes", "out_of": read_value("100"), "compared": (before, england)}
    assert compared(figure("5%", **few)) == ["the period before: *", "England: 6%"]
    assert compared(figure("40%", **few)) == ["the period before: *", "England: 6%"]
    many = few | {"out_of": read_value("2000")}
    assert compared(figure("40%", **many)) == ["the period before: 4%", "England: 6%"]
    higher = Comparator("the period before", read_value("30%"))
    assert compared(figure("5%", **(few | {"compared": (higher,)}))) == ["the period before: *"]
