"""Languages of young people's pages: each is offered once a speaker has checked it."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.vocabulary import Language


@dataclass(frozen=True)
class LanguageOffered(Fact):
    """``checked_by`` says who read it as a speaker: a role or a group, never a child's name."""

    TOPIC = "language.offered"
    PERSONAL = frozenset({"checked_by"})
    language: Language
    checked_by: str


@dataclass(frozen=True)
class LanguageStopped(Fact):
    TOPIC = "language.stopped"
    PERSONAL = frozenset()
    language: Language
    why: str


LanguageFact = LanguageOffered | LanguageStopped
