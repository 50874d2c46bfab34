"""The children's version of a report in another language, part by part, by people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate
from events.vocabulary import Language

Part = Literal["cover", "hello", "said", "did", "numbers", "next", "help"]


@dataclass(frozen=True)
class PartTranslated(Fact):
    """``of`` is the SHA-256 of the English that it translates: when that changes, it is out of
    date. No words: it is no longer translated.
    """

    TOPIC = "childrens_translation.part_translated"
    PERSONAL = frozenset({"words"})
    report: UUID
    language: Language
    part: Part
    words: str
    of: str


@dataclass(frozen=True)
class TranslationChecked(Fact):
    """By another person, who speaks the language.

    ``seconded_by`` is the role and body outside this service that checked it, where nobody here
    could; ``seconded_on`` is the day they did.
    """

    TOPIC = "childrens_translation.checked"
    PERSONAL = frozenset()
    DAY = ""
    report: UUID
    language: Language
    seconded_by: str = ""
    seconded_on: PartialDate | None = None


ChildrensTranslationFact = PartTranslated | TranslationChecked
