"""Styles and scripts: the address of each changes with its content, so that nobody sees old ones.

Fonts keep theirs: styles name them, and a font that is changed gets another name. So do the parts
that a script imports, which are asked for anew each time.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

_MARKED = (".css", ".js")
_KEPT_SECONDS = 3600
_IMPORTED = "/js/visits/"


def init_app(app: Flask) -> None:
    """Marks addresses made by ``url_for``, and serves the files."""
    folder = Path(app.static_folder or "")

    @app.url_defaults
    def mark(endpoint: str, values: dict[str, str]) -> None:
        if endpoint == "static" and values["filename"].endswith(_MARKED):
            values.setdefault(_mark_of(folder / values["filename"]), "")

    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=folder,
        prefix="static/",
        allow_all_origins=False,
        max_age=_KEPT_SECONDS,
        add_headers_function=_add_headers,
    )


@cache
def _mark_of(file: Path) -> str:
    """The beginning of its hash. No file changes while the program runs."""
    return sha256(file.read_bytes()).hexdigest()[:10]


def _add_headers(headers: dict[str, str], path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    if _IMPORTED in url:
        headers["Cache-Control"] = "no-cache"
