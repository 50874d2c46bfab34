"""Decisions, from a young person's words to what they changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NEW = "work/decisions/new"
MADE = {
    "outcome": "we will",
    "decided": "A letter before any worker leaves",
    "made_by": "The executive group",
    "reason": "Children asked for it",
    "child_reason": "You should hear it from us first.",
    "made_on": "2026-11-21",
}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def feedback(coordinator: Staff) -> str:
    """A message that a decision can rest on."""
    found = re.search(r'value="(feedback:[0-9a-f-]+)"', coordinator.get(NEW).html)
    assert found
    return found[1]


@pytest.fixture
def proposed(coordinator: Staff, feedback: str) -> str:
    """The page of a decision that rests on children's words, not made yet."""
    return coordinator.made(NEW, title="Letters before a worker leaves", evidence=feedback)


@pytest.fixture
def made(coordinator: Staff, proposed: str) -> str:
    coordinator.post(f"{proposed}/make", **MADE)
    return proposed


def test_a_decision_is_proposed_from_a_message(coordinator: Staff) -> None:
    item = re.search(r'href="/norfolk/(work/feedback/[^"]+)"', coordinator.get("work/").html)
    assert item
    coordinator.post(f"{item[1]}/read")
    links = coordinator.get(item[1]).links
    page = coordinator.get(next(link for link in links if "decisions/new" in link))
    assert re.search(rf'value="feedback:{item[1][-36:]}" selected', page.html)
    sent = coordinator.post(NEW, title="Listen", evidence=f"feedback:{item[1][-36:]}")
    assert "What a young person told us" in sent.words
    assert "It rests on feedback: what a young person told us." in sent.words
    assert "Not decided yet" in sent.words


def test_a_decision_without_a_title_is_asked_again(coordinator: Staff) -> None:
    page = coordinator.post(NEW, title="  ", theme="being told")
    assert page.status == 422
    assert page.html.count("Say in a line what is to be decided.") == 2
    assert page.fields["theme"] == "being told"


def test_it_is_made_with_its_reasons_and_stands(coordinator: Staff, proposed: str) -> None:
    page = coordinator.post(f"{proposed}/make", **MADE)
    assert "made and recorded" in page.words
    for words in (*list(MADE.values())[1:5], "21 November 2026", "We will"):
        assert words in page.words
    again = coordinator.post(f"{proposed}/make", **MADE)
    assert again.status == 422
    assert "has been made" in again.words


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("reason", "Say why, so that anybody can understand it later."),
        ("child_reason", "Say why in words that a child understands."),
        ("made_by", "Say who decided."),
        ("outcome", "Say whether we will, we did, or we could not."),
    ],
)
def test_a_decision_is_not_made_without_its_reasons(
    coordinator: Staff, proposed: str, missing: str, said: str
) -> None:
    page = coordinator.post(f"{proposed}/make", **(MADE | {missing: " "}))
    assert page.status == 422
    assert page.html.count(said) == 2
    assert f'id="f-{missing}"' in page.html
    for name, typed in MADE.items():
        assert name in {missing, "outcome"} or typed in page.html
    assert "Not decided yet" in page.words


def test_a_decision_that_rests_on_no_child_needs_no_childs_reason(coordinator: Staff) -> None:
    proposed = coordinator.made(NEW, title="Where the board meets")
    hard = {"child_reason": "Multi-agency governance was implemented."}
    page = coordinator.post(f"{proposed}/make", **(MADE | hard))
    assert page.status == 422
    assert "a word few children know: governance, multi-agency" in page.words
    assert "Multi-agency governance was implemented." in page.html
    assert 'data-of="f-child_reason"' in page.html
    page = coordinator.post(f"{proposed}/make", **(MADE | {"child_reason": ""}))
    assert "made and recorded" in page.words


def test_evidence_is_linked_before_it_is_made_and_once(
    coordinator: Staff, proposed: str, feedback: str
) -> None:
    again = coordinator.post(f"{proposed}/evidence", evidence=feedback)
    assert again.status == 422
    assert "linked to the decision already" in again.words
    audit = re.search(r'value="(audit:[^"]+)"', again.html)
    assert audit
    page = coordinator.post(f"{proposed}/evidence", evidence=audit[1])
    assert "Audit: " in page.words
    assert coordinator.post(f"{proposed}/evidence", evidence="").status == 422
    assert coordinator.post(f"{proposed}/evidence", evidence=f"audit:{uuid4()}").status == 404
    coordinator.post(f"{proposed}/make", **MADE)
    later = re.search(r'value="(audit:[^"]+)"', coordinator.get(proposed).html)
    assert later
    assert coordinator.post(f"{proposed}/evidence", evidence=later[1]).status == 200


def test_actions_are_agreed_and_done(coordinator: Staff, made: str) -> None:
    agreed = {"text": "Write the letter", "owner": "The head of service", "due": "2026-12"}
    page = coordinator.post(f"{made}/action", **agreed)
    assert "December 2026" in page.words
    action = re.search(r'<option value="([0-9a-f]{32})">Write the letter', page.html)
    assert action
    done = coordinator.post(f"{made}/done", action=action[1], result="Sent to everybody")
    assert "Done: Sent to everybody" in done.words
    assert "Complete an action" not in done.words
    again = coordinator.post(f"{made}/done", action=action[1], result="Again")
    assert again.status == 422
    assert "not open" in again.words


def test_what_changed_is_recorded(coordinator: Staff, made: str) -> None:
    given = {"impact": "All nine knew", "for_children": "Children say they knew"}
    page = coordinator.post(f"{made}/impact", **given, observed_by="Us")
    assert "Children say they knew" in page.words


def test_what_changed_is_told_in_words_for_children(coordinator: Staff, made: str) -> None:
    hard = "Multi-agency governance was implemented."
    given = {"impact": "Doubled", "for_children": hard, "observed_by": "Us"}
    page = coordinator.post(f"{made}/impact", **given)
    assert page.status == 422
    assert "a word few children know" in page.words
    assert hard in page.html


def test_a_decision_is_replaced_and_both_stay(
    coordinator: Staff, made: str, sign_in: SignIn
) -> None:
    newer = coordinator.made(NEW, title="Letters and a call")
    coordinator.post(f"{newer}/make", **MADE)
    page = coordinator.post(f"{made}/replace", by=newer[-36:], why="A call is kinder")
    assert "Replaced by" in page.words
    assert f"/norfolk/{newer}" in page.links
    scrutineer = sign_in("scrutineer@norfolk.example")
    register = scrutineer.get("work/decisions/").words
    assert "Letters before a worker leaves" in register
    assert "Letters and a call" in register
    assert coordinator.post(f"{made}/replace", by=str(uuid4()), why="x").status == 404


def test_nothing_is_carried_out_before_it_is_made(coordinator: Staff, proposed: str) -> None:
    for name, given in (("action", {"text": "a", "owner": "b"}), ("impact", {"impact": "a"})):
        page = coordinator.post(f"{proposed}/{name}", **given)
        assert page.status == 422
        assert "not been made yet" in page.words


def test_sending_twice_makes_one_decision(coordinator: Staff) -> None:
    key = uuid4().hex
    places = {coordinator.made(NEW, title="Only once", key=key) for _ in range(3)}
    assert len(places) == 1
    assert coordinator.get("work/decisions/").words.count("Only once") == 1


def test_each_may_read_the_register_and_only_the_coordinator_decides(sign_in: SignIn) -> None:
    for role in ("triage", "scrutineer"):
        staff = sign_in(f"{role}@norfolk.example")
        page = staff.get("work/decisions/")
        assert "Workers read the notes" in page.words
        assert "Propose a decision" not in page.words
        assert Page(staff.client.get(f"/norfolk/{NEW}")).status == 403


def test_a_decision_rests_on_anything_in_the_record_and_gets_its_priority_late(
    coordinator: Staff, made: str
) -> None:
    page = coordinator.get(made).html
    kinds = set(re.findall(r'<option value="([a-z ]+):', page))
    assert kinds >= {"audit", "figure", "statement"}
    [(priority, name)] = re.findall(r'<option value="([^":]+)">([^<]+)</option>', page)[-1:]
    assert priority
    given = coordinator.post(f"{made}/priority", priority=priority)
    assert given.status == 200, given.words
    assert name
    again = coordinator.post(f"{made}/priority", priority=priority)
    assert again.status == 422


def test_what_changed_is_told_to_adults_with_numbers(coordinator: Staff, made: str) -> None:
    numbers = {"before": "3 of 9", "after": "8 of 9", "how_known": "Asked twice"}
    page = coordinator.post(
        f"{made}/impact", impact="More felt heard", for_children="More of you feel heard", **numbers
    )
    assert "More felt heard. Before: 3 of 9. After: 8 of 9. How known: Asked twice." in page.words
