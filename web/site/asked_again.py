"""The address that Back, forward and reload ask for on a page that answered a sent form."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import urlencode

from flask import Flask, current_app, g, request

from web.site.authentication import sitting


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(asked_again=asked_again, this_sitting=this_sitting)


def this_sitting() -> str:
    """Tells apart who sits at the computer: another one's typed words never return into a form."""
    return sha256(sitting().encode()).hexdigest()[:16]


def asked_again() -> str:
    """Empty on a page that was asked for. Else the nearest page.

    Where that is the form's own, the address carries the one-time key: it says there whether the
    form was recorded in the meantime.
    """
    if request.method != "POST" or "refused" in g:
        return ""
    adapter = current_app.create_url_adapter(request)
    assert adapter is not None
    nearest = next((path for path in _above(request.path) if adapter.test(path, "GET")), "/")
    key = request.form.get("key", "")
    return f"{nearest}?{urlencode({'key': key})}" if key and nearest == request.path else nearest


def _above(path: str) -> Iterator[str]:
    """The path, then the folders that it stands in, from the innermost."""
    while path:
        yield path
        path = path.rstrip("/").rpartition("/")[0]
