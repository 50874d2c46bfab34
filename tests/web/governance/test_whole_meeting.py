"""A whole meeting on one page: pasted, looked at, recorded together or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
WHOLE = "work/meetings/new/whole"
MEETING = {
    "body": "Executive",
    "held_on": "3 March 2024",
    "title": "",
    "place": "County Hall",
    "roles": "Role | Came | Out of\nLead partners | 3 | 3\nHeads of schools | 2 | 4",
    "items": "Waiting times\tThey are too long.\nNeglect\tThe audit was read.",
    "resolutions": (
        "Open later on Thursdays | Health | Children asked for it\nThank the panel | |"
    ),
    "actions": "Change the hours | Health | May 2024\nWrite to the panel | The chair |",
}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@coventry.example")


def test_it_is_shown_as_understood_and_recorded_on_the_second_page(coordinator: Staff) -> None:
    key = uuid4().hex
    seen = coordinator.post(WHOLE, **MEETING, key=key)
    assert seen.status == 200
    assert "Nothing is recorded yet" in seen.words
    assert "Heads of schools" in seen.words
    assert "Executive" not in coordinator.get("work/meetings/").words
    at = coordinator.made(WHOLE, **MEETING, step="save", key=key)
    words = coordinator.get(at).words
    assert "3 March 2024" in words
    assert "2 of 4 Heads of schools" in words
    assert "The audit was read." in words
    assert "Write to the panel" in words
    decisions = coordinator.get("work/decisions/")
    assert "Open later on Thursdays" in decisions.words
    link = re.search(r'href="/coventry/(work/decisions/[0-9a-f-]{36})">Open later', decisions.html)
    assert link
    decided = coordinator.get(link[1]).words
    assert "We will: Open later on Thursdays" in decided
    assert "Children asked for it" in decided
    again = coordinator.made(WHOLE, **MEETING, step="save", key=key)
    assert again == at
    assert coordinator.get("work/meetings/").words.count("Executive") == 1


def test_what_is_wrong_in_a_row_is_named_and_nothing_is_recorded(coordinator: Staff) -> None:
    wrong = MEETING | {"roles": "Lead partners | some\nHeads | 2 | 4 | 5", "actions": " | Health"}
    page = coordinator.post(WHOLE, **wrong)
    assert page.status == 422
    assert "Row 1, “Came”: Write a whole number, such as 12." in page.words
    assert "Row 2 has 4 cells. There are 3 columns." in page.words
    assert "Row 1, “What will be done”: Say what will be done." in page.words
    assert "Lead partners | some" in page.html
    too_many = coordinator.post(WHOLE, **MEETING | {"roles": "Lead partners | 4 | 3"})
    assert too_many.status == 422
    assert "More people can't have come" in too_many.words


def test_it_can_be_changed_after_a_look(coordinator: Staff) -> None:
    page = coordinator.post(WHOLE, **MEETING, step="change")
    assert page.status == 200
    assert "Look at it first" in page.words
    assert "Lead partners | 3 | 3" in page.html


def test_the_same_meeting_typed_twice_is_asked_about(coordinator: Staff) -> None:
    coordinator.made(WHOLE, **MEETING, step="save", key=uuid4().hex)
    page = coordinator.post(WHOLE, **MEETING | {"body": "executive"})
    assert "is recorded already. Is this another one?" in page.words


def test_a_role_that_is_counted_again_is_corrected(coordinator: Staff) -> None:
    at = coordinator.made(WHOLE, **MEETING, step="save", key=uuid4().hex)
    assert (
        coordinator.post(f"{at}/attend", role="Heads of schools", present="3", of="4").status == 200
    )
    words = coordinator.get(at).words
    assert "3 of 4 Heads of schools" in words
    assert "2 of 4 Heads of schools" not in words.partition("What was discussed")[0]


def test_a_meeting_recorded_twice_is_asked_about(coordinator: Staff) -> None:
    given = {"body": "Executive", "held_on": "3 March 2024"}
    assert coordinator.post("work/meetings/new/hold", **given).status == 200
    again = coordinator.post("work/meetings/new/hold", **given)
    assert again.status == 422
    assert "is recorded already" in again.words
    assert coordinator.post("work/meetings/new/hold", **given, sure="yes").status == 200


def test_a_day_is_shown_as_it_was_read(coordinator: Staff) -> None:
    given = MEETING | {"held_on": "3/4/2024", "actions": "Change the hours | Health | 5/6/2024"}
    words = coordinator.post(WHOLE, **given).words
    assert "3 April 2024" in words
    assert "5 June 2024" in words
