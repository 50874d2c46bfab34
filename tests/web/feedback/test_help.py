"""Help is in the same place on every page, and pages explain honestly how to leave fast."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from projections.governance.partnership_card import Card
from tests.web.page import Page
from tests.web.staff import Staff
from web.site.tenancy import Tenant

OWN = {
    "name": "The QUILL front door",
    "number": "01234 567890",
    "hours": "Day and night",
    "what_for": "If you are worried about a child.",
}


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


def test_a_partnerships_own_number_is_shown_until_it_is_taken_off(
    sign_in: Callable[[str], Staff], anybody: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infra.partnerships._CARD_SECONDS", 0)
    coordinator, at = sign_in("coordinator@norfolk.example"), "work/arrangements/"
    said = coordinator.post(f"{at}help-line", **OWN).words
    assert "Young people are shown this number now" in said
    for path in ("help", "safe"):
        page = Page(anybody.get(f"/norfolk/{path}"))
        assert "tel:01234567890" in page.links
        assert "The QUILL front door" in page.html
        assert "Day and night" in page.html
        assert "QUILL" not in anybody.get(f"/surrey/{path}").text
    again = coordinator.send(f"{at}help-line", **OWN)
    assert (again.status_code, "shown this number already" in again.text) == (422, True)
    gone = {"number": OWN["number"], "why": "It moved"}
    assert "no longer" in coordinator.post(f"{at}no-help-line", **gone).words
    assert "QUILL" not in anybody.get("/norfolk/help").text


def test_no_page_of_one_partnership_waits_for_the_tables_of_another(
    anybody: FlaskClient, demo: Partnerships, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if its help lines are read again and again."""
    monkeypatch.setattr("infra.partnerships._CARD_SECONDS", 0)
    assert anybody.get("/").status_code == 200
    card = demo._card

    def only_norfolks(tenant: Tenant) -> Card | None:
        assert tenant.slug == "norfolk"
        return card(tenant)

    monkeypatch.setattr(demo, "_card", only_norfolks)
    for path in ("/", "/norfolk/"):
        assert anybody.get(path).status_code == 200


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("number", "call us"),
        ("number", "12"),
        ("number", "0800 1111"),
        ("hours", ""),
        ("name", ""),
        ("number", "0871 234 5678"),
        ("what_for", "A multi-agency assessment of contextual vulnerability."),
    ],
)
def test_what_is_no_number_or_is_shown_already_is_asked_for_again(
    sign_in: Callable[[str], Staff], field: str, given: str
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    refused = coordinator.send("work/arrangements/help-line", **(OWN | {field: given}))
    assert refused.status_code == 422
    assert f'id="e-{field}"' in refused.text
