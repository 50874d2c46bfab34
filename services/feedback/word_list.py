"""The two lists of receipt words: today's easy one, and the first one, which opens for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from importlib.resources import files

_BEGUN = 4  # so many letters of a word are enough where no other word begins so
_NEAR = 3
_LONGEST = 12  # of letters to look for near words by: more of them only cost time


@dataclass(frozen=True)
class WordList:
    """Words in the order of their numbers. A receipt is drawn from one list, by ``bits`` a word."""

    words: tuple[str, ...]

    @property
    def bits(self) -> int:
        return len(self.words).bit_length() - 1

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.words)

    def whole(self, typed: str) -> str:
        """The word that somebody typed, or the only one that begins so. None if there is none."""
        if typed in self._known:
            return typed
        if len(typed) < _BEGUN:
            return ""
        begun = [word for word in self.words if word.startswith(typed)]
        return begun[0] if len(begun) == 1 else ""

    def drawn(self, number: int, count: int) -> tuple[str, ...]:
        """So many words by the lowest bits of a number."""
        last = (1 << self.bits) - 1
        return tuple(self.words[(number >> (self.bits * at)) & last] for at in range(count))


@cache
def easy_list() -> WordList:
    """1,024 words that nine-year-olds read and spell. No two are one letter apart."""
    return _read("receipt_words_easy.txt")


@cache
def first_list() -> WordList:
    """The 2,048 words of receipts that were given until December 2026."""
    return _read("receipt_words.txt")


def all_lists() -> tuple[WordList, ...]:
    """Today's list first."""
    return easy_list(), first_list()


def near_words(typed: str, lists: Iterable[WordList]) -> tuple[str, ...]:
    """Words of these lists that are like what somebody typed, the likest first."""
    listed = dict.fromkeys(_words_of(lists))
    return tuple(get_close_matches(typed[:_LONGEST], listed, _NEAR))


def _words_of(lists: Iterable[WordList]) -> Iterator[str]:
    for each in lists:
        yield from each.words


def _read(name: str) -> WordList:
    return WordList(tuple(files("services.feedback").joinpath(name).read_text().split()))
