"""A photo that is too large, from a phone without scripts, which can't make it smaller."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.test_young_people import tell


def test_without_scripts_the_page_says_what_to_do_and_keeps_the_five_words(
    phone: Callable[..., Page],
) -> None:
    page = phone(java_script_enabled=False)
    words = tell(page, lambda _: None)
    photo = {"name": "IMG_0001.jpg", "mimeType": "image/jpeg"}
    page.get_by_label("Your picture").set_input_files(
        photo | {"buffer": b"\xff\xd8\xff" + bytes(16 * 2**20)}  # type: ignore[arg-type]
    )
    page.get_by_role("button", name="Send this picture").click()
    page.get_by_text("Try a smaller one, or send it without.").first.wait_for()
    assert page.locator("input[name=receipt]").first.input_value() == words
    assert page.get_by_label("Your picture").is_visible()
