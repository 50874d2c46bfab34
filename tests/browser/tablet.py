"""An inspector's tablet: it is started anew, its line comes and goes, its storage can be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, Route, expect

from events.fact import Provenance
from events.inspections.form import Question
from infra.partnerships import Partnerships
from projections.inspections.visits_and_forms import VisitsAndForms
from tests.browser.conftest import PLAIN
from tests.browser.line import Line
from tests.web.staff import newest_link, posted

SAM, KIM = "sam@norfolk.example", "kim@norfolk.example"
LIST, SEND, FRESH = "/norfolk/visits/", "**/visits/outbox/*", "**/visits/fresh"
TYPED = "What you typed is kept on this tablet."
READY = "✓ Ready without a line"
PATIENCE = 120_000  # ms that a busy machine may take; a test that passes never waits for it
SCREEN = {"viewport": {"width": 768, "height": 1024}, "locale": "en-GB"}
ASKED = (
    Question("kind", "yes or no", "Were they kind?"),
    Question("how", "words", "How were they not kind?", after="kind", when="no"),
    Question("noise", "choice", "How loud was it?", choices=("calm", "loud")),
    Question("why", "words", "Why do you think so?", needed=False),
)
STORED = """async () => {
  const all = [];
  for (const { name } of await indexedDB.databases()) await new Promise((done) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => {
      const from = asked.result, names = [...from.objectStoreNames];
      for (const each of names) {
        const found = from.transaction(each).objectStore(each).getAll();
        found.onsuccess = () => { all.push(...found.result); from.close(); done(); };
      }
    };
  });
  const decoder = new TextDecoder();
  const text = (each) => each instanceof ArrayBuffer ? decoder.decode(each) : String(each);
  const kept = all.flatMap((each) => Object.values(each).map(text));
  return [...kept, JSON.stringify(localStorage)].join(" ");
}"""
# The form as a quick inspector fills it in: all that is needed, up to its last step.
FILL = """(place) => {
  const form = document.querySelector("form[data-send]");
  const next = form.querySelector("[data-steps] button");
  form.elements.namedItem("place").value = place;
  for (const box of form.querySelectorAll("fieldset")) box.querySelector("input").checked = true;
  form.dispatchEvent(new Event("input"));
  form.dispatchEvent(new Event("change"));
  while (!next.hidden) next.click();
}"""
Answer = Callable[[Route], None]
expect.set_options(timeout=PATIENCE)


class Tablet:
    """One browser with a line of its own. With a ``profile`` it can be started anew."""

    def __init__(self, chromium: Browser, address: str, profile: Path | None = None) -> None:
        self.chromium, self.profile = chromium, profile
        self.line = Line(address)
        self.faults: list[str] = []
        self.start()

    def start(self) -> None:
        self.context = self._context()
        self.context.set_default_timeout(PATIENCE)
        self.context.on("weberror", lambda fault: self.faults.append(str(fault.error)))
        self.page = self.context.new_page()

    def _context(self) -> BrowserContext:
        if self.profile is None:
            return self.chromium.new_context(base_url=self.line.address, **SCREEN)  # type: ignore[arg-type]
        return self.chromium.browser_type.launch_persistent_context(
            self.profile,
            executable_path=shutil.which("chromium"),
            ignore_default_args=["--disable-back-forward-cache"],
            args=PLAIN,
            base_url=self.line.address,
            **SCREEN,  # type: ignore[arg-type]
        )

    def restart(self) -> None:
        self.context.close()
        self.start()

    def close(self) -> None:
        self.context.close()
        self.line.close()
        assert self.faults == []

    def list(self) -> Page:
        """Opens the list, and waits until it has tried to send what waits."""
        self.page.goto(LIST)
        self.all_tried()
        return self.page

    def all_tried(self) -> None:
        self.page.locator("[data-visits][aria-busy=false]").wait_for(state="attached")

    def get_ready(self) -> list[str]:
        """Waits for the ticks on the list. Gives the addresses of the forms."""
        marks = self.list().locator("[data-ready]")
        expect(marks.filter(has_text=READY)).to_have_count(marks.count())
        found = self.page.locator("section a[href*='/visits/new/']").all()
        return [str(link.get_attribute("href")) for link in found]

    def open(self, form: str) -> Page:
        self.page.goto(form)
        return self.ready()

    def ready(self) -> Page:
        """Until the form can be typed into."""
        self.page.locator("form.in-steps:not([inert])").wait_for()
        return self.page

    def reopen(self, place: str) -> Page:
        self.waiting(place).get_by_role("link").click()
        return self.ready()

    def type(self, place: str) -> None:
        """Types where, and waits until it is kept."""
        self.page.get_by_label("Where you went").fill(place)
        self.page.get_by_text(TYPED).wait_for()

    def send(self, place: str) -> Page:
        """Fills the form in, sends it, and waits until the page says what became of it."""
        self.page.evaluate(FILL, place)
        return self.press_send()

    def leave_while_it_sends(self, place: str) -> None:
        """Closes the tab in whatever moment of the sending that comes to."""
        self.page.evaluate(FILL, place)
        self.page.get_by_text(TYPED).wait_for()
        self.page.locator("[data-steps] button:visible").first.dispatch_event("click")
        self.page.close()
        self.page = self.context.new_page()

    def press_send(self) -> Page:
        self.page.get_by_role("button", name="Send our visit").click()
        self.page.wait_for_function("""() => {
            const form = document.querySelector("form[data-send]");
            return document.readyState === "complete" && (!form || form.ariaBusy === "false");
        }""")
        return self.page

    def said(self, words: str) -> None:
        expect(self.page.locator("[data-said]")).to_contain_text(words)

    def waiting(self, place: str = "") -> Locator:
        return self.page.locator("[data-outbox] li.kept-visit").filter(has_text=place)

    def nothing_waits(self) -> None:
        expect(self.page.locator("[data-outbox]")).to_be_hidden(timeout=PATIENCE)

    def stored(self) -> str:
        """All that is kept on the tablet, as somebody who copies its disk reads it."""
        return str(self.page.evaluate(STORED))

    def answered(self, answer: Answer, path: str = SEND) -> None:
        """What is sent from now on is answered so."""
        self.context.unroute(path)
        self.context.route(path, answer)


class Service:
    """The partnership that a tablet talks to: its people, its forms, and what has arrived."""

    def __init__(self, partnerships: Partnerships, client: FlaskClient, post: Path) -> None:
        self.partnerships, self.client, self.post = partnerships, client, post
        self.tenant = partnerships.open("norfolk")

    def invite(self, name: str, email: str) -> None:
        self.tenant.access.give(_about(), role="inspector", name=name, email=email)
        self.tenant.catch_up()

    def publish(self, title: str) -> None:
        self.form = uuid4()
        self.tenant.inspection_form.publish(self.form, _about(), title=title, questions=ASKED)
        self.tenant.catch_up()

    def ask_less(self) -> None:
        """A further version of the form, without its last question."""
        self.tenant.inspection_form.revise(self.form, _about(), questions=ASKED[:-1])
        self.tenant.catch_up()

    def arrived(self) -> list[str]:
        """The places of all visits, in their order."""
        self.tenant.catch_up()
        with self.tenant.read(VisitsAndForms) as view:
            return sorted(each.place for each in view.all_visits())

    def link(self, email: str) -> str:
        posted(self.partnerships)
        return newest_link(self.post, email)

    def let_in(self, tablet: Tablet, email: str = SAM) -> None:
        """Signs somebody in, without the pages for it."""
        self.client.post("/norfolk/work/sign-in", data={"email": email})
        self.client.post(self.link(email))
        session = self.client.get_cookie("earshot")
        assert session is not None
        cookie = {"name": "earshot", "value": session.value, "url": tablet.line.address}
        tablet.context.add_cookies([cookie])  # type: ignore[list-item]

    def sign_in(self, tablet: Tablet, email: str = SAM) -> None:
        """As people do it."""
        page = tablet.page
        page.goto("/norfolk/work/sign-in")
        page.get_by_label("Your e-mail address").fill(email)
        page.get_by_role("button", name="Send me a link").click()
        page.get_by_text(email).first.wait_for()
        page.goto(self.link(email))
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"**{LIST}")
        tablet.all_tried()


def _about() -> Provenance:
    return Provenance("test", "a test", key=uuid4().hex)


@pytest.fixture
def service(partnerships: Partnerships, client: FlaskClient, tmp_path: Path) -> Service:
    made = Service(partnerships, client, tmp_path / "post")
    made.invite("Sam", SAM)
    made.publish("Are they kind?")
    return made


@pytest.fixture
def tablet(chromium: Browser, address: str, service: Service) -> Iterator[Tablet]:
    """An inspector is signed in on it."""
    made = Tablet(chromium, address)
    service.let_in(made)
    yield made
    made.close()


@pytest.fixture
def own_tablet(
    chromium: Browser, address: str, service: Service, tmp_path: Path
) -> Iterator[Tablet]:
    """One that can be started anew."""
    made = Tablet(chromium, address, tmp_path / "profile")
    service.let_in(made)
    yield made
    made.close()


def reply_lost(route: Route) -> None:
    """The service did its work, and nobody heard of it."""
    try:
        route.fetch()
        route.abort()
    except Error:  # the page went on meanwhile
        return
