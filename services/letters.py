"""How many letters a text has as people see them, and as browsers count them: an emoji is one.

Follows the extended grapheme clusters of Unicode (UAX 29), as far as typed words need them.
"""

from __future__ import annotations

from unicodedata import category, normalize

_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Me", "Mc"})
_EMOJI = frozenset({"So", "Sk", "Cn"})
# Between two consonants of these scripts such a sign makes one letter of both.
_LINKERS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_MOST_PARTS = 16  # of one letter; a family of four in two skin colours has eleven


def letters(text: str) -> int:
    """How many letters people see."""
    if text.isascii():
        return len(text)
    count, before, flags = 0, "", 0
    for each in normalize("NFC", text):
        flags = flags + 1 if _is_flag(each) else 0
        count += not ((before and _goes_on(before, each)) or (flags and flags % 2 == 0))
        before = each
    return count


def is_longer(text: str, limit: int) -> bool:
    """Whether it has more letters than the limit, or marks without end upon few letters."""
    return letters(text) > limit or len(text) > _MOST_PARTS * limit


def _goes_on(before: str, each: str) -> bool:
    """Whether this is a part of the letter before it."""
    kind = category(each)
    if kind in _MARKS or each in "\u200c\u200d" or _is_modifier(each):
        return before != "\n"
    if before == _JOINER:
        return kind in _EMOJI
    return before in _LINKERS and kind == "Lo"


def _is_modifier(each: str) -> bool:
    """The colour of a skin, or the tags that name a country's flag."""
    return "\U0001f3fb" <= each <= "\U0001f3ff" or "\U000e0020" <= each <= "\U000e007f"


def _is_flag(each: str) -> bool:
    return "\U0001f1e6" <= each <= "\U0001f1ff"
