"""Inspection forms, as staff and youth inspectors write them together."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.page import Page
from tests.web.staff import YESTERDAY, Staff

SignIn = Callable[[str], Staff]
OVERVIEW, NEW = "work/inspections/", "inspections/forms/new"
FORM = {
    "title": "Is it kind?",
    "rows": "3",
    "text0": "Were they kind?",
    "kind0": "yes or no",
    "needed0": "yes",
    "text1": "How loud was it?",
    "kind1": "scale",
    "choices1": "calm\nbusy\nloud",
}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def sam(sign_in: SignIn) -> Staff:
    return sign_in("inspector@norfolk.example")


def made(staff: Staff, **given: str) -> str:
    """The address of a new form."""
    return staff.made(NEW, **({"step": "publish"} | FORM | given))


def texts(page: Page) -> list[str]:
    """The words of the questions, in the order of the page."""
    rows = range(int(page.fields["rows"]))
    return [page.fields[f"text{row}"] for row in rows if page.fields[f"text{row}"]]


def typed(page: Page) -> dict[str, str]:
    """What the page sends if nothing is changed."""
    return {name: value for name, value in page.fields.items() if name not in ("csrf_token", "key")}


def test_a_form_is_published_and_revised(coordinator: Staff) -> None:
    form = made(coordinator)
    assert "Is it kind?, version 1, 2 questions" in coordinator.get(OVERVIEW).words
    page = coordinator.get(f"{form}/write")
    assert texts(page) == ["Were they kind?", "How loud was it?"]
    assert page.fields["name0"] == "q1"
    assert "calm\nbusy\nloud" in page.fields["choices1"]
    changed = FORM | {"name1": "q2", "text0": "", "text2": "And why?", "seen": "1"}
    revised = coordinator.post(f"{form}/write", **changed, step="publish")
    assert "Version 2, asked from" in revised.words
    again = coordinator.get(f"{form}/write")
    assert texts(again) == ["How loud was it?", "And why?"]
    assert (again.fields["name0"], again.fields["name1"]) == ("q2", "q3")
    assert "Were they kind?" in coordinator.get(f"{form}?version=1").words
    assert "until the next version came" in coordinator.get(f"{form}?version=1").words
    assert coordinator.get(f"{form}?version=9").status == 404


def test_an_old_visit_keeps_its_old_questions(coordinator: Staff) -> None:
    overview = coordinator.get(OVERVIEW)
    visit = re.findall(r'"/norfolk/(work/inspections/visits/[0-9a-f-]{36})"', overview.html)[0]
    form = re.findall(r'"/norfolk/(inspections/forms/[0-9a-f-]{36})"', overview.html)[0]
    revised = FORM | {"name0": "welcome", "text0": "Did they say hello?", "seen": "1"}
    coordinator.post(f"{form}/write", **revised, step="publish")
    page = coordinator.get(visit)
    assert "How welcome did you feel?" in page.words
    assert "Did they say hello?" not in page.words
    assert "2 of 4: a bit" in page.words


def test_an_inspector_drafts_and_a_coordinator_publishes(coordinator: Staff, sam: Staff) -> None:
    sam.get("visits/")
    form = sam.made(NEW, **FORM, step="draft")
    assert "it is not asked yet" in sam.get(form).words
    assert f"/visits/new/{form[-36:]}" not in sam.get("visits/").html
    assert sam.get(f"visits/new/{form[-36:]}").status == 404
    assert sam.send(f"{form}/write", **FORM, seen="1", step="publish").status_code == 403
    assert "Is it kind?, a draft" in coordinator.get(OVERVIEW).words
    coordinator.post(f"{form}/write", **FORM, seen="1", step="publish")
    assert f"/visits/new/{form[-36:]}" in sam.get("visits/").html


def test_two_who_write_at_once_lose_nothing(coordinator: Staff, sam: Staff) -> None:
    form = made(coordinator)
    sam.get("visits/")
    sam.post(f"{form}/write", **(FORM | {"text0": "Were they warm?"}), seen="1", step="draft")
    mine = FORM | {"text0": "Were they gentle?", "seen": "1", "step": "draft"}
    page = coordinator.post(f"{form}/write", **mine)
    assert page.status == 422
    assert "Somebody else changed this form" in page.words
    assert texts(page)[0] == "Were they gentle?"
    assert "Were they warm?" in page.words
    again = coordinator.post(f"{form}/write", **(mine | {"seen": page.fields["seen"]}))
    assert "The draft is kept" in again.words


def test_questions_move_and_nothing_is_kept_by_it(coordinator: Staff) -> None:
    form = made(coordinator)
    rows = FORM | {"name0": "q1", "name1": "q2", "text2": "What else?", "seen": "1"}
    for step, order in [
        ("down-0", ["How loud was it?", "Were they kind?", "What else?"]),
        ("up-2", ["Were they kind?", "What else?", "How loud was it?"]),
        ("up-0", ["Were they kind?", "How loud was it?", "What else?"]),
        ("down-2", ["Were they kind?", "How loud was it?", "What else?"]),
        ("drop-1", ["Were they kind?", "What else?"]),
        ("more", ["Were they kind?", "How loud was it?", "What else?"]),
        ("up-99", ["Were they kind?", "How loud was it?", "What else?"]),
        ("sideways", ["Were they kind?", "How loud was it?", "What else?"]),
    ]:
        page = coordinator.post(f"{form}/write", **rows, step=step)
        assert page.status == 200
        assert texts(page) == order
    assert texts(coordinator.get(f"{form}/write")) == ["Were they kind?", "How loud was it?"]


def test_a_question_waits_for_an_answer(coordinator: Staff, sam: Staff) -> None:
    rows = FORM | {"text2": "Why not?", "name2": "q3", "condition2": "q1:no", "needed2": "yes"}
    rows |= {"name0": "q1", "name1": "q2"}
    shown = coordinator.post(NEW, **rows, step="preview")
    assert "Only if you said “No” to “Were they kind?”." in shown.words
    form = made(coordinator, **rows)
    here = {"place": "A library", "visited_on": YESTERDAY[:10], "q2": "1"}
    path = f"visits/new/{form[-36:]}"
    assert 'data-after="q1" data-when="no"' in sam.get(path).html
    refused = sam.post(path, **here, q1="no")
    assert refused.status == 422
    assert 'href="#f-q3"' in refused.html
    assert "Why not?" not in sam.post(path, **here, q1="yes").words
    assert "No poster" in sam.post(path, **here, q1="no", q3="No poster").words
    rest = rows | {"text0": "How loud?", "kind0": "words", "seen": "1"}
    page = coordinator.post(f"{form}/write", **rest, step="publish")
    assert page.status == 422
    assert "no question before it offers" in page.words


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"title": " "}, "Give the form a title."),
        ({"text0": "", "text1": ""}, "A form needs questions"),
        ({"choices1": "calm"}, "at least two answers"),
        ({"text0": "x" * 10_000}, "The most is 500."),
        ({"choices1": "x\n" * 3_000}, "The most is 500."),
        ({"rows": "abc"}, "A form needs questions"),
        ({"rows": "²"}, "A form needs questions"),
        ({"rows": "9" * 5000}, "A form needs questions"),
    ],
)
def test_a_form_that_is_not_right_is_kept(
    coordinator: Staff, given: dict[str, str], said: str
) -> None:
    page = coordinator.post(NEW, **({"step": "publish"} | FORM | given))
    assert page.status == 422
    assert said in page.words


def test_what_a_question_is_called_is_not_for_whoever_sends_it(coordinator: Staff) -> None:
    form = made(coordinator, name0="place", name1="place")
    page = coordinator.get(f"{form}/write")
    assert (page.fields["name0"], page.fields["name1"]) == ("q1", "q2")
