"""A partnership's own logo and colour: checked, kept, and shown on its reports."""

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

REPORT, DRAFT = "reports/annual-report-2020-21", "reports/demo-2026-27"


@pytest.fixture
def coordinator(sign_in: Callable[[str], Staff]) -> Staff:
    return sign_in("coordinator@norfolk.example")


def sent_logo(
    coordinator: Staff, words: str, content: bytes | None = None, name: str = "logo.png"
) -> TestResponse:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "#4a2aa0").save(drawn, "PNG")
    coordinator.get("work/look/")
    given = {"csrf_token": coordinator.token, "key": "c" * 32, "alternative": words}
    file = (io.BytesIO(drawn.getvalue() if content is None else content), name)
    at = coordinator.at("work/look/logo")
    return coordinator.client.post(at, data={**given, "file": file})


def test_without_any_the_look_is_as_it_was(anybody: FlaskClient) -> None:
    page = anybody.get(f"/norfolk/{REPORT}").text
    assert 'class="public report"' in page
    assert 'class="logo"' not in page
    assert anybody.get("/norfolk/logo").status_code == 404


def test_a_colour_is_set_and_a_pale_one_refused_with_its_measure(
    coordinator: Staff, anybody: FlaskClient
) -> None:
    pale = coordinator.post("work/look/colour", colour="#ffc83d")
    assert pale.status == 422
    assert "This colour has a contrast of" in pale.words
    assert pale.fields["colour"] == "#ffc83d"
    assert "such as #4a2aa0" in coordinator.post("work/look/colour", colour="red").words
    coordinator.post("work/look/colour", colour="#0A5C3F")
    assert "--brand:#0a5c3f" in anybody.get("/norfolk/accent.css").text
    assert "report--own" in anybody.get(f"/norfolk/{REPORT}").text
    coordinator.post("work/look/colour", colour="")
    assert "--brand:#4a2aa0" in anybody.get("/norfolk/accent.css").text


def test_a_logo_stands_on_the_cover_until_it_is_taken_off(
    coordinator: Staff, anybody: FlaskClient
) -> None:
    assert "Say in words" in Page(sent_logo(coordinator, "")).words
    assert "cannot be read" in Page(sent_logo(coordinator, "x", b"\x89PNG\r\n\x1a\nx")).words
    text = Page(sent_logo(coordinator, "x", b"words", "logo.txt")).words
    assert "Only PNG and JPEG pictures" in text
    assert "can be attached" not in text
    assert sent_logo(coordinator, "Our logo").status_code == 303
    assert 'alt="Our logo"' in anybody.get(f"/norfolk/{REPORT}").text
    shown = anybody.get("/norfolk/logo")
    assert (shown.status_code, shown.mimetype) == (200, "image/png")
    coordinator.post("work/look/off")
    assert anybody.get("/norfolk/logo").status_code == 404
    assert "There is no logo" in coordinator.post("work/look/off").words


def test_only_those_who_keep_the_record_choose(sign_in: Callable[[str], Staff]) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert scrutineer.get("work/look/").status == 403
    assert scrutineer.send("work/look/colour", colour="").status_code == 403


def test_bars_have_the_colour_where_no_style_sheet_is_read(
    sign_in: Callable[[str], Staff],
) -> None:
    """On paper, drawings are not reached by our style sheets."""
    coordinator = sign_in("coordinator@norfolk.example")
    assert coordinator.send("work/look/colour", colour="#0a5c3f").status_code == 303
    bars = re.findall(r'class="chart-bar"\s+fill="([^"]+)"', coordinator.get(DRAFT).html)
    assert set(bars) == {"#0a5c3f"}
