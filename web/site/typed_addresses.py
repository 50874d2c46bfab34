"""Addresses as people type them from a poster: in capitals, with a slash at the end or without."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, RequestRedirect

from web.site.tenancy import PartnershipClosed, tenants


def address_meant() -> str:
    """The nearest address that there is, with its query. Empty if there is none."""
    if request.method not in ("GET", "HEAD"):
        return ""
    adapter = current_app.create_url_adapter(request)
    assert adapter is not None
    path = next((each for each in _near(request.path) if _is_known(adapter, each)), "")
    query = request.query_string.decode(errors="replace")
    return f"{path}?{query}" if path and query else path


def _near(path: str) -> Iterator[str]:
    """The partnership in small letters before all of it is: codes may hold capitals."""
    slug, _, rest = path.strip("/").partition("/")
    for near in (path, f"/{slug.lower()}/{rest}", path.lower()):
        bare = f"/{near.strip('/')}"
        for each in (near, bare, f"{bare}/"):
            if each != path:
                yield each


def _is_known(adapter: MapAdapter, path: str) -> bool:
    try:
        _, values = adapter.match(path, "GET")
    except (HTTPException, RequestRedirect):
        return False
    slug = values.get("partnership")
    try:
        return slug is None or tenants.get(slug) is not None
    except PartnershipClosed:
        return True  # its pages say so


def same_address() -> str:
    """This page's own address: what begins with two strokes, a browser takes for another site."""
    return "/" + quote(request.full_path.rstrip("?").lstrip("/"), safe="/?=&%")
