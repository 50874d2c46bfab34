"""Words that came another way: recorded as such, with five words for the child."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from tests.web.page import Page
from tests.web.staff import Staff

PAGE = "work/write-down"
SAID = {
    "channel": "phone",
    "hand": "word for word",
    "words": "QUILLHEARD I want to be asked first",
    "better": "Ask me",
    "feeling": "sad",
    "about": "worker",
    "age_band": "10 to 12",
    "wants_answer": "yes",
}


@pytest.fixture
def triage(sign_in: Callable[[str], Staff]) -> Staff:
    return sign_in("triage@norfolk.example")


def test_what_a_child_said_is_written_down_and_they_come_back_with_their_words(
    triage: Staff, anybody: FlaskClient
) -> None:
    assert PAGE in " ".join(triage.get("work/").links)
    key = {"key": "c" * 32}
    first, again = (triage.post(PAGE, **SAID, **key) for _ in range(2))
    receipt = {"receipt": first.fields["receipt"]}
    assert receipt["receipt"] == again.fields["receipt"]
    assert "We got it" in Page(anybody.post("/norfolk/back", data=receipt)).words
    link = next(link for link in first.links if "work/feedback/" in link)
    message = triage.get(link)
    assert "QUILLHEARD" in message.html
    assert "Ask me" in message.html
    assert "word for word" in message.words
    assert "phone" in message.words


def test_a_form_that_was_changed_since_shows_the_five_words_and_what_is_not_in_it(
    triage: Staff,
) -> None:
    key = {"key": "e" * 32}
    first = triage.post(PAGE, **SAID, **key)
    again = triage.post(PAGE, **{**SAID, "better": "QUILLNEW"}, **key)
    assert again.fields["receipt"] == first.fields["receipt"]
    assert "QUILLNEW" in again.html
    assert "QUILLHEARD" not in again.html


def test_who_knows_the_key_of_somebody_elses_form_gets_no_five_words(
    triage: Staff, sign_in: Callable[[str], Staff]
) -> None:
    key = {"key": uuid4().hex}
    written = triage.post(PAGE, **SAID, **key)
    colleague = sign_in("coordinator@norfolk.example")
    colleague.get(PAGE)
    for typed in ({}, SAID | {"words": "Other words"}):
        refused = colleague.post(PAGE, **typed, **key)
        assert refused.status == 422
        assert written.fields["receipt"] not in refused.html


def test_what_the_five_words_are_made_from_is_not_recorded(
    triage: Staff, demo: Partnerships
) -> None:
    page, tenant = triage.post(PAGE, **SAID, key="d" * 32), demo.open("norfolk")
    receipt = tuple(page.fields["receipt"].split())
    told = [fact.provenance for fact in tenant.ledger.facts(tenant.feedback.id_of("d" * 32))]
    assert told
    for each in told:
        assert tenant.feedback.receipts.words_for(each.key) != receipt


@pytest.mark.parametrize("field", ["channel", "hand", "words", "wants_answer"])
def test_what_is_missing_is_asked_for_and_the_rest_kept(triage: Staff, field: str) -> None:
    page = triage.post(PAGE, **{**SAID, field: ""})
    assert page.status == 422
    assert field == "words" or "QUILLHEARD" in page.html


def test_what_was_told_in_other_words_is_never_quoted(triage: Staff, demo: Partnerships) -> None:
    page = triage.post(PAGE, **{**SAID, "hand": "in other words"})
    link = next(link for link in page.links if "work/feedback/" in link)
    assert "Quote from it" not in triage.get(link).html
    refused = triage.send(f"work/quotes/{link[-36:]}/propose", words="asked first")
    assert (refused.status_code, "paraphrase" in refused.text) == (422, True)


def test_a_youth_worker_writes_down_and_reads_no_messages(
    sign_in: Callable[[str], Staff], triage: Staff, anybody: FlaskClient
) -> None:
    worker = sign_in("youth-worker@norfolk.example")
    page = worker.post(PAGE, **SAID)
    receipt = {"receipt": page.fields["receipt"]}
    assert "We got it" in Page(anybody.post("/norfolk/back", data=receipt)).words
    assert not any("work/feedback/" in link for link in (*page.links, *worker.get(PAGE).links))
    assert worker.get("work/").status == 403
    waiting = next(row for row in triage.get("work/").html.split("<tr>") if "QUILLHEARD" in row)
    message = triage.get(re.findall(r'href="/norfolk/(work/feedback/[^"]+)"', waiting)[0])
    assert "Youth worker (demo), word for word" in message.words
