"""If something can't be done, people see again what they typed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from eventsourcing.persistence import OperationalError
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from tests.web.conftest import fresh_app
from tests.web.page import Page
from tests.web.staff import Staff
from web.site.permissions import open_to_all
from web.site.typed_addresses import same_address

SignIn = Callable[[str], Staff]
TYPED = "What took me a long while to write down"


def broken() -> str:
    raise RuntimeError("a secret of ours")


def away() -> str:
    """The database ends a connection, under a page or under the library of the record."""
    raise OperationalError("server closed the connection at 10.1.2.3")


@pytest.fixture
def failing(demo: Partnerships) -> FlaskClient:
    """A visitor of a page that fails."""
    app = fresh_app(demo)
    app.add_url_rule(
        "/<partnership>/broken", "broken", open_to_all(broken), methods=["GET", "POST"]
    )
    app.add_url_rule("/<partnership>/away", "away", open_to_all(away), methods=["GET", "POST"])
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
    assert "Nothing is lost" not in page.words
    assert "We may not have it yet." in page.words
    assert page.fields["words"] == TYPED


def test_a_store_that_is_away_keeps_what_was_typed_and_asks_to_try_again(
    failing: FlaskClient,
) -> None:
    answer = failing.post("/norfolk/away", data={"words": TYPED})
    page = Page(answer)
    assert (page.status, answer.headers["Retry-After"]) == (503, "5")
    assert page.fields["words"] == TYPED
    assert "We may not have it yet. What you wrote is still here. Press Try again." in page.words
    assert "10.1.2.3" not in page.html
    assert "/norfolk/away?look=easy" in Page(failing.get("/norfolk/away?look=easy")).links


def test_it_is_said_in_the_language_of_the_page_though_nothing_can_be_read(
    failing: FlaskClient, demo: Partnerships, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = sign_in("coordinator@norfolk.example").post(
        "work/languages/offer", language="pl", checked_by="a speaker"
    )
    assert offered.status == 200, offered.words
    assert 'lang="pl"' in failing.get("/norfolk/tell?lang=pl").text

    def cannot(*_: object) -> None:
        raise OperationalError("nobody answers")

    monkeypatch.setattr(demo.open("norfolk").views, "read", cannot)
    page = Page(failing.post("/norfolk/tell/send?lang=pl", data={"words": TYPED}))
    assert page.status == 503
    assert "Naciśnij „Spróbuj jeszcze raz”." in page.words
    assert TYPED in page.html


def test_staff_keep_what_they_typed_when_the_store_is_away(
    sign_in: SignIn, demo: Partnerships, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator, risk = sign_in("coordinator@norfolk.example"), demo.open("norfolk").risk

    def cannot(*_: object, **__: object) -> None:
        raise OperationalError("nobody answers")

    monkeypatch.setattr(risk.ledger, "save", cannot)
    given = {"kind": "risk", "title": TYPED, "level": "high", "raised_on": "2026-03-01"}
    page = coordinator.post("work/risks/new", **given)
    assert page.status == 503
    assert page.html.count(TYPED) >= 2
    assert "Press Try again." in page.words


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


@pytest.mark.parametrize("path", ["/%5Cevil.example/tell", "//evil.example/tell"])
def test_trying_again_leads_to_no_other_site(failing: FlaskClient, path: str) -> None:
    with failing.application.test_request_context(path + "?a=%26b"):
        again = same_address()
    assert not again.startswith(("//", "/\\"))
    assert again.endswith("?a=%26b")
