"""When each session of a browser was last used, in a cookie beside the one that holds sessions.

Every page writes it. So two answers at once may overwrite this moment, and never a session, an
address that somebody wanted, or the token of an open form.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any, cast

from flask import Flask, Response, current_app, g, request
from itsdangerous import BadData, URLSafeSerializer

_SIGNING = {"key_derivation": "hmac", "digest_method": sha256}


def init_app(app: Flask) -> None:
    app.after_request(_write)


def last_seen(slug: str, token: str) -> int:
    """The second in which this session was last used. 0 where the browser does not say."""
    named, seen = _held().get(slug, ("", 0))
    return int(seen) if named == _name(token) else 0


def note_seen(slug: str, token: str, now: int) -> None:
    """Somebody uses this session now. Written with the answer."""
    g.seen = {**_held(), slug: (_name(token), now)}


def forget_seen(slug: str) -> None:
    g.seen = {other: each for other, each in _held().items() if other != slug}


def _held() -> dict[str, Any]:
    if "seen" in g:
        return cast(dict[str, Any], g.seen)
    try:
        return dict(_serializer().loads(request.cookies.get(_cookie(), "")))
    except (BadData, TypeError, ValueError):
        return {}


def _write(response: Response) -> Response:
    if "seen" not in g:
        return response
    flags = {
        "secure": bool(current_app.config["SESSION_COOKIE_SECURE"]),
        "httponly": True,
        "samesite": current_app.config["SESSION_COOKIE_SAMESITE"],
    }
    if g.seen:
        response.set_cookie(_cookie(), str(_serializer().dumps(g.seen)), **flags)
    else:
        response.delete_cookie(_cookie(), **flags)
    return response


def _name(token: str) -> str:
    """Tells one session from another, so that no other one's moment counts for it."""
    return sha256(token.encode()).hexdigest()[:16]


def _cookie() -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}-seen"


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(
        current_app.config["SECRET_KEY"], salt="last seen", signer_kwargs=_SIGNING
    )
