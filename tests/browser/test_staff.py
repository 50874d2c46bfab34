"""From a young person's words to the reason they are given: each at their own screen."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser.telling import check, pick
from tests.web.staff import WORKERS, newest_link

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 800}
SAID = "My worker changed and nobody said why."
WHY = "You should hear it from us before it happens."
HARD = "We are a multi-agency team."
REPLY = "We will tell you before your worker changes."
Open = Callable[..., Page]
Look = Callable[[Page], None]


@pytest.fixture(scope="module")
def folder(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's data, for gunicorn to serve."""
    var = tmp_path_factory.mktemp("served")
    shutil.copytree(seeded, var, dirs_exist_ok=True)
    return var


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where gunicorn serves it, as it does for real."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    ours = {
        "EARSHOT_VAR": str(folder),
        "EARSHOT_PUBLIC_URL": url,
        "EARSHOT_SHORTEST_TELLING": "0",
    }
    others = {name: set_to for name, set_to in os.environ.items() if "EARSHOT" not in name}
    command = [sys.executable, "-m", "gunicorn", "-c", "infra/gunicorn_conf.py"]
    with subprocess.Popen(
        [*command, "-b", f"127.0.0.1:{port}", "infra.wsgi:app"],
        env=others | ours,
        stdout=subprocess.DEVNULL,
    ) as served:
        wait_for(f"{url}/health")
        yield url
        served.terminate()


def wait_for(url: str) -> None:
    for _ in range(150):
        try:
            urlopen(url).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(url)


@pytest.fixture
def desk(phone: Open, folder: Path) -> Open:
    """Signs somebody in with the link from their letter."""

    def sign_in(email: str) -> Page:
        page = phone(viewport=DESK)
        page.goto("/norfolk/work/sign-in")
        page.get_by_label("Your e-mail address").fill(email)
        page.get_by_role("button", name="Send me a link").click()
        page.goto(newest_link(folder / "post", email, within=WORKERS))
        page.get_by_role("button", name="Sign in").click()
        return page

    return sign_in


def tell(page: Page) -> str:
    """Says something, and gives the five words."""
    page.goto("/norfolk/tell")
    pick(page, "Sad")
    pick(page, "My worker")
    page.get_by_label("What do you want to tell us?").fill(SAID)
    check(page)
    page.get_by_role("button", name="Send it").click()
    return page.locator("input[name=receipt]").first.input_value()


def open_act(page: Page, name: str) -> None:
    if not page.locator("details[open] summary", has_text=name).count():
        page.locator("summary", has_text=name).click()


def triage(page: Page) -> str:
    """Reads it, gives it a theme, passes it on; answers where it is."""
    row = page.locator("tr", has_text=SAID)
    for _ in range(50):  # it is there within a second, by another process
        if row.count():
            break
        page.reload()
    row.get_by_role("link").click()
    page.get_by_role("button", name="I have read it").click()
    open_act(page, "Give it a theme")
    page.get_by_label("Theme").fill("a change of worker")
    page.get_by_role("button", name="Save the theme").click()
    open_act(page, "Pass it on")
    page.get_by_label("To whom").fill("The team of social workers")
    page.get_by_role("button", name="Pass it on").click()
    assert "Passed on" in page.get_by_role("status").inner_text()
    return page.url


def decide(page: Page, item: str, look: Look) -> None:
    """Proposes a decision that rests on it, makes it with its reason for children, and answers."""
    page.goto(item)
    page.get_by_role("link", name="Propose a decision").click()
    page.get_by_label("What is to be decided, in a line").fill("Say it before a worker changes")
    page.get_by_role("button", name="Propose it").click()
    page.get_by_label("We will").check()
    page.get_by_label("What was decided").fill("A letter and a call")
    page.get_by_label("Decided by").fill("The executive group")
    page.get_by_label("Why", exact=True).fill("Children asked for it")
    page.get_by_role("button", name="Record the decision").click()
    assert page.locator(".problem").evaluate("at => at === document.activeElement")
    look(page)
    page.locator(".problem a").click()
    page.locator(":focus").fill(WHY)
    page.get_by_role("button", name="Record the decision").click()
    assert "made and recorded" in page.get_by_role("status").inner_text()
    look(page)
    page.goto(item)
    open_act(page, "Answer it")
    page.get_by_label("We will").check()
    reply = page.get_by_label("The reply, in words a child understands")
    reply.press_sequentially(HARD)
    page.locator("[data-reading]", has_text="few children know: multi-agency").wait_for()
    reply.fill(REPLY)
    page.get_by_label("The decision it rests on").select_option("Say it before a worker changes")
    page.get_by_role("button", name="Send the answer").click()
    look(page)


def test_words_become_a_decision_and_its_reason_comes_back(
    phone: Open, desk: Open, accessible: Look
) -> None:
    child = phone()
    words = tell(child)
    item = triage(desk("triage@norfolk.example"))
    decide(desk("coordinator@norfolk.example"), item, accessible)
    child.goto("/norfolk/back")
    child.get_by_label("What are your five words?").fill(words)
    child.get_by_role("button", name="Show me").click()
    seen = child.inner_text("main")
    for said in (REPLY, WHY, "The team of social workers"):
        assert said in seen
    assert SAID not in seen


def to_the_last_step(page: Page) -> None:
    while (following := page.get_by_role("button", name="Next")).is_visible():
        following.click()


def test_an_inspector_fills_in_a_form_and_sees_the_reply(desk: Open, accessible: Look) -> None:
    sam = desk("inspector@norfolk.example")
    accessible(sam)
    sam.locator("a[href*='/visits/new/']").first.click()
    accessible(sam)
    sam.get_by_label("Where you went").fill("The library")
    for words in (re.compile("^4 .* very$"), "Yes", "Calm"):
        sam.get_by_role("button", name="Next").click()
        sam.get_by_label(words).check()
    to_the_last_step(sam)
    sam.get_by_role("button", name="Send our visit").click()
    sam.get_by_role("heading", name="Our visit to The library").wait_for()
    visit = sam.url
    coordinator = desk("coordinator@norfolk.example")
    coordinator.get_by_role("link", name="Inspections").click()
    accessible(coordinator)
    coordinator.get_by_role("link", name="The library").click()
    coordinator.get_by_label("Service", exact=True).fill("The library")
    coordinator.get_by_label("Reply", exact=True).fill("Thank you for coming.")
    coordinator.get_by_role("button", name="Send the reply").click()
    sam.goto(visit)
    assert "Thank you for coming." in sam.inner_text("main")
    accessible(sam)


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_every_kind_of_page_is_for_everybody(
    phone: Open, desk: Open, accessible: Look, size: str
) -> None:
    page = desk("coordinator@norfolk.example")
    if size == "phone":
        page.set_viewport_size({"width": 360, "height": 740})
    for path in pages(page):
        page.goto(path)
        page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
        accessible(page)
        if size == "phone":
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def pages(page: Page) -> list[str]:
    """One of each kind."""
    found = ["/norfolk/work/sign-in", "/norfolk/work/", "/norfolk/work/people/"]
    found += ["/norfolk/work/decisions/new", "/norfolk/reports/"]
    for listed in ("work/", "work/decisions/", "work/audits/", "work/inspections/"):
        page.goto(f"/norfolk/{listed}")
        here = r'href="(/norfolk/((?:work/|inspections/)[a-z/]+/)[0-9a-f-]{36})"'
        kinds = re.findall(here, page.content())
        found += {kind: path for path, kind in kinds}.values()
    page.goto("/norfolk/reports/")
    report = page.locator("main h2 a").first.get_attribute("href") or ""
    page.goto(report)
    assert len(found) == 11
    return [*found, report, page.locator("a.proof").first.get_attribute("href") or ""]


def test_the_keyboard_is_enough(desk: Open) -> None:
    page = desk("coordinator@norfolk.example")
    page.goto("/norfolk/work/audits/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the main part"
    page.keyboard.press("Enter")
    assert page.locator("main").evaluate("at => at === document.activeElement")
    page.locator("main th a").first.focus()
    page.keyboard.press("Enter")
    act = page.locator("summary").first
    act.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("at => at.closest('details') !== null")
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("link", name="Menu").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("at => at.closest('#menu') !== null")
