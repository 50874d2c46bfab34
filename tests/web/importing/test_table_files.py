"""Any file sent as a table gets an answer in words, and nothing is half recorded."""

from __future__ import annotations

import io
import zipfile

from tests.web.importing.test_importing import HEAD, coordinator, sent
from tests.web.page import Page
from tests.web.staff import Staff

__all__ = ["coordinator"]


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in parts.items():
            into.writestr(name, content)
    return made.getvalue()


HOSTILE = {
    "nothing": (b"", "Choose a file"),
    "only names": (HEAD.encode(), "no row below"),
    "binary": (bytes(range(256)) * 9, "no table that can be read"),
    "a bomb": (packed(a=b"0" * 30_000_000), "unpacks to far more"),
    "more than 3 MB": (packed(a=b"0" * 3_200_000), "unpacks to far more"),
    "many cells": (packed(a=b"<row>" + b"<c/>" * 50_000), "far more cells"),
    "many parts": (packed(**{f"a{n}": b"" for n in range(300)}), "unpacks to far more"),
    "entities": (packed(a=b'<!DOCTYPE a [<!ENTITY b "c">]>'), "no table that can be read"),
    "a zip": (packed(a=b"a"), "no table that can be read"),
    "half a zip": (b"PK\x03\x04 and so on", "no table that can be read"),
    "an old one": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "Save it as XLSX"),
    "too large": (b"a," * 700_000, "larger than 1 MB"),
    "too long": (HEAD.encode() + b"\na" * 1001, "more than 1,000 rows"),
    "too wide": (b"a\n" + b"," * 50 + b"b", "more than 40 columns"),
    "too much": (
        b"a\n" + b"b" * 120_000 + b"\n" + b"c" * 120_000 + b"\n" + b"d" * 100_000,
        "more than 300,000 letters",
    ),
    "one huge cell": (b"a\n" + b"b" * 200_000, "no table that can be read"),
}


def test_whatever_is_sent_the_answer_is_words(coordinator: Staff) -> None:
    for kind, (data, says) in HOSTILE.items():
        page = Page(sent(coordinator, "attendance", data))
        assert page.status == 422, kind
        assert says in page.words, kind
        assert 'href="#f-file"' in page.html, kind


STRANGE = (
    "",
    "{}",
    "[]",
    "[1]",
    "[[1]]",
    '[["a"]]',
    "[" * 5000,
    "x" * 9000,
    '[["Course"], ["\\ud800"]]',
    '[["What it counts", "Figure"], ["\\ud800", "7"]]',
)


def test_rows_that_no_page_of_ours_sent_are_refused(coordinator: Staff) -> None:
    for rows in STRANGE:
        for name in ("attendance", "figures"):
            page = coordinator.post(f"work/import/{name}/record", rows=rows)
            assert page.status == 422, rows
            assert "There is a problem" in page.words
