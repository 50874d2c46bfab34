"""Draws a report's page as a document of its own, by the very application that shows it."""

from __future__ import annotations

from typing import Protocol

from flask import g
from werkzeug.exceptions import HTTPException

from web.app import make_app
from web.ports.editions import Seal, Version
from web.site.pdf_pages import NotOurs, dress
from web.site.tenancy import Places


class CannotDraw(Exception):  # noqa: N818 - told to the coordinator
    """The page could not be drawn; says why."""


class Served(Places, Protocol):
    """The partnerships, and what signs the application's sessions."""

    def session_secret(self) -> bytes: ...


class Drawing:
    """Nobody is signed in: what is drawn is what anybody may see."""

    def __init__(self, partnerships: Served) -> None:
        self.url = partnerships.public_url
        is_https = self.url.startswith("https://")
        self._app = make_app(partnerships, partnerships.session_secret(), https=is_https, proxies=0)

    def page(self, slug: str, report: str, version: Version, seal: Seal) -> str:
        """Raises ``CannotDraw``."""
        path = f"/{slug}/reports/{report}{version.page}"
        with self._app.test_request_context(path, base_url=self.url):
            g.kept = seal
            try:
                answer = self._app.preprocess_request() or self._app.dispatch_request()
            except HTTPException as error:
                raise CannotDraw(f"The page {path} answered {error.code}.") from error
            drawn = self._app.make_response(answer)
            if drawn.status_code != 200:
                raise CannotDraw(f"The page {path} answered {drawn.status_code}.")
            return drawn.get_data(as_text=True)

    def dress(self, address: str) -> tuple[bytes, str]:
        """A style sheet, a font or a picture of ours. Raises ``CannotDraw`` for all else."""
        try:
            return dress(self._app, self.url, address)
        except NotOurs as error:
            raise CannotDraw(str(error)) from error
