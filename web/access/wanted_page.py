"""The page that somebody asked for before they signed in, so that they arrive there.

It is kept in the browser's session. The letter with the link carries it too, as a link may be
opened in another browser.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException

from events.access.access import AnyRole
from web.site.permissions import ROLES
from web.site.tenancy import here
from web.site.wanted_address import wanted_address


def wanted_path() -> str:
    """The path of the page that this browser wants here, without its query, for a letter."""
    return urlsplit(wanted_address()).path


def wanted_page(role: AnyRole) -> str:
    """The address of the page that was wanted. Empty if there is none that this role may read."""
    asked = (wanted_address(), request.args.get("to", ""))
    return next(filter(None, (_page_at(address, role) for address in asked if address)), "")


def _page_at(address: str, role: AnyRole) -> str:
    """The address made anew, so that it leads to a page of staff in this partnership or nowhere."""
    said, adapter = urlsplit(address), current_app.create_url_adapter(request)
    assert adapter is not None
    try:
        endpoint, values = adapter.match(said.path, "GET")
    except HTTPException:
        return ""
    view = current_app.view_functions[endpoint]
    is_asked_by_people = getattr(view, "active", True)
    permission = getattr(view, "permission", None) if is_asked_by_people else None
    if values.get("partnership") != here.slug or permission not in ROLES[role]:
        return ""
    path = url_for(endpoint, **values)
    return f"{path}?{said.query}" if said.query else path
