"""Telling us something: one question a page, nothing lost, nothing in an address."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from services.feedback import WORDS_LIMIT
from tests.web.page import Page

TELL, SEND = "/norfolk/tell", "/norfolk/tell/send"
WORDS = "There is no quiet room.\nI wait & wait."


def go_on(client: FlaskClient, page: Page, go: str = "next", **answers: str) -> Page:
    """Answers what the page asks, presses a button, and gives the next page."""
    return Page(client.post(TELL, data=page.fields | answers | {"go": go}))


def answered(client: FlaskClient) -> Page:
    """The page to check, after everything was answered."""
    page = Page(client.get(TELL))
    page = go_on(client, page, feeling="worried")
    page = go_on(client, page, about="school")
    page = go_on(client, page, words=WORDS)
    return go_on(client, page, age_band="10 to 12", wants_answer="yes")


def five_words(page: Page) -> str:
    return page.html.split('translate="no">')[1].split("</ol>")[0]


def test_the_questions_come_one_at_a_time(client: FlaskClient) -> None:
    page = Page(client.get(TELL))
    assert "How do you feel" in page.words
    page = go_on(client, page, feeling="worried")
    assert "What is it about" in page.words
    page = go_on(client, page, about="school")
    assert "What do you want to tell us" in page.words
    page = go_on(client, page, words=WORDS)
    assert "How old are you" in page.words
    page = go_on(client, page)
    assert "Ready to send" in page.words


def test_it_says_who_reads_this_before_the_words_are_asked_for(client: FlaskClient) -> None:
    page = go_on(client, Page(client.get(TELL)), "words")
    assert page.words.index("Who reads this?") < page.words.index("What do you want to tell us?")
    assert page.words.index("Is it secret?") < page.words.index("What do you want to tell us?")


def test_sending_gives_five_words(client: FlaskClient) -> None:
    page = Page(client.post(SEND, data=answered(client).fields))
    assert page.status == 200
    assert five_words(page).count("<li>") == 5
    assert "0800 1111" in page.html


def test_sending_again_gives_the_same_words(client: FlaskClient) -> None:
    check = answered(client)
    first, second = (Page(client.post(SEND, data=check.fields)) for _ in range(2))
    assert five_words(first) == five_words(second)


def test_sending_again_with_other_words_is_refused_and_says_what_to_do(client: FlaskClient) -> None:
    check = answered(client)
    client.post(SEND, data=check.fields)
    assert client.post(SEND, data=check.fields | {"words": "Other"}).status_code == 409


@pytest.mark.parametrize(
    ("at", "please"),
    [("feeling", "Pick a face"), ("about", "Pick one"), ("words", "Write something")],
)
def test_nothing_picked_asks_again_and_offers_to_skip(
    client: FlaskClient, at: str, please: str
) -> None:
    page = go_on(client, Page(client.get(TELL)), at)
    again = go_on(client, page)
    assert again.status == 422
    assert f"{please}, or press Skip." in again.words
    assert again.title.startswith("Error: ")
    skipped = go_on(client, again, "skip")
    assert skipped.status == 200


def test_what_was_written_is_never_lost(client: FlaskClient) -> None:
    page = go_on(client, Page(client.get(TELL)), "words")
    long = "I said\nall of this. " * 200
    again = go_on(client, page, words=long)
    assert again.status == 422
    assert f"{WORDS_LIMIT:,} letters" in again.words
    assert again.fields["words"] == long
    back = go_on(client, again, "about", words="\n  kept <b>just</b> so")
    assert back.fields["words"] == "\n  kept <b>just</b> so"


def test_an_answer_can_be_changed_and_then_checked_again(client: FlaskClient) -> None:
    page = go_on(client, answered(client), "feeling")
    assert page.fields["feeling"] == "worried"
    page = go_on(client, page, feeling="happy")
    assert "Ready to send" in page.words
    assert (page.fields["feeling"], page.fields["words"]) == ("happy", WORDS)


def test_saying_nothing_at_all_is_met_with_a_way_on(client: FlaskClient) -> None:
    page = Page(client.get(TELL))
    for _ in range(4):
        page = go_on(client, page, "skip")
    refused = Page(client.post(SEND, data=page.fields))
    assert refused.status == 422
    assert "Pick a face" in refused.words


def test_a_face_is_enough(client: FlaskClient) -> None:
    page = go_on(client, Page(client.get(TELL)), feeling="sad")
    for _ in range(3):
        page = go_on(client, page, "skip")
    assert client.post(SEND, data=page.fields).status_code == 200


def test_answers_that_make_no_sense_count_as_not_given(client: FlaskClient) -> None:
    page = go_on(client, answered(client), "feeling", feeling="<script>", client_id="mine")
    assert page.fields.get("feeling", "") == ""
    assert page.fields["client_id"] != "mine"


def test_nothing_of_it_is_in_an_address_a_title_or_a_cookie(client: FlaskClient) -> None:
    check = answered(client)
    sent = client.post(SEND, data=check.fields)
    page = Page(sent)
    words = [part.split("</li>")[0] for part in five_words(page).split("<li>")[1:]]
    for secret in [*words, "quiet room", check.fields["client_id"]]:
        assert secret not in page.title
        assert not any(secret in link for link in page.links)
    assert "Set-Cookie" not in sent.headers
    assert "no-store" in sent.headers["Cache-Control"]


def test_every_form_asks_the_browser_not_to_remember(client: FlaskClient) -> None:
    for page in (Page(client.get(TELL)), answered(client), Page(client.get("/norfolk/back"))):
        assert page.html.count("<form") == page.html.count('autocomplete="off" novalidate') or (
            page.html.count("<form") <= page.html.count('autocomplete="off"')
        )


def test_going_straight_to_the_end_starts_at_the_beginning(client: FlaskClient) -> None:
    assert client.get(SEND).headers["Location"].endswith(TELL)
