"""The Markdown of a report: how it is read, and what is refused in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from uuid import UUID

from markdown_it import MarkdownIt
from markdown_it.token import Token

from services.refusals import Refusal

LONGEST = 50_000
PICTURE = "picture:"
_DEEPEST = 20
_NAMED = re.compile(rf"{PICTURE}([0-9a-f]{{32}})")
_SPECIAL = re.compile(r"([\\`*_\[\]<|])")
_FIRST = re.compile(r"^(\d*)([.)#>+-])(?=\s|#|$)")
_ADDRESS = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


class WordsTooLong(Refusal):
    words = f"This is too long. A part of the report holds at most {LONGEST:,} letters."
    field = "words"


class NotOurPicture(Refusal):
    words = (
        "The words show a picture that is not in this report. Add the picture on the page "
        "“Pictures” first, then put its line here."
    )
    field = "words"


class BadLink(Refusal):
    words = (
        "A link leads nowhere. Write its whole address, beginning with https:// or mailto:, such "
        "as [our site](https://example.org)."
    )
    field = "words"


@cache
def reader() -> MarkdownIt:
    """CommonMark with tables and without HTML: what looks like HTML is shown as typed.

    A new line is a new line, as those expect who know nothing of Markdown.
    """
    options = {"html": False, "breaks": True, "maxNesting": _DEEPEST}
    return MarkdownIt("commonmark", options).enable("table")


def picture_address(picture: UUID) -> str:
    """What stands for a picture of the report in its Markdown."""
    return f"{PICTURE}{picture.hex}"


def pictures_in(words: str) -> frozenset[UUID]:
    """The pictures that these words name, of the report or not."""
    return frozenset(UUID(each) for each in _NAMED.findall(words))


def refuse_unreadable(words: str, pictures: Collection[UUID]) -> None:
    """Raises ``WordsTooLong``, ``NotOurPicture`` for one that the report lacks, ``BadLink``."""
    if len(words) > LONGEST:
        raise WordsTooLong
    known = {picture_address(each) for each in pictures}
    for token in _flat(words):
        if token.type == "image" and token.attrs.get("src") not in known:
            raise NotOurPicture
        if token.type == "link_open" and not is_safe_link(str(token.attrs.get("href", ""))):
            raise BadLink


def as_markdown(plain: str) -> str:
    """Plain text as Markdown that shows the same: a paragraph for each line."""
    lines = (_SPECIAL.sub(r"\\\1", line.strip()) for line in plain.split("\n"))
    return "\n\n".join(_FIRST.sub(r"\1\\\2", line) for line in lines if line)


def is_safe_link(address: str) -> bool:
    """Whether a reader may follow it: the web, e-mail, or a place on the page."""
    return bool(_ADDRESS.match(address))


def _flat(words: str) -> Iterator[Token]:
    for token in reader().parse(words):
        yield token
        yield from token.children or ()
