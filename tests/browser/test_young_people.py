"""A young person's whole way, on a phone: tell, keep five words, come back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page

from events.fact import Provenance
from infra.partnerships import Partnerships
from services.feedback.feedback_state import WORDS_LIMIT
from services.files import LARGEST
from services.letters import letters
from tests.browser.conftest import PHONE
from tests.browser.telling import go_on, pick
from tests.services.test_letters import SEEN

pytestmark = pytest.mark.browser

WORDS = "Nobody asked me.\nI would like a say."


def tell(page: Page, look: Callable[[Page], None]) -> str:
    """Answers every question, looks at every page on the way, and gives the five words."""
    page.goto("/norfolk/")
    look(page)
    page.get_by_role("link", name="Tell us now").click()
    look(page)
    pick(page, "Worried")
    look(page)
    pick(page, "School")
    page.get_by_label("What do you want to tell us?").fill(WORDS)
    look(page)
    go_on(page)
    page.get_by_label("10 to 12").check()
    look(page)
    page.get_by_role("button", name="Check my answers").click()
    look(page)
    assert "I would like a say." in page.inner_text("main")
    page.get_by_role("button", name="Send it").click()
    look(page)
    return page.locator("input[name=receipt]").first.input_value()


def come_back(page: Page, words: str, look: Callable[[Page], None]) -> None:
    page.get_by_role("link", name="Come back").first.click()
    look(page)
    page.get_by_label("What are your five words?").fill(words)
    page.get_by_role("button", name="Show me").click()
    look(page)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_telling_and_coming_back(phone: Callable[..., Page], scripts: bool) -> None:
    def fits(page: Page) -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url
        assert page.get_by_role("link", name="Leave fast").is_visible()

    page = phone(java_script_enabled=scripts)
    words = tell(page, fits)
    assert len(words.split()) == 5
    assert page.context.cookies() == []
    come_back(page, words.upper(), fits)
    assert "We got it" in page.inner_text("main")
    page.locator("summary", has_text="Changed your mind?").click()
    page.get_by_role("button", name="Take my words back").click()
    page.get_by_role("button", name="Yes, take them back").click()
    assert "You took your words back" in page.inner_text("h1")
    where = urlsplit(page.url)
    assert (where.path, where.query, where.fragment) == ("/norfolk/back/take", "", "")


def test_every_page_is_accessible(
    phone: Callable[..., Page], accessible: Callable[[Page], None]
) -> None:
    page = phone()
    come_back(page, tell(page, accessible), accessible)
    page.locator("summary", has_text="Changed your mind?").click()
    page.get_by_role("button", name="Take my words back").click()
    accessible(page)
    for path in ("/", "/norfolk/you-said", "/norfolk/help", "/nowhere/"):
        page.goto(path)
        accessible(page)
    page.goto("/norfolk/tell#you")
    page.get_by_role("button", name="Check my answers").click()
    accessible(page)
    assert page.evaluate("document.activeElement.className") == "problem"


def test_one_question_shows_at_a_time(phone: Callable[..., Page]) -> None:
    page = phone()
    page.goto("/norfolk/tell")
    for name in ("feeling", "about", "words", "you"):
        shown = page.locator(".question:visible")
        assert shown.count() == 1
        assert shown.get_attribute("id") == name
        if name == "feeling":  # six faces and the beginning of what leads on, without scrolling
            box = page.get_by_role("link", name="Next").bounding_box()
            assert box
            assert box["y"] < PHONE["height"]
        if name != "you":
            go_on(page)
    page.get_by_role("link", name="Back", exact=True).click()
    assert page.locator(".question:visible").get_attribute("id") == "words"


def test_pages_fit_a_very_small_screen(phone: Callable[..., Page]) -> None:
    page = phone(viewport={"width": 320, "height": 256})
    for path in ("/", "/norfolk/", "/norfolk/tell", "/norfolk/back", "/norfolk/help", "/nel/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_words_twice_as_large_still_fit(phone: Callable[..., Page]) -> None:
    """WCAG 1.4.4: by a reader's own setting, on a phone."""
    page = phone(viewport={"width": 360, "height": 740})
    for path in (
        "/",
        "/norfolk/",
        "/norfolk/tell",
        "/norfolk/back",
        "/norfolk/help",
        "/norfolk/safe",
    ):
        page.goto(path)
        small = page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        large = page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize")
        assert float(large[:-2]) >= 1.9 * float(small[:-2]), path
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_first_page_is_light(phone: Callable[..., Page]) -> None:
    page = phone()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/norfolk/", wait_until="networkidle")
    files = [url for url in asked if not url.startswith("data:")]
    assert len(files) <= 6, files


def test_letters_left_are_counted_aloud(phone: Callable[..., Page]) -> None:
    page = phone()
    page.goto("/norfolk/tell#words")
    box = page.get_by_label("What do you want to tell us?")
    box.fill("Hello")
    page.get_by_text("You have 1,995 letters left.").wait_for()
    box.fill(" ".join(SEEN))
    left = WORDS_LIMIT - letters(" ".join(SEEN))
    page.get_by_text(f"You have {left:,} letters left.").wait_for()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_way_in_arabic_runs_from_right_to_left_and_fits(
    phone: Callable[..., Page],
    accessible: Callable[[Page], None],
    partnerships: Partnerships,
    scripts: bool,
    width: int,
) -> None:
    tenant = partnerships.open("norfolk")
    tenant.language.offer(
        tenant.language.id, Provenance("us", "a test"), language="ar", checked_by="a speaker"
    )
    tenant.catch_up()
    page = phone(java_script_enabled=scripts, viewport={"width": width, "height": 740})
    page.goto("/norfolk/")
    page.get_by_role("link", name="العربية").click()
    for step in ("أخبرنا الآن", "التالي", "التالي"):
        page.get_by_role("link", name=step).click()
    page.locator("textarea[name=words]").fill("مرحبا")
    page.get_by_role("link", name="التالي").click()
    page.get_by_role("button", name="راجع إجاباتي").click()
    page.get_by_role("button", name="أرسل").click()
    assert page.locator("ol.words li").count() == 5
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if scripts:
        accessible(page)


SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("path", ["/norfolk/", "/norfolk/tell"])
def test_a_page_comes_in_six_requests(phone: Callable[..., Page], path: str) -> None:
    page, asked = phone(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    over_the_line = [url for url in asked if not url.startswith("data:")]
    assert len(over_the_line) <= 6, over_the_line


@pytest.mark.parametrize("path", ["/norfolk/", "/norfolk/tell"])
def test_nothing_moves_but_by_letters_that_come_late(phone: Callable[..., Page], path: str) -> None:
    """Our own letters move a page once where they come after it was first drawn (swap): whether
    they do is a matter of the line. Nothing else may, so here they never come.
    """
    page = phone()
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTED) == 0


def test_a_picture_that_is_too_big_is_never_sent(phone: Callable[..., Page]) -> None:
    page = phone()
    tell(page, lambda _: None)
    words = page.locator("input[name=receipt]").first.input_value()
    big = {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": b"x" * (11 * 2**20)}
    field = page.get_by_label("Your picture")
    field.set_input_files(big)  # type: ignore[arg-type]
    page.wait_for_function("field => field.validationMessage", arg=field.element_handle())
    assert "too big" in field.evaluate("field => field.validationMessage")
    assert field.evaluate("field => field.files.length") == 0
    page.get_by_role("button", name="Send this picture").click()
    assert page.locator("input[name=receipt]").first.input_value() == words


def test_a_photo_too_large_to_be_sent_is_made_smaller_on_the_phone(
    phone: Callable[..., Page], tmp_path: Path
) -> None:
    page, photo = phone(), tmp_path / "IMG_0001.jpg"
    noise = Image.effect_noise((4000, 3000), 90)
    Image.merge("RGB", [noise] * 3).save(photo, quality=97)
    assert photo.stat().st_size > LARGEST
    tell(page, lambda _: None)
    field = page.get_by_label("Your picture")
    field.set_input_files(photo)
    page.wait_for_function("field => field.files.length === 1", arg=field.element_handle())
    assert 0 < int(field.evaluate("field => field.files[0].size")) < LARGEST
    page.get_by_role("button", name="Send this picture").click()
    page.get_by_text("We got your picture").wait_for()


VOICES = """(local) => {
  const said = window.said = [];
  const voices = [{ lang: "en-GB", localService: local, name: "A voice" }];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices, speak: (each) => said.push(each.text), cancel: () => said.push("stop"),
    addEventListener: () => {}, get speaking() { return said.length > 0; },
  } });
}"""


@pytest.mark.parametrize("is_local", [True, False])
def test_an_easy_page_is_read_aloud_only_by_a_voice_on_the_device(
    phone: Callable[..., Page], is_local: bool
) -> None:
    """There is no voice in a browser without a screen, so one is put in its place."""
    page = phone()
    page.goto("/norfolk/safe?look=easy")
    button = page.locator("[data-aloud]")
    assert button.is_hidden()
    page.add_init_script(f"({VOICES})({str(is_local).lower()})")
    page.reload()
    assert button.is_visible() == is_local
    if is_local:
        button.click()
        assert "It is not your fault." in page.evaluate("window.said")
        assert button.inner_text() == "Stop reading"
        button.click()
        assert button.inner_text() == "Read it to me"


def test_easy_pages_fit_and_are_for_everybody(
    phone: Callable[..., Page], accessible: Callable[[Page], None]
) -> None:
    page = phone(viewport={"width": 320, "height": 640})
    for path in ("", "tell", "back", "help", "safe"):
        page.goto(f"/norfolk/{path}?look=easy")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        accessible(page)
