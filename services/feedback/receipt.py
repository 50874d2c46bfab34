"""The receipt of a message: five kind words, made from the request, stored as a keyed hash."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from services.refusals import Refusal

WORDS = 5
_BITS = 11


class NotAReceipt(Refusal):
    words = "That is not quite right. We gave you five words. Type all five."
    field = "receipt"


@cache
def word_list() -> tuple[str, ...]:
    """Our own 2,048 kind words; the first four letters tell each from all others."""
    return tuple(files("services.feedback").joinpath("receipt_words.txt").read_text().split())


@cache
def _by_start() -> dict[str, str]:
    return {word[:4]: word for word in word_list()}


def read_words(text: str) -> tuple[str, ...]:
    """The five words in what somebody typed: any case, any marks between, first letters enough.

    Raises ``NotAReceipt`` where there are not five words of the list.
    """
    typed = re.findall(r"[a-z]+", text.lower())
    if len(typed) != WORDS:
        raise NotAReceipt(f"You typed {_counted(len(typed))}. We gave you five words.")
    known = tuple(_by_start().get(word[:4], "") for word in typed)
    wrong = [
        word
        for word, full in zip(typed, known, strict=True)
        if not full or not (full.startswith(word) and len(word) >= min(4, len(full)))
    ]
    if wrong:
        raise NotAReceipt("One of these words is not one of ours. Look for a spelling slip.")
    return known


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
