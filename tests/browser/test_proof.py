"""The proof as people meet it: served by gunicorn, signed by the worker, checked on a disk."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from infra.partnerships import Partnerships
from infra.proof import verify
from infra.settings import load
from tests.browser.test_staff import Look, Open, address, desk, folder, tell

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
OFFLINE = Path(__file__).parents[2] / "web" / "offline" / "verify.html"


def test_a_scrutineer_checks_the_record_and_takes_it_away(
    desk: Open, accessible: Look, tmp_path: Path
) -> None:
    page = desk("scrutineer@norfolk.example")
    page.get_by_role("link", name="Proof").click()
    accessible(page)
    page.get_by_role("button", name="Check now").click()
    assert "nothing has been changed or taken out" in page.get_by_role("status").inner_text()
    assert page.locator(".seal").inner_text().startswith("Record checked")
    accessible(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the record as a file").click()
    bundle = tmp_path / "norfolk.jsonl"
    shutil.move(saved.value.path(), bundle)
    with page.expect_download() as program:
        page.get_by_role("link", name="A program for Python").click()
    key = page.locator("code.key").inner_text()
    alone = [sys.executable, "-I", program.value.path(), bundle, "--history", "--key", key]
    said = subprocess.run(list(map(str, alone)), capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    assert "All holds for earshot/norfolk" in said.stdout
    assert "decided:" in said.stdout
    with page.expect_download() as offline:
        page.get_by_role("link", name="A page that checks files").click()
    assert offline.value.path().read_text() == OFFLINE.read_text()
    assert verify.checked(io.BytesIO(bundle.read_bytes()))


def test_the_proof_is_for_small_screens_too(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/norfolk/work/proof")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    accessible(page)


def test_a_child_keeps_the_proof_of_their_words(
    phone: Open, accessible: Look, folder: Path
) -> None:
    page = phone()
    words = tell(page)
    served = Partnerships.of(load({"EARSHOT_VAR": str(folder)}))
    served.log("norfolk").advance(at_once=True)  # the worker does it each minute
    look_back(page, words)
    page.locator("summary", has_text="Are your words safe?").click()
    page.get_by_text("Your words are in the record, unchanged.").wait_for()
    accessible(page)
    address = page.url
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the file").click()
    assert page.url == address
    assert "1 of them" in verify.checked(io.BytesIO(saved.value.path().read_bytes()))


def look_back(page: Page, words: str) -> None:
    page.goto("/norfolk/back")
    page.get_by_label("What are your five words?").fill(words)
    page.get_by_role("button", name="Show me").click()


def test_the_page_that_checks_is_accessible(phone: Open, accessible: Look) -> None:
    page = phone(bypass_csp=True)  # axe must be let in where nothing else is

    page.set_content(OFFLINE.read_text())
    accessible(page)
