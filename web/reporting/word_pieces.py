"""A Word document as pieces of Markdown, cut at its headings."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import mammoth

from services.reporting.word_document import NotADocument, refuse_unsafe
from web.reporting.pasted_html import as_markdown_of

MOST = 100
_HEADING = re.compile(r"^(#{1,6}) +(.+)$", re.MULTILINE)
_MARKUP = re.compile(r"\\([\\`*_\[\]<>#|.!+-])|[*_`]+")


@dataclass(frozen=True)
class Piece:
    """One section of the document. ``title`` is empty for what stands before any heading."""

    title: str
    words: str


@dataclass(frozen=True)
class WordDocument:
    """``pictures`` is how many were left out: they need words for those who do not see them."""

    pieces: list[Piece]
    pictures: int


def read_document(name: str, content: bytes) -> WordDocument:
    """Raises the refusals of ``refuse_unsafe``, and ``NotADocument`` for one that is broken."""
    refuse_unsafe(name, content)
    left_out: list[Any] = []

    def leave_out(picture: Any) -> list[Any]:
        left_out.append(picture)
        return []

    try:
        made = mammoth.convert_to_html(io.BytesIO(content), convert_image=leave_out)
    except Exception as error:  # a broken document breaks its reader in ways nobody can list
        raise NotADocument from error
    return WordDocument(cut(as_markdown_of(made.value)), len(left_out))


def cut(words: str) -> list[Piece]:
    """Cut at the highest level of headings of which there are two or more, or at the only one."""
    headings = list(_HEADING.finditer(words))
    counted = Counter(len(each[1]) for each in headings)
    level = min(
        (each for each, many in counted.items() if many > 1), default=min(counted, default=0)
    )
    starts = [each for each in headings if len(each[1]) <= level]
    if len(starts) > MOST:
        level = min(counted)
        starts = [each for each in headings if len(each[1]) <= level][:MOST]
    ends = [*(each.start() for each in starts[1:]), len(words)]
    before = words[: starts[0].start()] if starts else words
    found = [Piece("", before.strip())] if before.strip() else []
    for start, end in zip(starts, ends, strict=False):
        title = _MARKUP.sub(lambda at: at[1] or "", start[2]).strip()
        found.append(Piece(title[:200], words[start.end() : end].strip()))
    return found
