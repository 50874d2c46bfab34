"""Lays out one of our pages as a tagged PDF (PDF/UA-1). It fetches only our own style files."""

from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass
from typing import Any

from web.ports.editions import NoPaper, StylesheetLoader

NEEDS_PANGO = (
    "The PDF needs Pango, which this machine lacks. On Debian: apt install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0. Restart Earshot, then try again."
)
_SVG = re.compile(r"<svg\b[^>]*>(?!<title)")
_LABEL = re.compile(r'\baria-label="([^"]*)"')


@dataclass(frozen=True)
class Pdf:
    content: bytes
    pages: int


def paper_of(page: str, url: str, load: StylesheetLoader) -> Pdf:
    """Lays out the page. Its links begin with ``url``. Raises ``NoPaper`` without Pango."""
    _quieten()
    try:
        import weasyprint  # here, so that a machine without Pango does all else
    except OSError as error:
        raise NoPaper(NEEDS_PANGO) from error
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # noqa: TID251 - else fonts are cut with the time in them
    fetcher = _fetcher(weasyprint.urls, load)
    laid = weasyprint.HTML(
        string=_with_titles(page), base_url=f"{url}/", url_fetcher=fetcher
    ).render()
    return Pdf(laid.write_pdf(pdf_variant="pdf/ua-1"), len(laid.pages))


def _with_titles(text: str) -> str:
    """Gives every drawing a title, because a tagged PDF needs one, also for decoration."""

    def titled(found: re.Match[str]) -> str:
        label = _LABEL.search(found[0])
        return f"{found[0]}<title>{label[1] if label else 'A drawing'}</title>"

    return _SVG.sub(titled, text)


def _fetcher(urls: Any, load: StylesheetLoader) -> Any:
    class Locked(urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            content, kind = load(url)
            return urls.URLFetcherResponse(url, content, {"Content-Type": kind})

    return Locked()


def _quieten() -> None:
    """Hides WeasyPrint's messages about screen styles and about its steps from our log."""
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    steps = logging.getLogger("weasyprint.progress")
    steps.propagate = False
    steps.setLevel(logging.INFO)
