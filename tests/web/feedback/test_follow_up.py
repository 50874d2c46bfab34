"""Coming back with five words: what happened, why, and taking words back."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.page import Page

BACK, TAKE = "/norfolk/back", "/norfolk/back/take"
SAID = "The bus is too far away"


@pytest.fixture
def receipt(client: FlaskClient) -> str:
    """The five words of a young person who told us something."""
    start = Page(client.get("/norfolk/tell"))
    said = start.fields | {"feeling": "sad", "about": "place", "words": SAID}
    sent = client.post("/norfolk/tell/send", data=said)
    return Page(sent).fields["receipt"]


def test_five_words_show_what_happened(client: FlaskClient, receipt: str) -> None:
    page = Page(client.post(BACK, data={"receipt": receipt}))
    assert page.status == 200
    for step in ("We got it", "A grown-up reads it", "We pass it on", "We decide"):
        assert step in page.words
    assert "Sad" in page.html


def test_the_words_may_be_typed_any_way(client: FlaskClient, receipt: str) -> None:
    for typed in (receipt.upper(), receipt.replace(" ", "-"), f" {receipt.replace(' ', ', ')}. "):
        assert client.post(BACK, data={"receipt": typed}).status_code == 200


def test_what_was_said_is_never_shown(client: FlaskClient, receipt: str) -> None:
    assert SAID not in client.post(BACK, data={"receipt": receipt}).text


def test_too_few_words_are_met_kindly_and_kept(client: FlaskClient) -> None:
    page = Page(client.post(BACK, data={"receipt": "otter kite"}))
    assert page.status == 422
    assert "five words" in page.words
    assert page.fields["receipt"] == "otter kite"


def test_words_of_another_place_are_not_found_here(client: FlaskClient, receipt: str) -> None:
    page = Page(client.post("/surrey/back", data={"receipt": receipt}))
    assert page.status == 422
    assert "cannot find these words here" in page.words


def test_thinking_again_leads_back_to_the_story_without_typing_the_words(
    client: FlaskClient, receipt: str
) -> None:
    asked = Page(client.post(TAKE, data={"receipt": receipt}))
    assert f'formaction="{BACK}">No, go back</button>' in asked.html
    story = Page(client.post(BACK, data=asked.fields))
    assert (story.status, "Here is what happened" in story.words) == (200, True)


def test_taking_words_back_is_asked_first_and_done_once(client: FlaskClient, receipt: str) -> None:
    asked = Page(client.post(TAKE, data={"receipt": receipt}))
    assert "Take your words back?" in asked.words
    assert "You took" not in Page(client.post(BACK, data={"receipt": receipt})).words
    for _ in range(2):
        done = Page(client.post(TAKE, data=asked.fields))
        assert "You took your words back" in done.words
    after = Page(client.post(BACK, data={"receipt": receipt}))
    assert "You took your words back" in after.words
    assert "Take my words back" not in after.words


def test_taking_back_what_nobody_can_find_asks_again(client: FlaskClient) -> None:
    assert client.post(TAKE, data={"receipt": "", "sure": "yes"}).status_code == 422
    assert client.get(TAKE).headers["Location"].endswith(BACK)
