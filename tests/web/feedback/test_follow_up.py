"""Coming back with five words: what happened, why, and taking words back."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from services.feedback.word_list import easy_list, first_list
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


def test_the_order_does_not_matter_and_the_page_puts_it_right(
    client: FlaskClient, receipt: str
) -> None:
    mixed = " ".join(reversed(receipt.split()))
    page = Page(client.post(BACK, data={"receipt": mixed}))
    assert (page.status, page.fields["receipt"]) == (200, receipt)
    assert re.findall(r"<b>(\w+)</b>", page.html) == receipt.split()


@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_wrong_word_is_named_and_near_ones_lead_on(
    client: FlaskClient, receipt: str, number: int
) -> None:
    """Also where first letters are all that was typed of the others."""
    words = receipt.split()
    slipped = words[number - 1][:3] + "q" + words[number - 1][3:]
    typed = [*words[: number - 1], slipped, *words[number:]]
    page = Page(client.post(BACK, data={"receipt": " ".join(typed)}))
    assert page.status == 422
    assert f"Word {number} looks wrong. Did you mean: " in page.words
    [mended] = [whole for whole in re.findall(r'value="([a-z ]+)">', page.html) if whole == receipt]
    story = client.post(BACK, data={"receipt": [" ".join(typed), mended]})
    assert "Here is what happened" in story.text


def test_a_wrong_word_is_answered_the_same_whether_there_is_such_a_receipt_or_not(
    client: FlaskClient, receipt: str
) -> None:
    """Near words come from the list alone."""
    rest = receipt.split()[1:]
    first, others = set(first_list().words), list[str]()
    for word in rest:  # which lists have it may be told: which receipts there are may not
        fitting = (each for each in easy_list().words if (each in first) == (word in first))
        others.append(next(each for each in fitting if each not in rest + others))

    def said(words: list[str]) -> tuple[list[str], list[str]]:
        html = client.post(BACK, data={"receipt": " ".join(["dolfin", *words])}).text
        return re.findall(r'class="wrong".*?</p>', html), re.findall(r">(\w+)</button>", html)

    assert said(rest) == said(others)
    assert "dolphin" in said(rest)[1]


def test_words_like_none_of_ours_are_told_to_be_checked(client: FlaskClient) -> None:
    page = Page(client.post(BACK, data={"receipt": "zzzz qqqq xxxx wwww vvvv" + "v" * 5000}))
    assert page.status == 422
    assert "Word 1 looks wrong. Check the spelling. Word 2 looks wrong." in page.words


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


def added(client: FlaskClient, receipt: str, words: str) -> Page:
    story = Page(client.post(BACK, data={"receipt": receipt}))
    said = {"receipt": receipt, "key": story.fields["key"], "words": words}
    return Page(client.post(f"{BACK}/more", data=said))


def test_urgent_words_that_are_added_are_told_what_happens_now(
    client: FlaskClient, receipt: str
) -> None:
    page = added(client, receipt, "He hits me every night")
    assert "What happens now?" in page.words
    assert "Call 999 now" in page.words
    assert "A grown-up will read it." not in page.words


def test_ordinary_words_that_are_added_are_thanked_for(client: FlaskClient, receipt: str) -> None:
    page = added(client, receipt, "The other bus is late too")
    assert "We got it. A grown-up will read it." in page.words
    assert "What happens now?" not in page.words


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
