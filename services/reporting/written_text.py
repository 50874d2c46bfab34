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


@cache
def reader() -> MarkdownIt:
    """CommonMark with tables and without HTML: what looks like HTML is shown as typed."""
    return MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable("table")


def picture_address(picture: UUID) -> str:
    """What stands for a picture of the report in its Markdown."""
    return f"{PICTURE}{picture.hex}"


def pictures_in(words: str) -> list[str]:
    """The addresses of all pictures that the Markdown shows."""
    return [str(token.attrs.get("src", "")) for token in _flat(words) if token.type == "image"]


def refuse_unreadable(words: str, pictures: Collection[UUID]) -> None:
    """Raises ``WordsTooLong``, and ``NotOurPicture`` for a picture that the report lacks."""
    if len(words) > LONGEST:
        raise WordsTooLong
    known = {picture_address(each) for each in pictures}
    if any(address not in known for address in pictures_in(words)):
        raise NotOurPicture


def is_safe_link(address: str) -> bool:
    """Whether a reader may follow it: the web, e-mail, or a place on the page."""
    return bool(_ADDRESS.match(address))


def _flat(words: str) -> Iterator[Token]:
    for token in reader().parse(words):
        yield token
        yield from token.children or ()
