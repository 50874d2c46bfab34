"""Help is in the same place on every page, and leaving fast is explained honestly."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.page import Page


def test_everybody_to_call_is_there(client: FlaskClient) -> None:
    page = Page(client.get("/norfolk/help"))
    for number in ("tel:999", "tel:08001111", "sms:85258"):
        assert number in page.links
    assert any("ceop.police.uk" in link for link in page.links)
    assert "/norfolk/safe" in page.links


def test_whoever_is_hurt_or_told_of_something_online_finds_whom_to_text_and_ceop(
    client: FlaskClient,
) -> None:
    sent = client.post("/norfolk/tell/send", data={"about": "online"})
    story = client.post("/norfolk/back", data={"receipt": Page(sent).fields["receipt"]})
    for answer in (client.get("/norfolk/safe"), sent, story):
        links = Page(answer).links
        assert "sms:85258" in links
        assert any("ceop.police.uk" in link for link in links)
    other = client.post("/norfolk/tell/send", data={"about": "school"})
    assert not any("ceop.police.uk" in link for link in Page(other).links)


def test_it_does_not_promise_to_hide_the_visit(client: FlaskClient) -> None:
    assert "does not clear your history" in Page(client.get("/norfolk/help")).words


@pytest.mark.parametrize("path", ["", "tell", "back", "you-said", "help", "nowhere"])
def test_help_is_in_the_same_place_everywhere(client: FlaskClient, path: str) -> None:
    html = client.get(f"/norfolk/{path}").text
    assert html.index("Leave fast") < html.index("Not safe right now?") < html.index("<main")
    strip = html[html.index('class="strip"') : html.index("<main")]
    assert all(number in strip for number in ("tel:999", "tel:08001111", "sms:85258"))
