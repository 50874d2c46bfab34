"""When a similar group was asked a similar question before, by the words of both."""

from __future__ import annotations

import re

RULE = (
    "Alike means: half or more of the words of the shorter one are also in the other. "
    "Little words, and words such as children and young people, are left out; so is a plural s."
)
_WORD = re.compile(r"[a-z]+")
_LITTLE = """a about after all an and are as at be by can child children do does everyone for from
    get had has have how i if in into is it its me more my no not of on or our out people person so
    some than that the their them they think this to up us was we were what when where which who
    why will with would young you your youth"""
_LEFT_OUT = frozenset(_LITTLE.split())
_ALIKE = 0.5


def words_of(text: str) -> frozenset[str]:
    """The words that tell one group or theme from another; all of them where none does."""
    every = frozenset(map(_singular, _WORD.findall(text.lower().replace("\u2019", "'"))))
    return every - _LEFT_OUT or every


def alike(one: str, other: str) -> bool:
    """Whether two groups, or two themes, are the same or similar by ``RULE``."""
    first, second = words_of(one), words_of(other)
    shorter = min(len(first), len(second))
    return bool(shorter) and len(first & second) / shorter >= _ALIKE


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
