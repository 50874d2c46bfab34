"""A flood set aside at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page

from events.fact import Provenance
from infra.partnerships import Partnerships
from services.feedback.submission import Message
from tests.web.staff import newest_link, posted

pytestmark = pytest.mark.browser
TRIAGE = "triage@norfolk.example"
WORDS = ("the toilets", "the toilets are bad " * 12, "he hits me")


@pytest.fixture
def cookie(
    partnerships: Partnerships, client: FlaskClient, tmp_path: Path, address: str
) -> dict[str, str]:
    """The session of somebody who triages, with a flood in the queue."""
    norfolk, told = partnerships.open("norfolk"), Provenance("test", "a test", key=uuid4().hex)
    norfolk.access.give(told, role="triage", name="Tess", email=TRIAGE)
    for words in WORDS:
        child = Provenance("young person", "web")
        norfolk.feedback.record(uuid4().hex, Message(words=words, crowded=True), child)
    norfolk.catch_up()
    client.post("/norfolk/work/sign-in", data={"email": TRIAGE})
    posted(partnerships)
    client.post(newest_link(tmp_path / "post", TRIAGE))
    session = client.get_cookie("earshot")
    assert session is not None
    return {"name": "earshot", "value": session.value, "url": address}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_flood_is_set_aside_and_each_can_go_on(
    phone: Callable[..., Page],
    accessible: Callable[[Page], None],
    cookie: dict[str, str],
    width: int,
) -> None:
    page = phone(viewport={"width": width, "height": 844})
    page.context.add_cookies([cookie])  # type: ignore[list-item]

    def fits() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        accessible(page)

    page.goto("/norfolk/work/")
    fits()
    page.get_by_role("link", name="All that came with many others at once").click()
    fits()
    assert page.get_by_text("It raised itself").is_visible()
    page.get_by_label("Why not").fill("We got this many times.")
    page.get_by_role("button", name="Propose to do nothing about these").click()
    page.get_by_role("heading", name="2 messages set aside").wait_for()
    fits()
    page.get_by_role("button", name="No, something should be done").first.click()
    page.get_by_text("It goes on").wait_for()


def test_it_works_without_javascript(phone: Callable[..., Page], cookie: dict[str, str]) -> None:
    page = phone(java_script_enabled=False)
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    page.goto("/norfolk/work/")
    page.locator('input[form="together"]').first.check()
    page.get_by_role("button", name="Set aside those that are ticked").click()
    page.get_by_label("Why not").fill("We got this many times.")
    page.get_by_role("button", name="Propose to do nothing about these").click()
    page.get_by_role("heading", name="1 message set aside").wait_for()
