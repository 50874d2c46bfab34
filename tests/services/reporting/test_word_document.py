"""Word documents that are refused before anything reads them."""

from __future__ import annotations

import io
import zipfile

import pytest

from services.refusals import Missing
from services.reporting.word_document import (
    DocumentTooLarge,
    DocumentTooLong,
    NotADocument,
    refuse_unsafe,
)


def test_an_empty_a_large_and_another_file_are_refused() -> None:
    with pytest.raises(Missing):
        refuse_unsafe("a.docx", b"")
    with pytest.raises(DocumentTooLarge):
        refuse_unsafe("a.docx", bytes(10 * 1024 * 1024 + 1))
    with pytest.raises(NotADocument):
        refuse_unsafe("a.pdf", b"%PDF-1.4")
    with pytest.raises(NotADocument):
        refuse_unsafe("a.docx", b"PK")


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"word/document.xml": b"<d/>", **parts}.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_words_that_grow_are_refused_in_any_letters_and_under_any_name() -> None:
    grows = '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'
    for name, content in (
        ("word/other.xml", grows.encode()),
        ("word/media/picture.png", grows.encode()),
        ("word/other.xml", f'<?xml version="1.0" encoding="utf-16"?>{grows}'.encode("utf-16")),
    ):
        with pytest.raises(NotADocument):
            refuse_unsafe("a.docx", packed(**{name: content}))


def test_a_part_that_unpacks_to_too_much_or_is_broken_is_refused() -> None:
    with pytest.raises(DocumentTooLarge):
        refuse_unsafe("a.docx", packed(x=b"<d>" + b" " * (10 * 1024 * 1024) + b"</d>"))
    with pytest.raises(DocumentTooLong):
        refuse_unsafe("a.docx", packed(x=b"<d>" + b"<p/>" * 200_000 + b"</d>"))
    refuse_unsafe("a.docx", packed(x=b"\x89PNG" + bytes(10 * 1024 * 1024)))
    broken = packed(x=b"words that are packed").replace(b"\x95", b"\x96").replace(b"+", b"-")
    with pytest.raises(NotADocument):
        refuse_unsafe("a.docx", broken)
