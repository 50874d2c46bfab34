"""Telling us something: one question at a time, nothing lost, nothing in an address."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from services.feedback.feedback_state import WORDS_LIMIT
from tests.web.page import Page

TELL, CHECK, SEND = "/norfolk/tell", "/norfolk/tell/check", "/norfolk/tell/send"
WORDS = "There is no quiet room.\nI wait & wait."
ANSWERS = {"feeling": "worried", "about": "school", "words": WORDS, "age_band": "10 to 12"}


def checked(client: FlaskClient, **answers: str) -> Page:
    """The page after the questions, with these answers or the usual ones."""
    questions = Page(client.get(TELL))
    return Page(client.post(CHECK, data=questions.fields | (answers or ANSWERS)))


def five_words(page: Page) -> list[str]:
    return page.fields.get("receipt", "").split()


def test_it_says_who_reads_this_before_the_words_are_asked_for(client: FlaskClient) -> None:
    words = Page(client.get(TELL)).words
    asked = words.index("What do you want to tell us?")
    assert words.index("Who reads this?") < asked
    assert words.index("Is it secret?") < asked


def test_the_answers_are_shown_before_they_are_sent(client: FlaskClient) -> None:
    page = checked(client)
    assert page.status == 200
    for shown in ("Worried", "School", "There is no quiet room.\nI wait &amp; wait.", "10 to 12"):
        assert shown in page.html


def test_changing_words_leads_to_their_box(client: FlaskClient) -> None:
    page = checked(client, words="QUILL", better="QUILL")
    for box in ("f-words", "f-better"):
        assert f'value="words" formaction="{TELL}#{box}"' in page.html
        assert f'<textarea id="{box}"' in client.post(TELL, data={"change": "words"}).text


def test_sending_gives_five_words(client: FlaskClient) -> None:
    page = Page(client.post(SEND, data=checked(client).fields))
    assert page.status == 200
    assert len(five_words(page)) == 5
    assert "0800 1111" in page.html


def test_sending_again_gives_the_same_words(client: FlaskClient) -> None:
    check = checked(client)
    first, second = (Page(client.post(SEND, data=check.fields)) for _ in range(2))
    assert five_words(first) == five_words(second) != []


@pytest.mark.parametrize("path", [TELL, CHECK, SEND])
@pytest.mark.parametrize("changed", [{}, {"feeling": "happy"}, {"words": "Other"}, {"words": ""}])
def test_whatever_of_it_is_sent_again_gets_the_same_five_words(
    client: FlaskClient, path: str, changed: dict[str, str]
) -> None:
    """The answer was lost on the way, and the child went back, loaded anew or wrote on."""
    check = checked(client)
    given = five_words(Page(client.post(SEND, data=check.fields)))
    again = Page(client.post(path, data=check.fields | changed))
    assert five_words(again) == given
    assert "There is no quiet room." not in again.html
    assert check.fields["token"] not in again.html


def test_words_that_were_changed_since_may_be_added(client: FlaskClient) -> None:
    check = checked(client)
    client.post(SEND, data=check.fields)
    changed = {"words": "Something else", "better": "A quiet room"}
    again = Page(client.post(SEND, data=check.fields | changed))
    assert again.fields["words"] == "Something else\n\nA quiet room"
    added = Page(client.post("/norfolk/back/more", data=again.fields))
    assert added.status == 200
    story = Page(client.post("/norfolk/back", data={"receipt": again.fields["receipt"]}))
    assert "You told us more" in story.words


def test_the_form_of_somebody_else_is_worth_nothing(client: FlaskClient) -> None:
    """Whoever knows the id of a message, and not its token, does not see its five words."""
    check = checked(client)
    given = five_words(Page(client.post(SEND, data=check.fields)))
    for path in (TELL, CHECK, SEND):
        other = Page(client.post(path, data=check.fields | {"token": "x"}))
        assert five_words(other) != given


def test_an_answer_can_be_changed_and_checked_again(client: FlaskClient) -> None:
    check = checked(client)
    again = Page(client.post(TELL, data=check.fields | {"change": "words"}))
    assert 'class="question opens" id="words"' in again.html
    assert again.fields == check.fields
    page = Page(client.post(CHECK, data=again.fields | {"feeling": "happy"}))
    assert page.fields == check.fields | {"feeling": "happy"}


@pytest.mark.parametrize("page", [CHECK, SEND])
def test_too_many_words_are_kept_and_come_back(client: FlaskClient, page: str) -> None:
    long = "I said all of this. " * 200
    again = Page(client.post(page, data=checked(client).fields | {"words": long}))
    assert again.status == 422
    assert f"{WORDS_LIMIT:,} letters" in again.words
    assert again.title.startswith("Error: ")
    assert again.fields["words"] == long
    assert again.fields["feeling"] == "worried"


@pytest.mark.parametrize("words", ["\n  kept <b>just</b> so", "a\r\nb", "\n\n"])
def test_words_come_back_just_as_they_were_written(client: FlaskClient, words: str) -> None:
    again = Page(client.post(TELL, data={"words": words, "change": "words"}))
    assert again.fields["words"] == words.replace("\r\n", "\n")


def test_saying_nothing_at_all_is_met_with_a_way_on(client: FlaskClient) -> None:
    page = checked(client, words="  ")
    assert page.status == 422
    assert "Pick a face" in page.words


@pytest.mark.parametrize("one", [{"feeling": "sad"}, {"about": "else"}, {"words": "Hi"}])
def test_one_answer_is_enough(client: FlaskClient, one: dict[str, str]) -> None:
    page = checked(client, **one)
    assert client.post(SEND, data=page.fields).status_code == 200


def test_answers_that_make_no_sense_count_as_not_given(client: FlaskClient) -> None:
    page = checked(client, feeling="<script>", client_id="mine", words="Hello", age_band="99")
    assert (page.fields["feeling"], page.fields["age_band"]) == ("", "")
    assert page.fields["client_id"] != "mine"


def test_nothing_of_it_is_in_an_address_a_title_or_a_cookie(client: FlaskClient) -> None:
    check = checked(client)
    sent = client.post(SEND, data=check.fields)
    page = Page(sent)
    for secret in [*five_words(page), "quiet room", check.fields["client_id"]]:
        assert secret not in page.title
        assert not any(secret in link for link in page.links)
    assert "Set-Cookie" not in sent.headers
    assert "no-store" in sent.headers["Cache-Control"]


def test_what_was_typed_leaves_the_browser_once_sent(client: FlaskClient) -> None:
    sent = client.post(SEND, data=checked(client).fields)
    assert sent.headers["Clear-Site-Data"] == '"cache"'


def test_every_form_asks_the_browser_not_to_remember(client: FlaskClient) -> None:
    for page in (Page(client.get(TELL)), checked(client), Page(client.get("/norfolk/back"))):
        forms = re.findall(r"<form[^>]*>", page.html)
        assert forms
        assert all('autocomplete="off"' in form for form in forms)


def test_too_many_at_once_wait_and_lose_nothing(client: FlaskClient) -> None:
    check = checked(client)
    answers = [client.post(SEND, data=check.fields) for _ in range(70)]
    slowed = Page(next(answer for answer in answers if answer.status_code == 429))
    assert slowed.fields == check.fields
    assert "There is no quiet room." in slowed.html


@pytest.mark.parametrize("path", [CHECK, SEND])
def test_going_straight_to_the_end_starts_at_the_beginning(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Location"].endswith(TELL)


def test_is_someone_hurting_you_loses_nothing(client: FlaskClient) -> None:
    """The words go along from the questions to the help page, and back."""
    said = {"feeling": "sad", "about": "home", "words": "He hits me.", "better": "A lock"}
    start = Page(client.get("/norfolk/tell"))
    page = Page(client.post("/norfolk/safe", data=start.fields | said))
    forms = re.findall(r"<form.*?</form>", page.html, re.DOTALL)
    assert len(forms) == 2
    for form, help in zip(forms, ("yes", ""), strict=True):
        sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
        assert {name: sent[name] for name in said} == said
        assert sent["asks_help"] == help
        back = client.post("/norfolk/tell", data=sent)
        assert Page(back).fields["words"] == "He hits me."
        assert 'class="question opens" id="words"' in back.text
        assert "Check my answers" in back.text
