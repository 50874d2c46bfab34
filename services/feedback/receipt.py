"""The receipt of a message: five kind words, made from the request, stored as a keyed hash."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from operator import ne

from services.feedback.word_list import WordList, all_lists, easy_list, first_list, near_words
from services.refusals import Refusal

WORDS = 5
_NAMED = 2


@dataclass(frozen=True)
class Slip:
    """A typed word that is not on the list, by its number from 1, and words that are like it.

    They are taken from the list alone, so that they tell of nobody's receipt.
    """

    number: int
    near: tuple[str, ...]


class NotAReceipt(Refusal):
    words = "That is not quite right. We gave you five words. Type all five."
    field = "receipt"

    def __init__(self, words: str = "", *, slips: Sequence[Slip] = ()) -> None:
        super().__init__(words)
        self.slips = tuple(slips)


def typed_words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def read_words(text: str) -> tuple[str, ...]:
    """The five words in what somebody typed, likest to it. Raises as ``readings`` does."""
    return readings(text)[0]


def readings(text: str) -> list[tuple[str, ...]]:
    """What five words somebody may mean: any case, any marks between, first letters enough.

    All five are of one list. There are two readings where the lists end a word differently. Raises
    ``NotAReceipt`` where no list has all five words. It names two that are wrong.
    """
    typed = typed_words(text)
    if len(typed) != WORDS:
        raise NotAReceipt(f"You typed {_counted(len(typed))}. We gave you five words.")
    read = [tuple(listed.whole(word) for word in typed) for listed in all_lists()]
    if whole := [words for words in read if all(words)]:
        return sorted(dict.fromkeys(whole), key=lambda words: sum(map(ne, words, typed)))
    raise _slipped(typed, read)


def _slipped(typed: list[str], read: list[tuple[str, ...]]) -> NotAReceipt:
    """Held against the list that has the most of what was typed: today's, where both have as many.

    Near words come from both lists where both miss the same words.
    """
    missing = [[at for at, word in enumerate(words) if not word] for words in read]
    fewest = min(missing, key=len)
    likest = [listed for listed, each in zip(all_lists(), missing, strict=True) if each == fewest]
    slips = [Slip(at + 1, near_words(typed[at], likest)) for at in fewest[:_NAMED]]
    return NotAReceipt(f"Word {slips[0].number} looks wrong. Check the spelling.", slips=slips)


def in_every_order(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words as they were typed first, then in the 119 other orders."""
    return list(dict.fromkeys(permutations(words)))


def _counted(words: int) -> str:
    return "one word" if words == 1 else f"{words} words"


@dataclass(frozen=True)
class ReceiptBook:
    """Makes and recognises one partnership's receipts under its own key (at least 32 bytes)."""

    key: bytes

    def words_for(self, client_id: str, kept: str = "") -> tuple[str, ...]:
        """The words for a request: the same request has the same words, and nobody else can tell.

        50 bits of HMAC-SHA-256; neither the words nor ``client_id`` are ever stored. ``kept`` is
        what is stored of the request's receipt, which may be one of the first list (55 bits).
        """
        words = self._drawn(b"easy words", client_id, easy_list())
        if kept and self.hash_of(words) != kept:
            return self._drawn(b"words", client_id, first_list())
        return words

    def _drawn(self, purpose: bytes, client_id: str, listed: WordList) -> tuple[str, ...]:
        number = int.from_bytes(self._mac(purpose, client_id)[:8]) >> (64 - WORDS * listed.bits)
        return listed.drawn(number, WORDS)

    def hash_of(self, words: tuple[str, ...]) -> str:
        """What is stored of a receipt: an HMAC-SHA-256 in hex."""
        return self._mac(b"receipt", " ".join(words)).hex()

    def _mac(self, purpose: bytes, text: str) -> bytes:
        return hmac.new(self.key, purpose + b"\0" + text.encode(), hashlib.sha256).digest()
