"""If something can't be done, people see again what they typed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from tests.web.conftest import fresh_app
from tests.web.page import Page
from tests.web.staff import Staff
from web.site.permissions import open_to_all

SignIn = Callable[[str], Staff]
TYPED = "What took me a long while to write down"


def broken() -> str:
    raise RuntimeError("a secret of ours")


@pytest.fixture
def failing(demo: Partnerships) -> FlaskClient:
    """A visitor of a page that fails."""
    app = fresh_app(demo)
    app.add_url_rule(
        "/<partnership>/broken", "broken", open_to_all(broken), methods=["GET", "POST"]
    )
    return app.test_client()


def test_whoever_may_not_do_it_keeps_what_they_typed(sign_in: SignIn) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    page = scrutineer.post("work/people/", name=TYPED)
    assert page.status == 403
    assert TYPED in page.html
    assert "Sign out" in page.html
    assert "Need help now?" not in page.words


def test_whoever_writes_about_nothing_keeps_what_they_typed(sign_in: SignIn) -> None:
    page = sign_in("coordinator@norfolk.example").post(
        f"work/decisions/{uuid4()}/impact", impact=TYPED
    )
    assert page.status == 404
    assert TYPED in page.html


def test_our_own_failure_keeps_what_was_typed_and_tells_no_secret(failing: FlaskClient) -> None:
    page = Page(failing.post("/norfolk/broken", data={"words": TYPED}))
    assert page.status == 500
    assert TYPED in page.html
    assert "secret" not in page.html
    assert "It was us." in page.words


def test_what_failed_is_logged_without_its_address(
    failing: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    failing.get("/norfolk/broken?secret=a-sign-in-link")
    assert "a page failed: broken" in caplog.text
    assert "/norfolk/" not in caplog.text
    assert "a-sign-in-link" not in caplog.text


def test_a_young_person_who_is_lost_is_led_home(anybody: FlaskClient) -> None:
    page = Page(anybody.get("/norfolk/nowhere"))
    assert page.status == 404
    assert "Need help now?" in page.words
