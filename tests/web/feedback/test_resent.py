"""A form that is sent again is the same message, and only for whoever has the form itself."""

from __future__ import annotations

from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from tests.web.learning.test_training import ASK, asked
from tests.web.page import Page

__all__ = ["asked"]  # a fixture
SEND = "/norfolk/tell/send"


def receipt_of(page: Page) -> str:
    return page.fields["receipt"]


def test_the_same_form_gets_the_same_words_and_its_id_alone_gets_others(
    client: FlaskClient, partnerships: Partnerships
) -> None:
    form = Page(client.get("/norfolk/tell")).fields | {"words": "the lamp is broken"}
    mine = receipt_of(Page(client.post(SEND, data=form)))
    assert receipt_of(Page(client.post(SEND, data=form))) == mine
    stolen = {"client_id": form["client_id"], "words": "the lamp is broken"}
    for token in ("", "x", Page(client.get("/norfolk/tell")).fields["token"]):
        assert receipt_of(Page(client.post(SEND, data=stolen | {"token": token}))) != mine
    asked_for = Page(client.post("/norfolk/tell/check", data=stolen | {"feeling": "sad"}))
    assert asked_for.fields.get("client_id") != form["client_id"]


def test_the_record_does_not_hold_what_would_send_a_course_answer_again(
    asked: None, anybody: FlaskClient, demo: Partnerships
) -> None:
    """A scrutineer reads every key: none of them may lead to a child's five words."""
    form = Page(anybody.get(ASK)).fields | {"words": "she hears me", "feeling": "happy"}
    mine = receipt_of(Page(anybody.post(ASK, data=form)))
    assert receipt_of(Page(anybody.post(ASK, data=form))) == mine
    changed = Page(anybody.post(ASK, data=form | {"words": "she hears us all"}))
    assert (receipt_of(changed), changed.fields["words"]) == (mine, "she hears us all")
    rows = demo.store.recorder("norfolk").read(0, 100_000)
    assert not any(form["client_id"].encode() in row.state for row in rows)
    for key in (form["client_id"], form["client_id"].replace("-", "")):
        again = Page(anybody.post(ASK, data={"client_id": key, "words": "she hears me"}))
        assert receipt_of(again) != mine


def test_codes_of_questions_cannot_be_tried_out(asked: None, anybody: FlaskClient) -> None:
    tries = [anybody.get(f"/norfolk/ask/{n:06}").status_code for n in range(14)]
    assert tries == [404] * 10 + [429] * 4
    elsewhere = {"REMOTE_ADDR": "10.7.7.7"}
    assert anybody.get(ASK, environ_base=elsewhere).status_code == 200


def test_a_form_of_thousands_of_fields_is_not_even_read(client: FlaskClient) -> None:
    flood = "&".join(f"f{n}=1" for n in range(28_000))
    kind = "application/x-www-form-urlencoded"
    assert client.post(SEND, data=flood, content_type=kind).status_code == 413
