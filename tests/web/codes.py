"""Prints a PDF as a picture and reads the codes in it, as a phone does."""

from __future__ import annotations

from itertools import chain

import pypdfium2
import zxingcpp


def codes(pdf: bytes, *, dots: int = 150) -> list[str]:
    """The codes on each page, printed at this many dots per inch."""
    pages = [page.render(scale=dots / 72).to_pil() for page in pypdfium2.PdfDocument(pdf)]
    return [code.text for code in chain(*(zxingcpp.read_barcodes(page) for page in pages))]


def pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def text(pdf: bytes) -> str:
    """The words on all pages."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
