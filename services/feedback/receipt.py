"""The receipt of a message: five kind words, made from the request, stored as a keyed hash."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import permutations

from services.refusals import Refusal

WORDS = 5
_BITS = 11


_NAMED, _NEAR = 2, 3
_LONGEST = 12  # of letters to look for near words by: more of them only cost time


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


@cache
def word_list() -> tuple[str, ...]:
    """Our own 2,048 kind words; the first four letters tell each from all others."""
    return tuple(files("services.feedback").joinpath("receipt_words.txt").read_text().split())


@cache
def _by_start() -> dict[str, str]:
    return {word[:4]: word for word in word_list()}


def typed_words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def read_words(text: str) -> tuple[str, ...]:
    """The five words in what somebody typed: any case, any marks between, first letters enough.

    Raises ``NotAReceipt`` where there are not five words of the list. It names two that are wrong.
    """
    typed = typed_words(text)
    if len(typed) != WORDS:
        raise NotAReceipt(f"You typed {_counted(len(typed))}. We gave you five words.")
    known = tuple(_by_start().get(word[:4], "") for word in typed)
    wrong = [
        (number, word)
        for number, (word, full) in enumerate(zip(typed, known, strict=True), 1)
        if not full or not (full.startswith(word) and len(word) >= min(4, len(full)))
    ]
    if wrong:
        slips = [Slip(number, _near(word)) for number, word in wrong[:_NAMED]]
        raise NotAReceipt(f"Word {slips[0].number} looks wrong. Check the spelling.", slips=slips)
    return known


def _near(word: str) -> tuple[str, ...]:
    return tuple(get_close_matches(word[:_LONGEST], word_list(), _NEAR))


def in_every_order(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words as they were typed first, then in the 119 other orders."""
    return list(dict.fromkeys(permutations(words)))


def _counted(words: int) -> str:
    return "one word" if words == 1 else f"{words} words"


@dataclass(frozen=True)
class ReceiptBook:
    """Makes and recognises one partnership's receipts under its own key (at least 32 bytes)."""

    key: bytes

    def words_for(self, client_id: str) -> tuple[str, ...]:
        """The words for a request: the same request has the same words, and nobody else can tell.

        55 bits of HMAC-SHA-256; neither the words nor ``client_id`` are ever stored.
        """
        number = int.from_bytes(self._mac(b"words", client_id)[:8]) >> (64 - WORDS * _BITS)
        listed = word_list()
        return tuple(listed[(number >> (_BITS * i)) % (1 << _BITS)] for i in range(WORDS))

    def hash_of(self, words: tuple[str, ...]) -> str:
        """What is stored of a receipt: an HMAC-SHA-256 in hex."""
        return self._mac(b"receipt", " ".join(words)).hex()

    def _mac(self, purpose: bytes, text: str) -> bytes:
        return hmac.new(self.key, purpose + b"\0" + text.encode(), hashlib.sha256).digest()
