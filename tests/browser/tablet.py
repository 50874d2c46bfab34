"""An inspector's tablet: it is started anew, its line comes and goes, its storage can be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, Route

from events.fact import Provenance
from events.inspections.form import Question
from infra.partnerships import Partnerships
from infra.settings import load
from projections.inspections.visits_and_forms import VisitsAndForms
from tests.browser.line import Line
from tests.web.staff import newest_link

SAM, KIM = "inspector@norfolk.example", "kim@norfolk.example"
SIZE = {"width": 768, "height": 1024}
LIST, SEND = "/norfolk/visits/", "**/visits/outbox/*"
READY = "✓ Ready without a line"
STORED = """() => new Promise((done) => {
  const asked = indexedDB.open("earshot-visits");
  asked.onsuccess = () => {
    const all = asked.result.transaction("outbox").objectStore("outbox").getAll();
    all.onsuccess = () => done(all.result.map((each) => ({ ...each,
      iv: "", closed: new TextDecoder().decode(each.closed || new Uint8Array()) })));
  };
})"""
Answer = Callable[[Route], None]


class Tablet:
    """One browser profile, with a line of its own."""

    def __init__(self, chromium: Browser, profile: Path, address: str, post: Path) -> None:
        self.chromium, self.profile, self.post = chromium, profile, post
        self.line = Line(address)
        self.start()

    def start(self) -> None:
        self.context = self.chromium.browser_type.launch_persistent_context(
            self.profile,
            executable_path=shutil.which("chromium"),
            ignore_default_args=["--disable-back-forward-cache"],
            args=["--no-sandbox", "--disable-dev-shm-usage"],
            base_url=self.line.address,
            viewport=SIZE,  # type: ignore[arg-type]
            locale="en-GB",
        )
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()

    def restart(self) -> None:
        self.context.close()
        self.start()

    def sign_in(self, email: str = SAM) -> None:
        self.page.goto("/norfolk/work/sign-in")
        self.page.get_by_label("Your e-mail address").fill(email)
        self.page.get_by_role("button", name="Send me a link").click()
        self.page.goto(newest_link(self.post, email))
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(f"**{LIST}")

    def list(self) -> Page:
        with suppress(Error):  # the page leads on to another just now
            self.page.goto(LIST)
            return self.page
        self.page.goto(LIST)
        return self.page

    def get_ready(self) -> list[str]:
        """Waits for the ticks on the list. Gives the addresses of the forms."""
        self.list()
        marks = self.page.locator("[data-ready]")
        for mark in marks.all():
            mark.get_by_text(READY).wait_for()
        found = self.page.locator("section a[href*='/visits/new/']").all()
        return [str(link.get_attribute("href")) for link in found]

    def open(self, form: str) -> Page:
        self.page.goto(form)
        ready(self.page)
        return self.page

    def all_done(self) -> None:
        """Opens the list, and waits until it has tried to send what waits."""
        self.list().locator("[data-visits][data-done]").wait_for(state="attached")

    def all_sent(self) -> None:
        self.all_done()
        assert self.page.locator("[data-outbox]").is_hidden(), self.waiting().all_inner_texts()

    def kept(self, place: str) -> Locator:
        return self.waiting().filter(has_text=place)

    def reopen(self, place: str) -> Page:
        self.kept(place).get_by_role("link").click()
        ready(self.page)
        return self.page

    def waiting(self) -> Locator:
        return self.page.locator("[data-outbox] li.kept-visit")

    def stored(self) -> str:
        """All that is kept on the tablet, as somebody who copies its disk reads it."""
        return str(self.page.evaluate(STORED))

    def answered(self, answer: Answer) -> None:
        """What is sent from now on is answered so."""
        self.context.unroute(SEND)
        self.context.route(SEND, answer)


def ready(page: Page) -> None:
    """Until the form can be typed into, or is locked."""
    page.wait_for_function("""() => {
      const form = document.querySelector("form[data-send]");
      return form && !form.inert && (form.hidden || form.classList.contains("in-steps"));
    }""")


def fill(page: Page, place: str, *, skip: str = "") -> None:
    """Goes through every step of the form and answers all but ``skip``. Ends on the last step."""
    while (back := page.get_by_role("button", name="Back")).is_visible():
        back.click()
    page.get_by_label("Where you went").fill("" if skip == "place" else place)
    following = page.get_by_role("button", name="Next")
    while following.is_visible():
        following.click()
        first = page.locator(".is-shown").locator("input, textarea").first
        if first.get_attribute("name") == skip:
            continue
        if first.get_attribute("type") == "radio":
            first.check()
        else:
            first.fill("Because.")


def press_send(page: Page) -> None:
    page.get_by_role("button", name="Send our visit").click()


def settle(page: Page) -> None:
    """Until the visit that was sent is shown, or the page says what became of it."""
    for _ in range(500):
        with suppress(Error):  # it leads on to another page just now
            if page.evaluate("""() => !document.querySelector("form[data-send]")
                || !document.querySelector("[data-said]").hidden"""):
                break
        page.wait_for_timeout(20)
    page.wait_for_load_state()


def visits_in(folder: Path) -> list[str]:
    """The places of all visits that the partnership has."""
    tenant = Partnerships.of(load({"EARSHOT_VAR": str(folder)})).open("norfolk")
    tenant.catch_up()
    with tenant.read(VisitsAndForms) as view:
        return [each.place for each in view.all_visits()]


def another_form(folder: Path) -> None:
    """A second form, so that there is one that nobody has opened yet."""
    tenant = Partnerships.of(load({"EARSHOT_VAR": str(folder)})).open("norfolk")
    asked = (
        Question("kind", "yes or no", "Were they kind?"),
        Question("how", "words", "How were they not kind?", after="kind", when="no"),
        Question("why", "words", "Why do you think so?"),
    )
    about = Provenance("test", "a test", key=uuid4().hex)
    tenant.inspection_form.publish(uuid4(), about, title="Are they kind?", questions=asked)
    tenant.catch_up()


def another_inspector(folder: Path) -> None:
    tenant = Partnerships.of(load({"EARSHOT_VAR": str(folder)})).open("norfolk")
    about = Provenance("test", "a test", key=uuid4().hex)
    tenant.access.give(about, role="inspector", name="Kim", email=KIM)
    tenant.catch_up()


@pytest.fixture
def tablet(chromium: Browser, address: str, folder: Path, tmp_path: Path) -> Iterator[Tablet]:
    made = Tablet(chromium, tmp_path, address, folder / "post")
    yield made
    made.context.close()
    made.line.close()
