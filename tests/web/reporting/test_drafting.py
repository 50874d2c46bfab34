"""Drafting a yearly report: its words, what is left out, and when it is final."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
OURS = "In this year we listened.\nThen we <acted>."


def read(coordinator: Staff) -> Page:
    [link] = re.findall(
        r'href="/norfolk/(reports/year-2026[^"/]*)"', coordinator.get("work/reports/").html
    )
    return coordinator.get(link)


def test_two_people_write_one_chapter_and_both_texts_are_kept(
    coordinator: Staff, report: str
) -> None:
    at = f"{report}/build/training/write"
    assert "Nothing is written here yet" in coordinator.get(f"{report}/build/training").words
    assert coordinator.get(at).fields["seen"] == "0"
    coordinator.post(at, words=OURS, seen="0")
    page = coordinator.post(at, words="My own version", seen="0")
    assert page.status == 422
    assert page.fields["words"] == "My own version"
    assert "Then we &lt;acted&gt;." in page.html
    assert "Somebody else wrote this part while you did" in page.words
    saved = coordinator.post(at, words=f"{OURS}\n\nMy own version", seen=page.fields["seen"])
    assert saved.status == 200
    assert "<p>My own version</p>" in read(coordinator).html
    history = coordinator.get(report).words
    assert history.count("In this year we listened.") == 2


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"words": "", "seen": "0"}, 422),
        ({"words": "x" * 50_001, "seen": "0"}, 422),
        ({"words": "x", "seen": ""}, 422),
        ({"words": "x", "seen": "-1"}, 422),
        ({"words": "x", "seen": "7"}, 422),
    ],
)
def test_what_is_not_right_is_said_and_the_words_stay(
    coordinator: Staff, report: str, given: dict[str, str], status: int
) -> None:
    page = coordinator.post(f"{report}/build/work/write", **given)
    assert page.status == status
    assert page.fields["words"] == given["words"]


def test_an_item_is_left_out_with_a_reason_and_comes_back(coordinator: Staff, report: str) -> None:
    chapter = coordinator.get(f"{report}/build/decisions")
    item, title = re.findall(
        r"build/decisions/items/([^/]+)/out\">Leave out<span\s+class=\"vh\">:\s+([^<]+)</span>",
        chapter.html,
    )[0]
    assert title in read(coordinator).html
    at = f"{report}/build/decisions/items/{item}"
    assert coordinator.post(f"{at}/out", why=" ").status == 422
    left = coordinator.post(f"{at}/out", why="Told in the foreword")
    assert "Told in the foreword" in left.words
    assert title not in read(coordinator).html
    assert title in coordinator.post(at).html
    assert title in read(coordinator).html
    assert coordinator.get(f"{report}/build/decisions/items/none/out").status == 404
    assert coordinator.get(f"{report}/build/nothing").status == 404


def test_final_means_that_later_facts_are_not_in_it(coordinator: Staff, report: str) -> None:
    coordinator.post(f"{report}/finalise")
    late = coordinator.made("work/decisions/new", title="A late decision")
    coordinator.post(
        f"{late}/make", outcome="we will", decided="Late", made_by="the board", reason="x"
    )
    assert "A late decision" not in read(coordinator).html
    refused = coordinator.post(f"{report}/build/work/write", words="Too late", seen="0")
    assert "This report is finalised" in refused.words
    assert refused.fields["words"] == "Too late"
    coordinator.post(f"{report}/reopen", why="One decision was missing")
    assert "A late decision" in read(coordinator).html


def test_the_desk_says_what_is_asked_and_what_is_missing(coordinator: Staff, report: str) -> None:
    desk = coordinator.get(f"{report}/build/")
    assert "Asked, nothing there" in desk.words
    assert "Little progress" in desk.words or "names no priorities" in desk.words


def test_a_chapter_with_decisions_alone_does_not_answer_for_their_impact(
    coordinator: Staff, report: str
) -> None:
    made = coordinator.made("work/decisions/new", title="A decision of the year")
    coordinator.post(
        f"{made}/make", outcome="we will", decided="So", made_by="the board", reason="x"
    )
    impact, unequal = "Evidence of the impact", "disproportionality"
    assert (
        f"{impact} on children and families Missing"
        in coordinator.get(f"{report}/build/decisions").words
    )
    desk = coordinator.get(f"{report}/build/")
    assert "Asked, not all evidenced" in desk.words
    assert impact in desk.words
    assert unequal in desk.words
    writing = coordinator.get(f"{report}/build/decisions/write")
    assert "Write about it" in writing.words
    said = "Evidence of the impact on children and families"
    coordinator.post(f"{report}/state", heading=said, words="Fewer were asked twice.")
    desk = coordinator.get(f"{report}/build/").words
    assert f"{said} Thin The report says something on this" in desk


def test_only_who_keeps_the_record_writes(
    sign_in: SignIn, coordinator: Staff, report: str, anybody: FlaskClient
) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert scrutineer.get(f"{report}/build/training").status == 200
    assert scrutineer.send(f"{report}/build/training/write", words="x", seen="0").status_code == 403
    assert anybody.get(f"/norfolk/{report}/build/").status_code == 303


def test_both_versions_are_seen_side_by_side(coordinator: Staff, report: str) -> None:
    coordinator.post(f"{report}/build/foreword/write", words="We listened.", seen="0")
    page = coordinator.get(f"{report}/preview")
    assert page.status == 200
    assert page.html.count("<html") == 1
    for said in ("We listened.", "Year 2026", "Our year", "0800 1111"):
        assert said in page.html
