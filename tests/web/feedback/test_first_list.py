"""A receipt that an earlier release gave, of the first list of words, on today's pages."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from events.fact import Provenance
from infra.partnerships import Partnerships
from services.feedback.submission import Message
from tests.web.page import Page

BACK, GIVEN = "/norfolk/back", "sonnet manner length palm slate"


@pytest.fixture
def old(partnerships: Partnerships, client: FlaskClient) -> str:
    """The five words of a message that was recorded before there was an easy list."""
    feedback = partnerships.open("norfolk").feedback
    kept = feedback.receipts.hash_of(tuple(GIVEN.split()))
    told = Provenance("young person", "web")
    said = Message(feeling="sad", words="The bus is late")
    feedback.ledger.save(*said.facts(feedback.id_of("an old form"), told, kept))
    return GIVEN


@pytest.mark.parametrize(
    "typed",
    [GIVEN, GIVEN.upper(), "slate palm length manner sonnet", "sonn mann leng palm slat"],
)
def test_it_opens_however_it_is_typed(client: FlaskClient, old: str, typed: str) -> None:
    page = Page(client.post(BACK, data={"receipt": typed}))
    assert (page.status, page.fields["receipt"]) == (200, old)
    assert re.findall(r"<b>(\w+)</b>", page.html) == old.split()


def test_a_slip_is_named_with_near_words_of_its_own_list(client: FlaskClient, old: str) -> None:
    page = Page(client.post(BACK, data={"receipt": old.replace("palm", "pallm")}))
    assert page.status == 422
    assert "Word 4 looks wrong. Did you mean: palm" in page.words


def test_it_is_saved_as_a_picture(client: FlaskClient, old: str) -> None:
    saved = client.post("/norfolk/kept/save", data={"receipt": old})
    assert (saved.status_code, saved.mimetype) == (200, "image/png")
