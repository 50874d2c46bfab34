"""A browser may keep styles and scripts: a changed one has another address."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from web.site.static_files import _mark_of

STATIC = Path(__file__).parents[3] / "web" / "static"


@pytest.mark.parametrize("path", ["/norfolk/", "/norfolk/work/sign-in"])
def test_the_address_of_a_style_or_script_holds_the_mark_of_its_content(
    client: FlaskClient, path: str
) -> None:
    found = re.findall(r'"/static/([^"?]+\.(?:css|js))(?:\?(\w+)=)?"', client.get(path).text)
    assert found
    for name, mark in found:
        assert sha256((STATIC / name).read_bytes()).hexdigest().startswith(mark or "none"), name


def test_another_content_has_another_mark(tmp_path: Path) -> None:
    one, other = tmp_path / "one.css", tmp_path / "other.css"
    one.write_text("a { color: red }")
    other.write_text("a { color: blue }")
    assert _mark_of(one) != _mark_of(other)


def test_a_font_is_asked_for_once(client: FlaskClient) -> None:
    """The page and the style name it alike."""
    preloaded = re.search(r'rel="preload" href="([^"]+)"', client.get("/norfolk/").text)
    assert preloaded
    assert preloaded[1] == "/static/fonts/atkinson-next.woff2"
    assert "url(../fonts/atkinson-next.woff2)" in (STATIC / "css" / "base.css").read_text()
