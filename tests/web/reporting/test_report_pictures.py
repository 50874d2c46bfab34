"""Pictures of a report: cleaned, sealed, with words, and shown to all who may read the report."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.test import TestResponse

from tests.web.page import Page
from tests.web.staff import Staff


def picture(form: str = "PNG") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "#4a2aa0").save(made, form)
    return made.getvalue()


def add(staff: Staff, at: str, content: bytes, words: str, name: str = "lamp.png") -> TestResponse:
    staff.get(at)
    data = {"csrf_token": staff.token, "key": "b" * 32, "alternative": words}
    file = {"file": (io.BytesIO(content), name)}
    return staff.client.post(staff.at(at), data={**data, **file})


def test_a_picture_is_added_put_into_the_words_and_shown(
    coordinator: Staff, report: str, read: Callable[[], Page], anybody: FlaskClient
) -> None:
    at = f"{report}/build/training/pictures"
    coordinator.post(f"{report}/build/training/write", words="We trained.", seen="0")
    added = add(coordinator, at, picture(), "A [lamp] at night")
    assert added.status_code == 303
    assert add(coordinator, at, picture(), "A [lamp] at night").status_code == 303
    writing = coordinator.get(added.headers["Location"])
    words = writing.fields["words"]
    assert words.startswith("We trained.\n\n![A \\[lamp\\] at night](picture:")
    coordinator.post(f"{report}/build/training/write", words=words, seen=writing.fields["seen"])
    page = read()
    [source] = re.findall(r'<img src="([^"]+)" alt="A \[lamp\] at night">', page.html)
    shown = coordinator.client.get(source)
    assert (shown.status_code, shown.mimetype) == (200, "image/png")
    assert anybody.get(source).status_code == 404  # as the report, until it is published
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    unknown = re.sub(r"[0-9a-f-]{36}$", "00000000-0000-0000-0000-000000000000", source)
    assert coordinator.client.get(unknown).status_code == 404


@pytest.mark.parametrize(
    ("content", "words", "name", "said"),
    [
        (picture(), " ", "lamp.png", "Say in words what the picture shows"),
        (picture(), "x" * 1001, "lamp.png", "at most 1,000 letters"),
        (b"", "A lamp", "lamp.png", "not empty"),
        (b"\x89PNG\r\n\x1a\nbroken", "A lamp", "lamp.png", "cannot be read"),
        (picture(), "A lamp", "lamp.svg", "Only PNG and JPEG pictures"),
        (b"%PDF-1.4 %%EOF", "A lamp", "lamp.pdf", "Only PNG and JPEG"),
        (picture("JPEG"), "A lamp", "lamp.png", "not what its name says"),
    ],
)
def test_what_is_not_right_is_said_beside_it(
    coordinator: Staff, report: str, content: bytes, words: str, name: str, said: str
) -> None:
    sent = add(coordinator, f"{report}/build/training/pictures", content, words, name)
    assert sent.status_code == 422
    assert said in Page(sent).words
    assert words.strip()[:50] in sent.text


def test_a_final_report_takes_no_picture(coordinator: Staff, report: str) -> None:
    at = f"{report}/build/training/pictures"
    coordinator.get(at)
    coordinator.post(f"{report}/finalise")
    assert "This report is finalised" in Page(add(coordinator, at, picture(), "A lamp")).words


def test_a_picture_is_taken_out_after_its_line(coordinator: Staff, report: str) -> None:
    at = f"{report}/build/training/pictures"
    writing = coordinator.get(add(coordinator, at, picture(), "A lamp").headers["Location"])
    words = writing.fields["words"]
    coordinator.post(f"{report}/build/training/write", words=words, seen=writing.fields["seen"])
    [out] = [each for each in coordinator.get(at).links if each.endswith("/out")]
    assert "Take its line out of them first" in coordinator.post(out).words
    written = coordinator.get(f"{report}/build/training/write").fields["seen"]
    coordinator.post(f"{report}/build/training/write", words="We trained.", seen=written)
    assert "The picture is in the report no more" in coordinator.post(out).words
    assert coordinator.get(out).status == 404
