"""The first page reaches a slow phone quickly: few bytes, nothing from anybody else."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

STATIC = Path(__file__).parents[2] / "web" / "static"
KB = 1024
CSS = ("css/base.css", "css/parts.css")


def packed(*texts: bytes) -> int:
    return sum(len(gzip.compress(text, 9)) for text in texts)


def files(*names: str) -> list[bytes]:
    return [(STATIC / name).read_bytes() for name in names]


def test_the_first_page_is_light(client: FlaskClient) -> None:
    page, accent = client.get("/norfolk/"), client.get("/norfolk/accent.css")
    sent = packed(page.data, accent.data, *files(*CSS, "js/public.js"))
    assert sent + len(files("fonts/atkinson-next.woff2")[0]) <= 30 * KB


def test_the_questions_are_light(client: FlaskClient) -> None:
    assert packed(client.get("/norfolk/tell").data) <= 6 * KB


def test_styles_and_scripts_are_light() -> None:
    assert packed(*files(*CSS)) <= 8 * KB
    assert packed(*files("js/public.js")) <= 2 * KB


@pytest.mark.parametrize("path", ["/", "/norfolk/", "/norfolk/tell", "/norfolk/help"])
def test_nothing_is_fetched_from_anybody_else(client: FlaskClient, path: str) -> None:
    html = client.get(path).text
    fetched = re.findall(r'<(?:link|script|img|iframe)[^>]*(?:href|src)="([^"]+)"', html)
    assert fetched
    assert all(url.startswith(("/", "data:")) for url in fetched)
    assert " style=" not in html


def test_the_fonts_come_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / "OFL.txt").read_text()
