"""How somebody is reached besides their e-mail address, and which letters they want."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class TextNumberGiven(Fact):
    """A number for text messages about urgent messages, in digits with its country: +447…

    Empty where somebody no longer wants text messages.
    """

    TOPIC = "access.text_number_given"
    PERSONAL = frozenset({"phone"})
    phone: str


@dataclass(frozen=True)
class DigestChosen(Fact):
    """Whether somebody wants the letter of the day about what waits for them."""

    TOPIC = "access.digest_chosen"
    PERSONAL = frozenset()
    wanted: bool


LetterFact = TextNumberGiven | DigestChosen
