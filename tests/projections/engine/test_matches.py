"""From a fact to the match of its subject."""

from __future__ import annotations

import pytest

from events.assurance.audit_tool import ToolFact, ToolPublished
from events.deadlines.deadline import DeadlineFact, DeadlineRecalculated, DeadlineSet
from projections.engine.matches import by_kind, kinds_of


def _deadline(fact: DeadlineFact) -> str:
    return f"a deadline: {fact.clock}"


def _tool(fact: ToolFact) -> str:
    return fact.title


def _again(fact: DeadlineSet | ToolPublished) -> str:
    return fact.TOPIC


def test_a_match_takes_each_kind_of_its_union() -> None:
    assert kinds_of(_deadline) == (DeadlineSet, DeadlineRecalculated)
    assert kinds_of(_tool) == (ToolPublished,)


def test_each_kind_is_told_by_the_one_match_that_takes_it() -> None:
    found = by_kind(_deadline, _tool)
    assert found == {
        DeadlineSet: _deadline,
        DeadlineRecalculated: _deadline,
        ToolPublished: _tool,
    }


def test_no_two_matches_take_the_same_kind() -> None:
    with pytest.raises(TypeError, match=r"deadline\.set"):
        by_kind(_deadline, _again)
