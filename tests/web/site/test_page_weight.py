"""The first page reaches a slow phone quickly: few bytes, nothing from other sites."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

STATIC = Path(__file__).parents[3] / "web" / "static"
KB = 1024
CSS = ("css/base.css", "css/parts.css")
PACKED = {"Accept-Encoding": "gzip"}


def packed(*texts: bytes) -> int:
    return sum(len(gzip.compress(text, 9)) for text in texts)


def files(*names: str) -> list[bytes]:
    return [(STATIC / name).read_bytes() for name in names]


def test_the_first_page_is_light(client: FlaskClient) -> None:
    page, accent = client.get("/norfolk/"), client.get("/norfolk/accent.css")
    sent = packed(page.data, accent.data, *files(*CSS, "js/public.js"))
    assert sent + len(files("fonts/atkinson-next.woff2")[0]) <= 30 * KB


def test_it_goes_over_the_line_as_light_as_that(client: FlaskClient) -> None:
    """Measures the bytes that are sent."""
    page = client.get("/norfolk/", headers=PACKED)
    assert page.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in page.headers["Vary"]
    html = gzip.decompress(page.data).decode()
    assert html.endswith("</html>")
    asked = set(re.findall(r'<(?:link|script)[^>]*(?:href|src)="(/[^"]+)"', html))
    assert len(asked) == 5
    sent = [len(client.get(url, headers=PACKED).data) for url in asked]
    assert len(page.data) + sum(sent) <= 30 * KB


def test_what_may_hold_a_secret_is_not_packed(client: FlaskClient) -> None:
    """The size of a compressed page could tell of it."""
    said = client.post("/norfolk/tell/check", data={"words": "Hello"}, headers=PACKED)
    assert "Content-Encoding" not in said.headers
    client.set_cookie("earshot", "anything")
    assert "Content-Encoding" not in client.get("/norfolk/", headers=PACKED).headers
    with client.get("/static/css/base.css", headers={"Accept-Encoding": ""}) as plain:
        assert "Content-Encoding" not in plain.headers
    with client.get("/static/css/base.css", headers=PACKED | {"Range": "bytes=0-9"}) as part:
        assert (part.status_code, len(part.data)) == (206, 10)


def test_what_is_there_already_is_not_sent_again(client: FlaskClient) -> None:
    """Both a compressed style and an uncompressed one are answered 304."""
    for how in (PACKED, {"Accept-Encoding": ""}):
        with client.get("/static/css/base.css", headers=how) as first:
            mark = first.headers["ETag"]
        with client.get("/static/css/base.css", headers=how | {"If-None-Match": mark}) as again:
            assert (again.status_code, again.data) == (304, b"")
            assert again.headers["ETag"] == mark


def test_whoever_refuses_it_gets_nothing_packed(client: FlaskClient) -> None:
    answer = client.get("/norfolk/", headers={"Accept-Encoding": "gzip;q=0, identity"})
    assert "Content-Encoding" not in answer.headers


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
