"""Evidence on the pages: an agency attaches it, and only users with permission remove it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
PDF = b"%PDF-1.7\nQUILLWORD\n%%EOF\n"


@pytest.fixture
def police(sign_in: SignIn) -> Staff:
    return sign_in("agency@norfolk.example")


@pytest.fixture
def audit(police: Staff) -> str:
    """This year's audit of the demonstration."""
    found = re.search(r'href="/norfolk/(returns/[0-9a-f-]{36})"', police.get("returns/").html)
    assert found
    return found[1]


def attach(
    police: Staff, audit: str, content: bytes, name: str = "Notes.pdf", key: str = ""
) -> TestResponse:
    police.get(audit)
    said = {"csrf_token": police.token, "key": key or uuid4().hex, "standard": "s1"}
    boundary, body = encode_multipart({**said, "file": FileStorage(io.BytesIO(content), name)})
    return police.client.post(
        police.at(f"{audit}/evidence"),
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
    )


def link(page: Page) -> str:
    return next(each for each in page.links if "/evidence/" in each)


def test_a_file_is_attached_and_taken_away_as_a_file(
    police: Staff, audit: str, sign_in: SignIn
) -> None:
    sent = attach(police, audit, PDF)
    assert sent.status_code == 303
    there = link(police.get(sent.headers["Location"]))
    got = police.client.get(there)
    assert got.data == PDF
    assert got.headers["Content-Disposition"] == "attachment; filename=Notes.pdf"
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Cache-Control"] == "no-store"
    assert "sandbox" in got.headers["Content-Security-Policy"]
    scrutineer = sign_in("scrutineer@norfolk.example")
    cell = f"work/audits/{audit.split('/')[1]}/moderation?agency=Police+(made+up)&standard=s1"
    assert scrutineer.client.get(link(scrutineer.get(cell))).data == PDF


def test_only_the_agency_itself_and_those_who_read_audits_get_it(
    police: Staff, audit: str, sign_in: SignIn, anybody: FlaskClient
) -> None:
    there = link(police.get(attach(police, audit, PDF).headers["Location"]))
    evidence = there.split("/")[-1]
    coordinator = sign_in("coordinator@norfolk.example")
    fire = {"name": "Ash", "email": "ash@norfolk.fire.example", "role": "agency"}
    coordinator.post("work/people/", **fire, agency="Health (made up)")
    other = sign_in("ash@norfolk.fire.example")
    assert other.get(there).status == 404
    assert sign_in("triage@norfolk.example").get(there).status == 403
    assert anybody.get(there).status_code == 303
    assert police.get(f"{audit}/evidence/{uuid4()}").status == 404
    assert coordinator.get(f"work/audits/{uuid4()}/evidence/{evidence}").status == 404


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ", "a.exe"),
        (b"<html>", "a.pdf"),
        (b"", "a.pdf"),
        (PDF, "pdf"),
        (b"\x89PNG", "a.png"),
        (b"\xff\xd8\xff" + bytes(100), "a.jpg"),
        (PDF + bytes(10 * 1024 * 1024), "a.pdf"),
    ],
    ids=["program", "page", "empty", "no ending", "cut short", "no picture", "large"],
)
def test_what_cannot_be_attached_is_said_beside_the_file(
    police: Staff, audit: str, content: bytes, name: str
) -> None:
    page = Page(attach(police, audit, content, name))
    assert page.status == 422
    assert 'href="#f-file"' in page.html
    assert 'id="f-file"' in page.html


def test_no_file_at_all_and_far_too_much_are_told_in_words(police: Staff, audit: str) -> None:
    assert police.post(f"{audit}/evidence", standard="s1").status == 422
    page = Page(attach(police, audit, bytes(12 * 1024 * 1024)))
    assert page.status == 422
    assert "larger than 10 MB" in page.words
    assert police.send(f"{audit}/answer", doing="x" * 400_000).status_code == 413


def test_a_picture_is_kept_without_where_it_was_taken(police: Staff, audit: str) -> None:
    exif, written = Image.Exif(), io.BytesIO()
    exif[0x0110] = "QUILLCAMERA"
    Image.new("RGB", (8, 8), "navy").save(written, format="JPEG", exif=exif)
    sent = attach(police, audit, written.getvalue(), "wall.JPG")
    got = police.client.get(link(police.get(sent.headers["Location"])))
    assert got.mimetype == "image/jpeg"
    assert b"QUILLCAMERA" not in got.data


def test_a_file_that_was_altered_where_it_lies_is_said(
    police: Staff, audit: str, tmp_path: Path
) -> None:
    there = link(police.get(attach(police, audit, PDF).headers["Location"]))
    [lying] = [each for each in (tmp_path / "evidence").rglob("*") if each.is_file()]
    assert b"QUILLWORD" not in lying.read_bytes()
    lying.write_bytes(bytes(100))
    page = police.get(there)
    assert page.status == 422
    assert "altered" in page.words
    lying.unlink()
    assert "missing" in police.get(there).words


def test_nothing_is_attached_to_a_return_that_is_submitted(police: Staff, audit: str) -> None:
    for name in ("s2", "s3"):
        police.get(audit)
        police.made(f"{audit}/answer", standard=name, rating="green", doing="We do")
    police.made(f"{audit}/submit")
    assert "submitted" in Page(attach(police, audit, PDF)).words


def test_another_file_with_a_used_key_is_refused_and_not_kept(
    police: Staff, audit: str, tmp_path: Path
) -> None:
    def kept() -> int:
        return sum(file.is_file() for file in (tmp_path / "evidence").rglob("*"))

    key, before = uuid4().hex, kept()
    assert attach(police, audit, PDF, key=key).status_code == 303
    assert kept() == before + 1
    assert attach(police, audit, PDF + b"more", key=key).status_code == 422
    assert kept() == before + 1
