"""A tablet that inspectors share: each reads their own visits only, and none is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tablet import KIM, LIST, Service, Tablet, service, tablet

__all__ = ["service", "tablet"]
pytestmark = pytest.mark.browser

IDLE = 31 * 60 * 1000  # ms
# Somebody with the tablet in their hand writes a key of their own into its storage; looks for it.
_PEOPLE = """const opened = await new Promise((done) => {
    const asked = indexedDB.open("earshot-inspectors");
    asked.onsuccess = () => done(asked.result);
  });
  const people = opened.transaction("people", "readwrite").objectStore("people");
  const [record] = await new Promise((done) => {
    const asked = people.getAll();
    asked.onsuccess = () => done(asked.result);
  });"""
SWAP = f"""async () => {{
  const size = {{ modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }};
  const kind = {{ name: "RSA-OAEP", hash: "SHA-256", ...size }};
  const theirs = await crypto.subtle.generateKey(kind, true, ["wrapKey", "unwrapKey"]);
  {_PEOPLE}
  const again = opened.transaction("people", "readwrite").objectStore("people");
  again.put({{ ...record, sealing: theirs.publicKey }});
  return (await crypto.subtle.exportKey("jwk", theirs.publicKey)).n;
}}"""
SEALING = f"""async () => {{
  {_PEOPLE}
  return (await crypto.subtle.exportKey("jwk", record.sealing)).n;
}}"""


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()


def test_the_next_inspector_reads_nothing_and_the_first_one_loses_nothing(
    tablet: Tablet, service: Service
) -> None:
    service.invite("Kim", KIM)
    form = tablet.get_ready()[0]
    page = tablet.open(form)
    tablet.type("A secret place")
    tablet.list()
    sign_out(page)
    tablet.said("Not sent yet: 1.")
    sign_out(page)
    page.wait_for_url("**/sign-in*")
    service.let_in(tablet, KIM)
    tablet.list()
    page.get_by_text("1 visit of another inspector").wait_for()
    tablet.open(form)
    assert "secret place" not in page.content() + tablet.stored()
    sign_out(page)
    page.wait_for_url("**/sign-in*")
    service.let_in(tablet)
    tablet.list()
    tablet.reopen("A secret place")
    expect(page.get_by_label("Where you went")).to_have_value("A secret place")


def test_a_tablet_that_is_locked_without_a_line_shows_nothing_and_is_signed_out_later(
    tablet: Tablet, service: Service
) -> None:
    form = tablet.get_ready()[0]
    tablet.line.cut()
    page = tablet.open(form)
    assert page.get_by_text("You fill this in as Sam").is_visible()
    tablet.type("A secret place")
    page.get_by_role("button", name="Lock this tablet").click()
    page.get_by_text("1 visit not sent yet").wait_for()
    expect(page.locator("form[data-send]")).to_be_hidden()
    assert "Sam" not in page.inner_text("body")
    assert "secret place" not in page.content() + tablet.stored()
    tablet.line.mend()
    page.goto(LIST)  # the session has not ended yet
    page.wait_for_url("**/sign-in*")
    page.goto(LIST)
    page.wait_for_url("**/sign-in*")
    service.let_in(tablet)
    tablet.list()
    tablet.waiting("A secret place").wait_for()


@pytest.mark.parametrize("is_offline", [True, False], ids=["offline", "online"])
def test_after_half_an_hour_nothing_is_shown_and_nothing_is_lost(
    tablet: Tablet, service: Service, is_offline: bool
) -> None:
    form = tablet.get_ready()[0]
    if is_offline:
        tablet.line.cut()
    page = tablet.page
    page.clock.install()
    tablet.open(form)
    page.get_by_label("Where you went").fill("Left alone")
    tablet.context.clear_cookies()  # the service ends the session as well
    page.clock.fast_forward(IDLE)
    if is_offline:
        page.get_by_text("1 visit not sent yet").wait_for()
        tablet.ready()
        assert "not kept here any more" not in page.inner_text("main")
    else:
        page.wait_for_url("**/sign-in*")
    assert "Left alone" not in page.content() + tablet.stored()
    tablet.line.mend()
    service.let_in(tablet)
    tablet.list()
    tablet.waiting("Left alone").wait_for()


def test_a_key_that_somebody_wrote_into_the_storage_closes_nothing(tablet: Tablet) -> None:
    form = tablet.get_ready()[0]
    own = tablet.page.evaluate(SEALING)
    assert tablet.page.evaluate(SWAP) != own
    assert tablet.page.evaluate(SEALING) != own
    tablet.open(form)
    tablet.type("A secret place")
    assert tablet.page.evaluate(SEALING) == own
    tablet.list()
    tablet.reopen("A secret place")


def test_nobody_stays_signed_in_on_a_tablet_for_longer_than_a_session_lasts(
    tablet: Tablet,
) -> None:
    form = tablet.get_ready()[0]
    page = tablet.page
    page.clock.install()
    tablet.open(form)
    tablet.answered(lambda route: route.fulfill(status=204), "**/visits/session")
    tablet.context.clear_cookies()  # the service ends the session as well
    for _ in range(23):  # 7 hours and 55 minutes
        page.get_by_label("Where you went").fill("Busy all day")
        page.clock.fast_forward(IDLE * 2 // 3)
    tablet.type("Busy all day")
    page.clock.fast_forward(IDLE * 2 // 3)
    page.wait_for_url("**/sign-in*")
    assert "Busy all day" not in page.content() + tablet.stored()
