"""Pages, styles and scripts go over the line packed, so that they reach a slow phone quickly.

Only what nobody is signed in for and nothing was sent for: how well a page packs would tell a
listener something of a secret in it, where the same page repeats what somebody else chose.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_PACKED = ("text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml")
_LEAST = 512
Headers = list[tuple[str, str]]


def packing(app: WSGIApplication) -> WSGIApplication:
    """The same application, whose answers are packed for whoever can unpack them."""

    def packed(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if not _may_be_packed(environ):
            return app(environ, start)
        said: list[tuple[str, Headers]] = []

        def remember(status: str, headers: Headers, _: object = None) -> Callable[[bytes], object]:
            said[:] = [(status, headers)]
            return lambda body: None

        body = _all_of(app(environ, remember))
        status, headers = said[0]
        if _packs_well(status, headers, body):
            body = gzip.compress(body, 6, mtime=0)
            headers = _as_packed(headers, len(body))
        start(status, headers)
        return [body]

    return packed


def _may_be_packed(environ: WSGIEnvironment) -> bool:
    is_static = environ.get("PATH_INFO", "").startswith("/static/")
    return (
        environ["REQUEST_METHOD"] == "GET"
        and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
        and "HTTP_RANGE" not in environ
        and (is_static or "HTTP_COOKIE" not in environ)
    )


def _packs_well(status: str, headers: Headers, body: bytes) -> bool:
    given = {name.lower(): value for name, value in headers}
    kind = given.get("content-type", "").partition(";")[0]
    whole = status[:3] in {"200", "404"} and "content-encoding" not in given
    return whole and kind in _PACKED and len(body) >= _LEAST


def _as_packed(headers: Headers, length: int) -> Headers:
    """Another form of the same, so its mark is a weak one."""
    kept = [(name, value) for name, value in headers if name.lower() not in _OURS]
    weak = [(name, value if value.startswith("W/") else f"W/{value}")
            for name, value in headers if name.lower() == "etag"]  # fmt: skip
    vary = [value for name, value in headers if name.lower() == "vary"]
    ours = [("Content-Encoding", "gzip"), ("Content-Length", str(length)),
            ("Vary", ", ".join(dict.fromkeys((*vary, "Accept-Encoding"))))]  # fmt: skip
    return [*kept, *weak, *ours]


_OURS = {"content-length", "vary", "etag"}


def _all_of(chunks: Iterable[bytes]) -> bytes:
    try:
        return b"".join(chunks)
    finally:
        if hasattr(chunks, "close"):
            chunks.close()
