"""The children's version: no editor's words are lost, and nobody reads what is too hard."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID

import pytest

from events.fact import Provenance
from infra.partnerships import Partnerships
from services.reading_age import hard_sentence
from tests.web.staff import Staff
from web.site.formatting import today

SignIn = Callable[[str], Staff]
FULL = "reports/demo-2026-27"


@pytest.fixture
def editor(sign_in: SignIn) -> Staff:
    return sign_in("editor@norfolk.example")


@pytest.fixture
def at(demo: Partnerships, editor: Staff) -> str:
    report = demo.open("norfolk").ledger.name_of("seed", "z_demo_norfolk", "report")
    return f"editing/{report}/write"


def test_what_another_wrote_meanwhile_is_shown_beside_your_own_words(
    editor: Staff, at: str
) -> None:
    seen = editor.get(f"{at}?chapter=hello").fields["seen"]
    assert editor.send(at, chapter="hello", words="We are <ten>.", seen=seen).status_code == 303
    page = editor.post(at, chapter="hello", words="We are a club.", seen=seen)
    assert page.status == 422
    assert page.fields["words"] == "We are a club."
    assert "We are &lt;ten&gt;." in page.html
    assert "There are new words in this chapter." in page.words
    assert hard_sentence(page.words.split("There is a problem")[1].split("Go back")[0]) == ""
    assert "We are <ten>." in editor.get(f"{FULL}/children").words
    both = page.fields | {"words": "We are a club of ten.", "chapter": "hello"}
    assert editor.send(at, **both).status_code == 303
    assert "We are a club of ten." in editor.get(f"{FULL}/children").words


def test_words_taken_out_meanwhile_are_said_to_be_and_another_chapter_is_free(
    editor: Staff, at: str
) -> None:
    editor.get(at)
    editor.post(at, chapter="hello", words="We are ten.", seen="0")
    seen = editor.get(f"{at}?chapter=hello").fields["seen"]
    editor.post(at, chapter="hello", words="", seen=seen)
    page = editor.post(at, chapter="hello", words="We are a club.", seen=seen)
    assert page.status == 422
    assert "The words were taken out." in page.words
    assert editor.send(at, chapter="said", words="You said it.", seen=seen).status_code == 303
    blank = editor.get(at).fields["seen"]
    assert editor.send(at, chapter="said", words="Mine.", seen=blank).status_code == 422
    far = editor.post(at, chapter="next", words="a" * 3001, seen=blank)
    assert far.status == 422
    assert "new words" not in far.words


def test_what_was_decided_stands_there_only_where_it_is_easy_to_read(
    sign_in: SignIn, demo: Partnerships
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    hard, easy = "Multi-agency governance was implemented.", "We fixed the door."
    made = {"outcome": "we did", "made_by": "the board", "reason": "It is so."}
    for title, decided in (("A plan", hard), ("A door", easy)):
        at = coordinator.made("work/decisions/new", title=title)
        given = made | {"decided": decided, "child_reason": f"You asked for {title.lower()}."}
        assert coordinator.send(f"{at}/make", **given).status_code == 303
    tenant, id = demo.open("norfolk"), UUID(at[-36:])
    tenant.decision.observe_impact(
        id, Provenance("us", "a test, line 1"), impact=hard, observed_by="us"
    )
    tenant.decision.observe_impact(
        id, Provenance("us", "b test"), impact="It shuts.", observed_by="us"
    )
    tenant.catch_up()
    page = coordinator.get(f"{FULL}/children").html
    for said in ("A plan", "You asked for a plan.", easy, "You asked for a door.", "It shuts."):
        assert said in page
    assert hard not in page
    assert hard in coordinator.get(FULL).html
    report = tenant.ledger.name_of("seed", "z_demo_norfolk", "report")
    english = coordinator.get(f"work/reports/{report}/languages/pl/did").words
    assert easy in english
    assert hard not in english


def test_the_words_and_the_visit_that_a_decision_rests_on_stand_with_it(sign_in: SignIn) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    said = {
        "words": "The gate at the park is stuck.",
        "verbatim": "yes",
        "who": "Children at the park",
        "theme": "The park",
        "said_on": today().isoformat(),
        "where": "A walk",
    }
    assert coordinator.send("work/statements/new", **said).status_code == 303
    form = coordinator.get("work/decisions/new").html
    statement = re.findall(r'value="(statement:[0-9a-f-]+)"[^>]*>[^<]*The park', form)[0]
    visit, place = re.findall(r'value="(inspection:[0-9a-f-]+)"[^>]*>visit to ([^<]*?) on ', form)[
        0
    ]
    at = coordinator.made("work/decisions/new", title="The gate", evidence=statement)
    coordinator.post(f"{at}/evidence", evidence=visit)
    made = {"outcome": "we did", "made_by": "the board", "reason": "It is so."}
    kind = {"decided": "We fixed the gate.", "child_reason": "You could not get in."}
    assert coordinator.send(f"{at}/make", **made, **kind).status_code == 303
    html = coordinator.get(f"{FULL}/children").html
    shown = html[html.index("The gate</h3>") :]
    assert "<strong>You said:</strong> <q data-quote>The gate at the park is stuck.</q>" in shown
    assert f"<span data-quote>{place}</span>" in shown.partition("</div>")[0]
