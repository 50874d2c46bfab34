"""Draws a report's page as a document of its own, with the application that shows it."""

from __future__ import annotations

from typing import Protocol

from flask import g
from werkzeug.exceptions import HTTPException

from web.app import create_app
from web.ports.editions import EditionSeal, EditionVersion
from web.site.pdf_pages import NotOurs, dress
from web.site.tenancy import Tenants


class CannotRender(Exception):  # noqa: N818 - told to the coordinator
    """The page could not be drawn; says why."""


class Served(Tenants, Protocol):
    """The partnerships, and what signs the application's sessions."""

    def session_secret(self) -> bytes: ...


class PageRenderer:
    """Draws pages as a visitor sees them: nobody is signed in."""

    def __init__(self, partnerships: Served) -> None:
        self.url = partnerships.public_url
        is_https = self.url.startswith("https://")
        self._app = create_app(
            partnerships, partnerships.session_secret(), https=is_https, proxies=0
        )

    def page(self, slug: str, report: str, version: EditionVersion, seal: EditionSeal) -> str:
        """Raises ``CannotRender``."""
        path = f"/{slug}/reports/{report}{version.page}"
        with self._app.test_request_context(path, base_url=self.url):
            g.kept = seal
            try:
                answer = self._app.preprocess_request() or self._app.dispatch_request()
            except HTTPException as error:
                raise CannotRender(f"The page {path} answered {error.code}.") from error
            drawn = self._app.make_response(answer)
            if drawn.status_code != 200:
                raise CannotRender(f"The page {path} answered {drawn.status_code}.")
            return drawn.get_data(as_text=True)

    def stylesheet(self, address: str) -> tuple[bytes, str]:
        """A style sheet, a font or a picture of ours. Raises ``CannotRender`` for all else."""
        try:
            return dress(self._app, self.url, address)
        except NotOurs as error:
            raise CannotRender(str(error)) from error
