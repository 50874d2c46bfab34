"""Young people's pages on a host name of their own, which shares nothing with staff's pages.

Leaving fast clears what that host name stores, and signs nobody out elsewhere.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, abort, current_app, request
from werkzeug.exceptions import SecurityError

from web.site.tenancy import tenants


def init_app(app: Flask) -> None:
    """If a host name of their own is set, it serves only what everybody may see."""

    @app.before_request
    def only_theirs() -> None:
        if not is_theirs() or request.endpoint is None:
            return
        view = current_app.view_functions[request.endpoint]
        is_open = request.endpoint == "static" or getattr(view, "permission", "") is None
        if not is_open or request.blueprint == "sign_in":
            abort(404)

    app.context_processor(lambda: {"is_theirs": is_theirs(), "for_all": for_all})


def is_theirs() -> bool:
    """Whether this request came by the young people's own host name, on any port."""
    return bool(tenants.children_url) and _asked() == urlsplit(tenants.children_url).hostname


def for_all(path: str) -> str:
    """The whole address of a page of theirs, to print or hand over."""
    return f"{tenants.children_url or request.host_url.rstrip('/')}{path}"


def _asked() -> str:
    """The host name of the request. Empty if it is no valid name."""
    try:
        return urlsplit(f"//{request.host}").hostname or ""
    except (SecurityError, ValueError):
        return ""
