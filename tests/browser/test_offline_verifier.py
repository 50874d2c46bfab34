"""The page that checks a file, opened from a disk in a real Chromium: it agrees with verify.py."""

from __future__ import annotations

import io
import json
import random
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from infra.proof.bundle import Bundle, small_proof
from infra.proof.transparency_log import TransparencyLog
from infra.proof.verify import Broken, checked
from tests.infra.proof.test_signed_note import GO_KEY, GO_NOTE, GO_TEXT
from tests.infra.proof.test_verify import CONTENT, bundled, kept, log, other
from tests.infra.proof.test_verify_hostile import SMALL, empty, headed, named, unsigned

__all__ = ["log", "other"]
PAGE = Path(__file__).parents[2] / "web" / "offline" / "verify.html"
CHECK = """async ([text, previous, key]) => {
    const file = new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]);
    return (await earshot.check(file, previous, key)).holds; }"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """From file://, and every request it makes beyond that is an error."""
    context = chromium.new_context(offline=True)
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(PAGE.as_uri())
    yield opened
    context.close()
    assert asked == [PAGE.as_uri()]


def in_page(page: Page, raw: bytes, previous: str = "", key: str = "") -> bool:
    held: bool = page.evaluate(CHECK, [b64encode(raw).decode(), previous, key])
    return held


def in_python(raw: bytes, previous: str = "", key: str = "") -> bool:
    try:
        checked(io.BytesIO(raw), previous, key)
    except Broken:
        return False
    return True


def both(page: Page, raw: bytes, previous: str = "", key: str = "") -> bool:
    found = in_page(page, raw, previous, key)
    assert found == in_python(raw, previous, key)
    return found


def written(lines: list[str]) -> bytes:
    return "".join(lines).encode()


def test_what_holds_holds_in_both(page: Page, log: TransparencyLog) -> None:
    raw, newest = written(bundled(log)), log.newest()
    assert newest is not None
    assert both(page, raw)
    assert both(page, raw, kept(log, 20), log.key.line)
    assert both(page, small_proof(log, newest, log.recorder.read(29, 3)).encode())
    for start, end in ((1, 1), (5, 30), (33, 61), (62, 62)):
        part = Bundle(log)
        part.start, part.end = start, end
        assert both(page, written(list(part.lines())))


@pytest.mark.parametrize("what", CONTENT)
def test_what_was_done_to_the_content_is_seen_by_both(
    page: Page, log: TransparencyLog, what: str
) -> None:
    assert not both(page, written(CONTENT[what](bundled(log))))


def test_another_history_is_seen_by_both(
    page: Page, log: TransparencyLog, other: TransparencyLog
) -> None:
    theirs = written(bundled(other))
    for size in (20, 60, 62):
        assert not both(page, theirs, kept(log, size))
    assert not both(page, written(bundled(log)), kept(other, 65))
    assert not both(page, theirs, key=GO_KEY)
    assert not both(page, written([bundled(log)[0], *bundled(other)[1:]]))
    assert both(page, theirs, key=other.key.line)  # the seventeenth, which nobody can see


def test_bytes_flipped_at_random_are_seen_by_both(page: Page, log: TransparencyLog) -> None:
    raw, chance = written(bundled(log)), random.Random(7)
    for _ in range(60):
        at = chance.randrange(len(raw))
        flipped = bytearray(raw)
        flipped[at] ^= 1 << chance.randrange(8)
        assert not both(page, bytes(flipped))


def test_what_was_made_to_deceive_is_seen_by_both(page: Page, log: TransparencyLog) -> None:
    for start, end in ((1, 0), (50, 49), (True, 0), (63, 62)):
        assert not both(page, written(empty(log, start, end)))
    for name in ("from", "to"):
        assert not both(page, written(headed(log, **{name: True})))
    for slug in ("nor\x1b[8mfolk", "Norfolk", "", "a/b"):
        assert not both(page, written(named(log, slug)))
    assert both(page, written(named(log, "nor-folk")))
    for public in SMALL.values():
        assert not both(page, written(unsigned(log, public)))


def test_signatures_are_checked_by_hand_where_the_browser_has_none(page: Page) -> None:
    signature = b64decode(GO_NOTE.split(" ")[-1])[4:]
    public = b64decode(GO_KEY.split("+", 2)[2])[1:]
    for way in ("isSigned", "isSignedByHand"):
        for text, holds in ((GO_TEXT, True), (GO_TEXT + " ", False)):
            given: list[Any] = [list(public), list(text.encode()), list(signature)]
            asked = f"(all) => earshot.{way}(...all.map((each) => Uint8Array.from(each)))"
            assert page.evaluate(asked, given) is holds


def test_its_hash_is_the_browsers(page: Page) -> None:
    assert (
        page.evaluate("""async () => { for (let n = 0; n < 200; n++) {
        const raw = crypto.getRandomValues(new Uint8Array(n));
        const theirs = new Uint8Array(await crypto.subtle.digest("SHA-256", raw));
        if (String(theirs) !== String(earshot.sha256(raw))) return n;
    } return -1; }""")
        == -1
    )


def test_a_person_chooses_a_file_and_reads_the_answer(
    page: Page, log: TransparencyLog, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_bytes(written(bundled(log)))
    bad.write_bytes(written(CONTENT["a decision's reason"](bundled(log))))
    page.set_input_files("#file", good)
    page.click("button")
    page.wait_for_selector("#said.good")
    assert "All holds for earshot/norfolk" in page.inner_text("#said")
    assert "reason: because they asked" in page.inner_text("#history")
    page.set_input_files("#file", bad)
    page.click("button")
    page.wait_for_selector("#said.bad")
    assert "It does NOT hold. Fact 61 (decision.made)" in page.inner_text("#said")
    assert json.loads(bundled(log)[0])["key"] not in page.inner_text("#said")
