"""HTML that would keep the server busy for minutes: it is refused before anything walks into it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from services.refusals import Refusal

_DEEPEST = 100  # far more than any editor makes, and few enough to walk through
_LONGEST = 1_000_000
_MOST = 30_000  # tags: several times a report of a hundred pages, and read within seconds
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))


class TooDeep(Refusal):
    words = (
        "Too many things stand within each other here. Copy the words alone, without their look, "
        "then bring those in."
    )
    field = "file"


class TooMuch(Refusal):
    words = "This is too much at once. Bring it in by parts, or copy the words without their look."
    field = "file"


def refuse_endless(html: str) -> None:
    """Raises ``TooMuch``, ``TooDeep``."""
    tags = _TAG.findall(html)
    if len(html) > _LONGEST or len(tags) > 2 * _MOST:
        raise TooMuch
    _refuse_deep(tags)


def _refuse_deep(tags: Iterable[tuple[str, str]]) -> None:
    """Counts as the reader does, which closes nothing of its own accord."""
    within: list[str] = []
    open_now: Counter[str] = Counter()
    for end, tag in tags:
        name = tag.lower()
        if not end and name not in _VOID:
            within.append(name)
            open_now[name] += 1
        while end and open_now[name]:
            closed = within.pop()
            open_now[closed] -= 1
            if closed == name:
                break
        if len(within) > _DEEPEST:
            raise TooDeep
