"""A report of about 90 pages as the worker prints it, against WeasyPrint on the same document."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import weasyprint

from infra.editions.edition_pdf import pdf_of
from infra.editions.page_renderer import PageRenderer
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from tests.bench.measure import Bench, Row, for_the_record

_PART = "<section class='chapter'><h2>Part {n}</h2>" + "<p>What was decided, and why.</p>" * 60
_PARTS = 45


def rows(bench: Bench) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        settings = load({"EARSHOT_VAR": str(Path(folder))})
        migrate_all(settings)
        partnerships = Partnerships.of(settings)
        join_partnership(partnerships, Joining("norfolk", "Norfolk", "Norfolk", "East", (), "", ""))
        drawing = PageRenderer(partnerships)
        document = _long(drawing)
        pdf_of(document, drawing, _quiet)
        started = time.perf_counter()
        printed = pdf_of(document, drawing, _quiet)
        ours = time.perf_counter() - started
        started = time.perf_counter()
        weasyprint.HTML(string=document.decode(), url_fetcher=_Dress(drawing)).write_pdf()
        alone = time.perf_counter() - started
        partnerships.close()
    figure = f"{printed.pages} pages in {ours:.1f} s; untagged, by WeasyPrint alone, {alone:.1f} s"
    yield for_the_record("PDF of a long report, against WeasyPrint alone", figure, ours / alone)


class _Dress(weasyprint.urls.URLFetcher):  # type: ignore[misc]
    def __init__(self, drawing: PageRenderer) -> None:
        super().__init__()
        self._drawing = drawing

    def fetch(self, url: str, headers: object = None) -> object:
        content, kind = self._drawing.dress(url)
        return weasyprint.urls.URLFetcherResponse(url, content, {"Content-Type": kind})


def _long(drawing: PageRenderer) -> bytes:
    """Plain paragraphs under headings, dressed as a report is."""
    sheets = "".join(
        f'<link rel="stylesheet" href="{drawing.url}/static/css/{name}.css">'
        for name in ("base", "parts", "report")
    )
    parts = "".join(_PART.format(n=n) + "</section>" for n in range(_PARTS))
    return (
        f'<!doctype html><html lang="en-GB"><head><title>A long report</title>{sheets}</head>'
        f'<body class="public report"><main class="sheet"><h1>A long report</h1>{parts}</main>'
        "</body></html>"
    ).encode()


def _quiet(step: int, words: str) -> None:
    """Nobody looks on."""
