"""Word documents that are refused before anything reads them."""

from __future__ import annotations

import pytest

from services.refusals import Missing
from services.reporting.word_document import DocumentTooLarge, NotADocument, refuse_unsafe


def test_an_empty_a_large_and_another_file_are_refused() -> None:
    with pytest.raises(Missing):
        refuse_unsafe("a.docx", b"")
    with pytest.raises(DocumentTooLarge):
        refuse_unsafe("a.docx", bytes(10 * 1024 * 1024 + 1))
    with pytest.raises(NotADocument):
        refuse_unsafe("a.pdf", b"%PDF-1.4")
    with pytest.raises(NotADocument):
        refuse_unsafe("a.docx", b"PK")
