"""Pages as PDF: their styles and fonts, and the download."""

from __future__ import annotations

from contextlib import closing
from functools import partial

from flask import Flask, Response, current_app, request

from web.site.tenancy import here


class NotOurs(Exception):  # noqa: N818 - told to the coordinator
    """A page asks for a style that is not ours. Says which address."""


def printed(page: str, name: str) -> Response:
    """The page as a PDF with this file name. Raises ``NoPaper``."""
    url = request.host_url.removesuffix("/")
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    saved = Response(here.edition_store.print(page, url, partial(dress, app, url)))
    saved.mimetype = "application/pdf"
    saved.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return saved


def dress(app: Flask, url: str, address: str) -> tuple[bytes, str]:
    """A style sheet, a font or a colour of ours, and its type. Raises ``NotOurs``."""
    path = address.removeprefix(url)
    slug, _, name = path.removeprefix("/").partition("/")
    if path == address or not (slug == "static" or name == "accent.css"):
        raise NotOurs(f"{address} is not ours, so it is not fetched.")
    with closing(app.test_client().get(path, base_url=url)) as found:
        if found.status_code != 200:
            raise NotOurs(f"{path} answered {found.status_code}.")
        return found.get_data(), found.mimetype or ""
