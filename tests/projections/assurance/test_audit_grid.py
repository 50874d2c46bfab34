"""Agencies by standards, year on year."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.assurance.audit_tool import Standard
from events.period import PartialDate
from projections.assurance.audit_grid import grid_of
from projections.assurance.audit_return_rows import Answered, Return

DAY = PartialDate("2026-11-20")
ASKED = (Standard("s1", "Children are asked"),)


def said(
    rating: str, *, agreed: str = "", good: str = "", submitted: bool = True
) -> dict[str, Return]:
    answer = Answered("s1", rating, agreed=agreed, good=good)
    return {
        "police": Return(UUID(int=1), UUID(int=2), "police", (answer,), DAY if submitted else None)
    }


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ("red", "amber", "better"),
        ("green", "red", "worse"),
        ("amber", "amber", "the same"),
        ("not applicable", "green", "not comparable"),
    ],
)
def test_a_rating_moves_in_words(before: str, now: str, change: str) -> None:
    [row] = grid_of(ASKED, ["police"], said(now), said(before)).rows
    assert (row.cells[0].change, row.cells[0].before) == (change, before)


def test_without_an_earlier_audit_a_rating_is_new() -> None:
    [row] = grid_of(ASKED, ["police"], said("green"), {}).rows
    assert row.cells[0].change == "new"


def test_the_rating_that_was_agreed_counts() -> None:
    [row] = grid_of(ASKED, ["police"], said("green", agreed="amber"), said("amber")).rows
    assert (row.cells[0].rating, row.cells[0].change) == ("amber", "the same")


def test_what_is_not_submitted_counts_for_nothing() -> None:
    grid = grid_of(ASKED, ["police", "health"], said("green", submitted=False), said("red"))
    assert [cell.rating for cell in grid.rows[0].cells] == ["", ""]
    assert not any(each.submitted for each in grid.sums)


def test_good_practice_is_counted_as_much_as_what_must_get_better() -> None:
    [police] = grid_of(ASKED, ["police"], said("amber", good="They draw."), said("red")).sums
    assert (police.good, police.to_improve, police.better, police.worse) == (1, 1, 1, 0)
