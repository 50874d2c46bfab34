"""Refusals: each has a name, and words that say what to do instead."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Something may not be done. ``words`` say why, and what to do, to the person who asked."""

    words: ClassVar[str] = "That can't be done."
    field: ClassVar[str] = ""

    def __init__(self, words: str = "", *, field: str = "") -> None:
        self.said = words or self.words
        self.at = field or self.field
        super().__init__(self.said)


class NotFound(Refusal):
    words = "There is no such record here."


class AlreadyThere(Refusal):
    words = "This has been recorded before. Look at what is there, then change that instead."


class SomebodyElseWasFirst(Refusal):
    words = "Somebody else changed this while you were writing. Read what they did, then try again."


class ToldDifferently(Refusal):
    words = "This was sent before with other words. The first is kept. Start again to say more."


class Missing(Refusal):
    words = "Something needed is missing."


class Forgotten(Refusal):
    words = "This was forgotten, as was promised, so nothing more can be written about it."
