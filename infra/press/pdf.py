"""Makes a tagged PDF (PDF/UA-1) of a kept document: the same bytes from the same document."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from infra.press.drawing import Drawing

STEPS = 7
NEEDS_PANGO = (
    "The PDF needs Pango, which this machine lacks. On Debian: apt install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0. Restart Earshot, then try again."
)
_STEP = re.compile(r"Step (\d+) - (.+?)(?: - (.*))?$")
_SVG = re.compile(r"<svg\b[^>]*>(?!<title)")
_LABEL = re.compile(r'\baria-label="([^"]*)"')
_PLAINLY = {
    "Fetching and parsing HTML": "Reading the text",
    "Fetching and parsing CSS": "Reading the style",
    "Applying CSS": "Dressing the text",
    "Creating formatting structure": "Ordering the parts",
    "Creating layout": "Setting the pages",
    "Creating PDF": "Drawing the pages",
    "Adding PDF metadata": "Naming what is in them",
}
Told = Callable[[int, str], None]


class NoPango(Exception):  # noqa: N818 - told to the coordinator
    """What lays out pages is not installed."""


@dataclass(frozen=True)
class Pdf:
    content: bytes
    pages: int


def pdf_of(document: bytes, drawing: Drawing, tell: Told) -> Pdf:
    """``tell`` is told each step as it begins. Raises ``NoPango``."""
    _quieten()
    try:
        import weasyprint  # here, so that a machine without Pango does all else
    except OSError as error:
        raise NoPango(NEEDS_PANGO) from error
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # noqa: TID251 - else fonts are cut with the time in them
    text = _with_titles(_with_hash(document))
    fetcher = _fetcher(weasyprint.urls.URLFetcher, drawing)
    with _telling(tell):
        laid = weasyprint.HTML(
            string=text, base_url=f"{drawing.url}/", url_fetcher=fetcher
        ).render()
        content = laid.write_pdf(pdf_variant="pdf/ua-1")
    return Pdf(content, len(laid.pages))


def _with_hash(document: bytes) -> str:
    """A document cannot hold its own hash, so the PDF holds the one of what it was made from."""
    hashed = sha256(document).hexdigest()
    before, end, after = document.decode().rpartition("</main>")
    said = f'<p class="from">SHA-256 of the web document this was made from: {hashed}</p>'
    return f"{before}{said}{end}{after}"


def _with_titles(text: str) -> str:
    """A tagged PDF has no drawing without words, not even one that is there for looks."""

    def titled(found: re.Match[str]) -> str:
        label = _LABEL.search(found[0])
        return f"{found[0]}<title>{label[1] if label else 'A drawing'}</title>"

    return _SVG.sub(titled, text)


def _fetcher(base: Any, drawing: Drawing) -> Any:
    """Fetches what dresses our pages, and nothing else of the world."""

    class Locked(base):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            content, kind = drawing.dress(url)
            import weasyprint

            return weasyprint.urls.URLFetcherResponse(url, content, {"Content-Type": kind})

    return Locked()


def _quieten() -> None:
    """Keeps out of our log what is only about style for screens, and each step of each page."""
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    steps = logging.getLogger("weasyprint.progress")
    steps.propagate = False
    steps.setLevel(logging.INFO)


@contextmanager
def _telling(tell: Told) -> Iterator[None]:
    """Hears the steps from the log that WeasyPrint writes of them."""
    log, hearing = logging.getLogger("weasyprint.progress"), _Hearing(tell)
    log.addHandler(hearing)
    try:
        yield
    finally:
        log.removeHandler(hearing)


class _Hearing(logging.Handler):
    def __init__(self, tell: Told) -> None:
        super().__init__(logging.INFO)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        found = _STEP.match(record.getMessage())
        if found:
            page = (found[3] or "").lower()
            words = _PLAINLY.get(found[2], found[2])
            self._tell(int(found[1]), f"{words}: {page}" if page.startswith("page") else words)
