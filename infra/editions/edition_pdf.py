"""Makes a tagged PDF (PDF/UA-1) of a stored document: the same bytes from the same document."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256

from infra.editions.page_renderer import PageRenderer
from infra.editions.pdf_renderer import Pdf, paper_of

STEPS = 7
_STEP = re.compile(r"Step (\d+) - (.+?)(?: - (.*))?$")
_PROOF = "</section><!-- proof -->"  # the end of what says how an edition is kept
_PLAINLY = {
    "Fetching and parsing HTML": "Reading the text",
    "Fetching and parsing CSS": "Reading the style",
    "Applying CSS": "Dressing the text",
    "Creating formatting structure": "Ordering the parts",
    "Creating layout": "Setting the pages",
    "Creating PDF": "Drawing the pages",
    "Adding PDF metadata": "Naming what is in them",
}
Provenance = Callable[[int, str], None]


def pdf_of(document: bytes, renderer: PageRenderer, tell: Provenance) -> Pdf:
    """Makes the PDF. Calls ``tell`` with the name of each step. Raises ``NoPaper``."""
    with _telling(tell):
        return paper_of(_with_hash(document), renderer.url, renderer.stylesheet)


def _with_hash(document: bytes) -> str:
    """Writes the hash of the web document into the PDF, as no file can hold its own hash."""
    hashed = sha256(document).hexdigest()
    before, end, after = document.decode().rpartition(_PROOF)
    said = f'<p class="from">SHA-256 of the web document this was made from: {hashed}</p>'
    return f"{before}{said}{end}{after}"


@contextmanager
def _telling(tell: Provenance) -> Iterator[None]:
    """Reports the steps that WeasyPrint writes to its log."""
    log, hearing = logging.getLogger("weasyprint.progress"), _Hearing(tell)
    log.addHandler(hearing)
    try:
        yield
    finally:
        log.removeHandler(hearing)


class _Hearing(logging.Handler):
    def __init__(self, tell: Provenance) -> None:
        super().__init__(logging.INFO)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        found = _STEP.match(record.getMessage())
        if found:
            page = (found[3] or "").lower()
            words = _PLAINLY.get(found[2], found[2])
            self._tell(int(found[1]), f"{words}: {page}" if page.startswith("page") else words)
