"""Minutes as a file: attached once, kept sealed, downloaded as they were sent."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage

from tests.web.page import Page
from tests.web.staff import Staff

PDF = b"%PDF-1.4\nmade up for a test\n%%EOF\n"


@pytest.fixture
def coordinator(sign_in: Callable[[str], Staff]) -> Staff:
    return sign_in("coordinator@coventry.example")


@pytest.fixture
def meeting(coordinator: Staff) -> str:
    return coordinator.made("work/meetings/new/hold", body="Executive", held_on="3 March 2024")


def attached(
    staff: Staff, meeting: str, content: bytes, name: str = "Minutes of March.pdf"
) -> Page:
    staff.get(f"{meeting}/files/new")
    given = {"csrf_token": staff.token, "file": FileStorage(io.BytesIO(content), name)}
    at = staff.at(f"{meeting}/files/new")
    return Page(staff.client.post(at, data=given, follow_redirects=True))


def test_the_minutes_are_attached_and_downloaded_as_they_were(
    coordinator: Staff, meeting: str, tmp_path: Path
) -> None:
    page = attached(coordinator, meeting, PDF)
    assert "The file is attached." in page.words
    link = re.search(r'href="/coventry/(work/meetings/[^"]+/files/[0-9a-f-]{36})"', page.html)
    assert link
    got = coordinator.client.get(coordinator.at(link[1]))
    assert got.data == PDF
    assert "Minutes of March.pdf" in got.headers["Content-Disposition"]
    kept = [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()]
    assert kept
    assert not any(b"made up for a test" in path.read_bytes() for path in kept)
    again = attached(coordinator, meeting, PDF)
    assert "This file is attached already." in again.words


def test_what_is_no_such_file_is_refused_in_words(coordinator: Staff, meeting: str) -> None:
    assert attached(coordinator, meeting, b"").status == 422
    page = attached(coordinator, meeting, b"MZ\x90", "minutes.exe")
    assert page.status == 422
    assert "The file is attached." not in page.words


def test_an_agency_does_not_read_it(
    coordinator: Staff, meeting: str, sign_in: Callable[[str], Staff]
) -> None:
    page = attached(coordinator, meeting, PDF)
    link = re.search(r'href="/coventry/(work/meetings/[^"]+/files/[0-9a-f-]{36})"', page.html)
    assert link
    elsewhere = sign_in("coordinator@norfolk.example")
    assert b"%PDF" not in elsewhere.client.get(f"/coventry/{link[1]}").data
    assert elsewhere.client.get(f"/norfolk/{link[1]}").status_code == 404
