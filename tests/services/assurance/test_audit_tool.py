"""What may be done with an audit tool."""

from __future__ import annotations

from events.assurance.audit_tool import Criterion, Standard, ToolPublished
from services.assurance.audit_tool import BadStandards, NothingChanged, evolve, publish, revise
from services.refusals import Missing
from tests.stories import given, recorded

ASKED = Standard("s1", "Children are asked", (Criterion("Each child is asked", "notes"),))
TOLD_BACK = Standard("s2", "They are told", (Criterion("Somebody tells them"),))
PUBLISHED = recorded(
    ToolPublished, title="Listening", number=1, standards=(ASKED,), note="", demo=False
)


def test_a_tool_is_published_with_standards_and_criteria() -> None:
    given(evolve).when(publish, title="Listening", standards=(ASKED,)).then(
        ToolPublished, number=1, standards=(ASKED,)
    )
    given(evolve).when(publish, title="", standards=(ASKED,)).refused(Missing, "title")
    given(evolve).when(publish, title="Listening", standards=()).refused(BadStandards, "standards")


def test_a_standard_needs_a_title_and_something_that_has_to_be_so() -> None:
    for bad in (Standard("s1", "", ASKED.criteria), Standard("s1", "Asked", ())):
        given(evolve).when(publish, title="Listening", standards=(bad,)).refused(BadStandards)


def test_no_two_standards_of_a_tool_are_the_same() -> None:
    twice = (ASKED, Standard("s2", "children are ASKED", ASKED.criteria))
    given(evolve).when(publish, title="Listening", standards=twice).refused(BadStandards)


def test_a_further_version_has_the_next_number_and_leaves_the_first_as_it_was() -> None:
    story = given(evolve, PUBLISHED)
    story.when(revise, standards=(ASKED, TOLD_BACK)).then(
        ToolPublished, number=2, title="Listening", standards=(ASKED, TOLD_BACK)
    )
    second = recorded(
        ToolPublished, title="Listening", number=2, standards=(TOLD_BACK,), note="", demo=False
    )
    known = given(evolve, PUBLISHED, second).state
    assert known.standards(1) == (ASKED,)
    assert known.standards(2) == (TOLD_BACK,)


def test_a_version_that_changes_nothing_is_refused() -> None:
    given(evolve, PUBLISHED).when(revise, standards=(ASKED,)).refused(NothingChanged)
