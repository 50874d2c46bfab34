"""Signing in by a link that works once, staying signed in, and being signed out at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from events.fact import Provenance
from infra.partnerships import Partnerships
from tests.web.page import Page
from tests.web.staff import Staff, newest_link, posted
from web.site.authentication import IDLE_SECONDS, LONGEST_SECONDS

ASK, TRIAGE = "/norfolk/work/sign-in", "triage@norfolk.example"
INSPECTOR = "inspector@norfolk.example"
SignIn = Callable[[str], Staff]


def ask(client: FlaskClient, email: str) -> Page:
    page = Page(client.post(ASK, data={"email": email}))
    posted(client.application.extensions["tenants"])
    return page


def test_a_link_lets_in_once(anybody: FlaskClient, post: Path) -> None:
    ask(anybody, TRIAGE)
    link = newest_link(post, TRIAGE)
    assert "Press the button" in Page(anybody.get(link)).words
    assert anybody.post(link).headers["Location"] == "/norfolk/work/"
    assert "Triage queue" in Page(anybody.get("/norfolk/work/")).words
    again = Page(anybody.post(link))
    assert again.status == 422
    assert "no longer works" in again.words


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_other_site_signs_a_browser_in(anybody: FlaskClient, post: Path, site: str) -> None:
    """Else somebody's notes would be recorded as another's."""
    ask(anybody, TRIAGE)
    link = newest_link(post, TRIAGE)
    assert anybody.post(link, headers={"Sec-Fetch-Site": site}).status_code == 403
    assert anybody.post(link, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303


def test_opening_a_link_does_not_use_it_up(anybody: FlaskClient, post: Path) -> None:
    ask(anybody, TRIAGE)
    link = newest_link(post, TRIAGE)
    for _ in range(3):
        anybody.get(link)
    assert anybody.post(link).status_code == 303


def test_a_stranger_reads_the_same_words_and_gets_no_letter(
    anybody: FlaskClient, post: Path
) -> None:
    known, unknown = ask(anybody, TRIAGE), ask(anybody, "stranger@norfolk.example")
    assert known.words.replace(TRIAGE, "") == unknown.words.replace("stranger@norfolk.example", "")
    assert known.status == unknown.status == 200
    assert len(list(post.iterdir())) == 1


def test_asking_many_times_tells_nobody_who_is_known(anybody: FlaskClient, post: Path) -> None:
    pages = [ask(anybody, TRIAGE) for _ in range(7)]
    assert {page.status for page in pages} == {200}
    assert len({page.words for page in pages}) == 1
    assert len(list(post.iterdir())) == 5


def test_capitals_and_space_in_an_address_do_not_matter(anybody: FlaskClient, post: Path) -> None:
    ask(anybody, f"  {TRIAGE.upper()} ")
    assert newest_link(post, TRIAGE)


@pytest.mark.parametrize("typed", ["", "triage", "a b@c", "a@b\nBcc: everybody@c"])
def test_what_is_no_address_is_kept_and_asked_again(anybody: FlaskClient, typed: str) -> None:
    page = ask(anybody, typed)
    assert page.status == 422
    assert "e-mail address" in page.words or "name@example.org" in page.words
    assert page.title.startswith("Error: ")


def test_a_link_is_good_for_a_quarter_of_an_hour(demo: Partnerships, anybody: FlaskClient) -> None:
    access = demo.open("norfolk").access
    anybody.get(ASK)
    person = access.id_of(TRIAGE)
    for minutes, status in ((16, 422), (14, 303)):
        made = datetime.now(UTC) - timedelta(minutes=minutes)
        secret = f"made {minutes} minutes ago"
        access.make_link(person, Provenance(TRIAGE, "test"), secret=secret, at=made)
        assert anybody.post(f"{ASK}/{person}/{secret}").status_code == status


def test_a_link_of_one_partnership_opens_no_other(anybody: FlaskClient, post: Path) -> None:
    ask(anybody, TRIAGE)
    link = newest_link(post, TRIAGE)
    assert anybody.post(link.replace("norfolk", "surrey", 1)).status_code == 422


def test_signing_in_leads_to_the_page_that_was_asked_for(anybody: FlaskClient, post: Path) -> None:
    anybody.get("/norfolk/work/deadlines/?who=me")
    ask(anybody, TRIAGE)
    entered = anybody.post(newest_link(post, TRIAGE))
    assert entered.headers["Location"] == "/norfolk/work/deadlines/?who=me"


def test_however_many_pages_are_asked_for_the_cookie_stays_small(anybody: FlaskClient) -> None:
    for slug in ("norfolk", "surrey", "coventry", "nel"):
        anybody.get(f"/{slug}/work/decisions/?q={'long ' * 500}")
        anybody.get(f"/{slug}/work/{'deep/' * 500}")
    kept = anybody.get_cookie("earshot")
    assert kept
    assert len(kept.value) < 1_000
    with anybody.session_transaction() as held:
        assert set(held["wanted"].values()) == {
            f"/{slug}/work/decisions/" for slug in ("norfolk", "surrey", "coventry", "nel")
        }


def test_the_link_leads_there_in_another_browser_too(
    anybody: FlaskClient, demo_app: Flask, post: Path
) -> None:
    anybody.get("/norfolk/work/deadlines/")
    ask(anybody, TRIAGE)
    other, link = demo_app.test_client(), newest_link(post, TRIAGE)
    other.get(link)
    assert other.post(link).headers["Location"] == "/norfolk/work/deadlines/"


@pytest.mark.parametrize(
    "to",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/norfolk/work/",
        "/\t/elsewhere.example/",
        "/\\elsewhere.example",
        "/surrey/work/deadlines/",
        "/norfolk/",
        "/norfolk/work/people/",  # no page of theirs
        "/norfolk/work/sign-out",
        "%00",
    ],
)
def test_nobody_is_led_to_what_is_no_page_of_theirs(
    anybody: FlaskClient, post: Path, to: str
) -> None:
    ask(anybody, TRIAGE)
    entered = anybody.post(newest_link(post, TRIAGE), query_string={"to": to})
    assert entered.headers["Location"] == "/norfolk/work/"


def test_whoever_blocks_cookies_is_told_so_and_the_link_still_works(
    demo_app: Flask, anybody: FlaskClient, post: Path
) -> None:
    ask(anybody, TRIAGE)
    blocked, link = demo_app.test_client(use_cookies=False), newest_link(post, TRIAGE)
    blocked.get(link)
    page = Page(blocked.post(link))
    assert page.status == 422
    assert "Your browser blocks cookies" in page.words
    anybody.get(link)
    assert anybody.post(link).status_code == 303


def test_a_link_from_another_site_is_followed_by_whoever_is_signed_in(
    anybody: FlaskClient,
) -> None:
    """A browser sends a strict cookie with no link of a webmail page."""
    cookie = anybody.get(ASK).headers["Set-Cookie"]
    assert "SameSite=Lax" in cookie
    assert "HttpOnly" in cookie


def test_somebody_may_work_for_two_partnerships_in_one_browser(
    demo_app: Flask, demo: Partnerships, post: Path
) -> None:
    client, both = demo_app.test_client(), ("norfolk", "surrey")
    for slug in both:
        email = f"coordinator@{slug}.example"
        client.post(f"/{slug}/work/sign-in", data={"email": email})
        posted(demo)
        client.post(newest_link(post, email))
    pages = {slug: Page(client.get(f"/{slug}/work/decisions/")) for slug in both}
    assert {page.status for page in pages.values()} == {200}
    token = pages["norfolk"].fields["csrf_token"]
    client.post("/norfolk/work/sign-out", data={"csrf_token": token})
    assert client.get("/norfolk/work/decisions/").status_code == 303
    assert client.get("/surrey/work/decisions/").status_code == 200


def test_nobody_arrives_at_what_a_page_asks_by_itself(anybody: FlaskClient, post: Path) -> None:
    ask(anybody, INSPECTOR)
    link = newest_link(post, INSPECTOR).partition("?")[0]
    arrived = anybody.post(f"{link}?to=/norfolk/visits/fresh")
    assert arrived.headers["Location"] == "/norfolk/visits/"


def test_an_inspector_arrives_at_their_visits(sign_in: SignIn) -> None:
    assert "My visits" in sign_in("inspector@norfolk.example").get("visits/").words


def test_signing_out_is_at_once(sign_in: SignIn) -> None:
    triage = sign_in(TRIAGE)
    assert triage.send("work/sign-out").headers["Location"] == ASK
    assert "Sign in to Norfolk" in triage.get("work/").words


def test_signing_somebody_else_out_needs_their_own_page(sign_in: SignIn) -> None:
    triage = sign_in(TRIAGE)
    assert triage.send("work/sign-out", csrf_token="").status_code == 400
    assert triage.client.get("/norfolk/work/").status_code == 200


@pytest.mark.parametrize(("name", "ago"), [("seen", IDLE_SECONDS), ("since", LONGEST_SECONDS)])
def test_a_session_ends_and_keeps_what_was_typed(sign_in: SignIn, name: str, ago: int) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    coordinator.get("work/decisions/new")
    with coordinator.client.session_transaction() as session:
        held = session["sessions"]["norfolk"]
        session["sessions"] = {"norfolk": {**held, name: held[name] - ago - 1}}
    coordinator.client.delete_cookie("earshot-seen")
    page = coordinator.post(
        "work/decisions/new", title="A long title that took a while to write", made_by="Us"
    )
    assert page.status == 401
    assert ">Us</p>" in page.html
    assert "sign in again" in page.words.lower()
    assert "A long title that took a while to write" in page.html
    assert ASK in page.links
    assert 'target="_blank"' in page.html, "what was typed stays on this page"


def test_a_form_of_somebody_elses_page_is_refused_and_what_was_typed_is_kept(
    sign_in: SignIn,
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    for token in ("", "forged"):
        typed = "A long title that took a while to write"
        page = coordinator.post("work/decisions/new", title=typed, csrf_token=token)
        assert page.status == 400
        assert typed in page.html
        assert "nothing was saved" in page.words
    assert "took a while" not in coordinator.get("work/decisions/").html


def test_a_forged_session_is_nobody(anybody: FlaskClient) -> None:
    anybody.set_cookie("earshot", "eyJwZXJzb24iOiJ4In0.forged.forged")
    assert anybody.get("/norfolk/work/").status_code == 303
