"""Compresses pages, styles and scripts, so that they reach a slow phone quickly.

Only responses to GET requests without a session: the size of a compressed page could tell a secret
in it to somebody who chose other words of the page.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.http import parse_accept_header

_PACKED = ("text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml")
_LEAST = 512
Headers = list[tuple[str, str]]


def packing(app: WSGIApplication) -> WSGIApplication:
    """The application with compressed responses for browsers that accept them."""

    def packed(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if not _may_be_packed(environ):
            return app(environ, start)
        if environ.get("HTTP_IF_NONE_MATCH", "").startswith("W/"):  # the ETag that we gave it
            environ["HTTP_IF_NONE_MATCH"] = environ["HTTP_IF_NONE_MATCH"].removeprefix("W/")
        said: list[tuple[str, Headers]] = []

        def remember(status: str, headers: Headers, _: object = None) -> Callable[[bytes], object]:
            said[:] = [(status, headers)]
            return lambda body: None

        body = _all_of(app(environ, remember))
        status, headers = said[0]
        if _packs_well(status, headers, body):
            body = gzip.compress(body, 6, mtime=0)
            headers = _as_packed(headers, len(body))
        elif status.startswith("304"):
            headers = _marked_weakly(headers)
        start(status, headers)
        return [body]

    return packed


def _may_be_packed(environ: WSGIEnvironment) -> bool:
    is_static = environ.get("PATH_INFO", "").startswith("/static/")
    return (
        environ["REQUEST_METHOD"] == "GET"
        and parse_accept_header(environ.get("HTTP_ACCEPT_ENCODING"))["gzip"] > 0
        and "HTTP_RANGE" not in environ
        and (is_static or "HTTP_COOKIE" not in environ)
    )


def _packs_well(status: str, headers: Headers, body: bytes) -> bool:
    given = {name.lower(): value for name, value in headers}
    kind = given.get("content-type", "").partition(";")[0]
    whole = status[:3] in {"200", "404"} and "content-encoding" not in given
    return whole and kind in _PACKED and len(body) >= _LEAST


def _as_packed(headers: Headers, length: int) -> Headers:
    kept = [each for each in _marked_weakly(headers) if each[0].lower() not in _OURS]
    vary = [value for name, value in headers if name.lower() == "vary"]
    ours = [
        ("Content-Encoding", "gzip"),
        ("Content-Length", str(length)),
        ("Vary", ", ".join(dict.fromkeys((*vary, "Accept-Encoding")))),
    ]
    return [*kept, *ours]


def _marked_weakly(headers: Headers) -> Headers:
    """A compressed page is another form of the same, so its ETag is a weak one."""
    return [
        (name, f"W/{value.removeprefix('W/')}" if name.lower() == "etag" else value)
        for name, value in headers
    ]


_OURS = {"content-length", "vary"}


def _all_of(chunks: Iterable[bytes]) -> bytes:
    try:
        return b"".join(chunks)
    finally:
        if hasattr(chunks, "close"):
            chunks.close()
