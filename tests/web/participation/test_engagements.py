"""Engagements, who has not been heard, and statements recorded by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from events.uk_time import in_words, uk_today
from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NEW = "work/engagement/new"
AGAIN = {
    "kind": "survey",
    "group": "Care leavers, Norfolk",
    "theme": "saying it again",
    "question": "What would help?",
}
SAID = {
    "words": "Ask us first",
    "verbatim": "yes",
    "who": "the youth forum",
    "theme": "being asked",
    "said_on": "2026-09",
    "where": "Notes of the youth forum",
}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


def test_before_a_group_is_asked_again_its_answer_is_shown_and_a_reason_asked_for(
    coordinator: Staff,
) -> None:
    asked = coordinator.post(NEW, **AGAIN)
    assert asked.status == 422
    for shown in (
        "They were asked this before",
        "held on 6 October 2026",
        "reads the notes first",
        "need not tell your story again?",
        "Alike means",
    ):
        assert shown in asked.html
    assert 'href="#f-why"' in asked.html
    assert asked.fields["question"] == AGAIN["question"]
    planned = coordinator.post(NEW, **AGAIN, why="The workers have changed")
    assert planned.status == 200
    assert "The workers have changed" in planned.words
    assert "They are asked again, because" in planned.words


def test_the_same_form_sent_twice_plans_once(coordinator: Staff) -> None:
    given = {**AGAIN, "group": "Roma families", "theme": "interpreters", "key": uuid4().hex}
    assert coordinator.made(NEW, **given) == coordinator.made(NEW, **given)
    assert coordinator.get("work/engagement/").html.count("Roma families</a>") == 1


def test_a_group_is_asked_heard_and_told_what_came_of_it(
    coordinator: Staff, anybody: FlaskClient
) -> None:
    given = {**AGAIN, "group": "Roma families", "theme": "interpreters", "planned_on": "2026-11"}
    at = coordinator.made(NEW, **given)
    assert coordinator.post(f"{at}/said", words="x", verbatim="no").status == 422
    assert coordinator.post(f"{at}/held", held_on="2026-13-45", came="6").status == 422
    coordinator.post(f"{at}/held", held_on="2026-11-03", came="6", venue="A hall")
    coordinator.post(f"{at}/said", words="They want <b>her</b>", verbatim="no")
    quoted = coordinator.post(f"{at}/said", words="Ask us", verbatim="yes")
    assert "<q>Ask us</q>" in quoted.html
    assert "They want &lt;b&gt;her&lt;/b&gt; <span" in quoted.html
    wrong = coordinator.post(f"{at}/use", what="x", decision=str(uuid4()))
    assert "Choose one of the list, or none." in wrong.words
    done = coordinator.post(f"{at}/use", what="Two interpreters were hired")
    assert "Two interpreters were hired" in done.words
    report = Page(coordinator.client.get("/norfolk/reports/demo-2026-27"))
    assert "Roma families" in report.words
    assert "A few young people came" in report.words
    assert "Two interpreters were hired" in report.words
    assert "Ask us" not in report.html


def test_who_was_not_heard_is_said_in_words_and_small_counts_are_starred(
    coordinator: Staff,
) -> None:
    page = coordinator.get("work/heard/")
    assert "Nobody who said they are under 10 told us anything." in page.words
    assert "Children under 10 in two primary schools (made up) are to be asked" in page.words
    assert ">*<" in page.html
    assert "Care leavers in Norfolk" in page.words
    past = next(link for link in _periods(page) if link != "latest")
    assert coordinator.get(f"work/heard/?period={past}").status == 200
    assert coordinator.get("work/heard/?period=x").status == 404


def _periods(page: Page) -> list[str]:
    return [part.split('"')[0] for part in page.html.split('<option value="')[1:]]


def test_a_statement_is_recorded_by_hand_and_a_paraphrase_is_never_a_quotation(
    coordinator: Staff, anybody: FlaskClient
) -> None:
    for words, verbatim in (("Ask us first", "yes"), ("They said: thank you", "no")):
        page = coordinator.post(
            "work/statements/new", **{**SAID, "words": words, "verbatim": verbatim}
        )
        assert page.status == 200
    for shown in (page.html, anybody.get("/norfolk/you-said").text):
        assert "<q>Ask us first</q>" in shown
        assert "They said: thank you" in shown
        assert "<q>They said: thank you</q>" not in shown
    report = coordinator.get("/norfolk/reports/demo-2026-27")
    assert "“Ask us first”" in report.html
    assert "“They said: thank you”" not in report.html
    assert "The youth forum, in other words." in report.words


def test_a_statement_typed_by_mistake_is_withdrawn_from_its_list(coordinator: Staff) -> None:
    words = "Typed twice by mistake"
    page = coordinator.post("work/statements/new", **SAID | {"words": words, "verbatim": "no"})
    link = re.search(rf'href="/norfolk/([^"]+)">Withdraw<span class="vh">: {words}', page.html)
    assert link
    assert f"<q>{words}" not in coordinator.get(link[1]).html
    given = {"asked_by": "the partnership", "why": "It was typed twice"}
    assert coordinator.post(f"{link[1]}/withdraw", **given).status == 200
    for at in ("work/statements/", "/norfolk/you-said", "/norfolk/reports/demo-2026-27"):
        assert words not in coordinator.get(at).html


def test_the_day_that_is_proposed_is_written_as_the_hint_says(coordinator: Staff) -> None:
    at = coordinator.made(NEW, **AGAIN | {"group": "Young parents", "theme": "rooms"})
    assert coordinator.get(f"{at}/held").fields["held_on"] == in_words(uk_today())


def test_no_typed_source_passes_for_a_line_of_a_document(coordinator: Staff) -> None:
    page = coordinator.post("work/statements/new", **{**SAID, "where": "Report 2025, line 12"})
    assert "Report 2025; line 12, told by coordinator" in page.words


@pytest.mark.parametrize("left", sorted(SAID))
def test_a_statement_needs_every_answer(coordinator: Staff, left: str) -> None:
    page = coordinator.post("work/statements/new", **{**SAID, left: ""})
    assert page.status == 422
    assert f'href="#f-{left}"' in page.html


def test_a_scrutineer_reads_and_may_not_write(sign_in: SignIn) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    for room in ("engagement", "heard", "statements"):
        assert scrutineer.get(f"work/{room}/").status == 200
    assert scrutineer.send(NEW, **AGAIN).status_code == 403
    assert scrutineer.send("work/statements/new", **SAID).status_code == 403


def test_a_statement_typed_twice_is_asked_about(coordinator: Staff) -> None:
    assert coordinator.send("work/statements/new", **SAID).status_code == 303
    again = coordinator.post("work/statements/new", **SAID)
    assert again.status == 422
    assert "There is one like it already" in again.words
    assert coordinator.send("work/statements/new", **SAID, sure="yes").status_code == 303
