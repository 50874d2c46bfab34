"""Offering a language to young people, once somebody who speaks it has read all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import assert_never, get_args

from events.fact import Fact, Provenance
from events.feedback.language import Language, LanguageFact, LanguageOffered, LanguageStopped
from services.ledger import Service, State
from services.refusals import AlreadyThere, Missing


@dataclass(frozen=True)
class Languages(State):
    offered: frozenset[Language] = frozenset()


def evolve(languages: Languages, fact: LanguageFact) -> Languages:
    state = replace(languages, version=fact.originator_version)
    match fact:
        case LanguageOffered(language=language):
            return replace(state, offered=languages.offered | {language})
        case LanguageStopped(language=language):
            return replace(state, offered=languages.offered - {language})
        case _:
            assert_never(fact)


def offer(
    languages: Languages, provenance: Provenance, *, language: Language, checked_by: str
) -> LanguageOffered:
    """Raises ``Missing`` where nobody checked it, ``AlreadyThere`` where it is offered."""
    if language not in get_args(Language):
        raise Missing("Choose a language.", field="language")
    if not checked_by:
        raise Missing("Say who read all of it as a speaker.", field="checked_by")
    if language in languages.offered:
        raise AlreadyThere("This language is offered already.", field="language")
    return LanguageOffered(languages.id, languages.version + 1, provenance, language, checked_by)


def stop(
    languages: Languages, provenance: Provenance, *, language: Language, why: str
) -> LanguageStopped:
    if language not in languages.offered:
        raise AlreadyThere("This language is not offered.", field="language")
    if not why:
        raise Missing("Say why it is offered no longer.", field="why")
    return LanguageStopped(languages.id, languages.version + 1, provenance, language, why)


class LanguageService(Service[Languages]):
    """One stream for the partnership, which begins with the first language it offers."""

    evolve = staticmethod(evolve)

    def offer(self, provenance: Provenance, *, language: Language, checked_by: str) -> list[Fact]:
        return self._decide(provenance, offer, language=language, checked_by=checked_by)

    def stop(self, provenance: Provenance, *, language: Language, why: str) -> list[Fact]:
        return self._decide(provenance, stop, language=language, why=why)

    def _decide(
        self, provenance: Provenance, decide: Callable[..., Fact], **said: object
    ) -> list[Fact]:
        stream = self.ledger.name_of("languages")

        def then(known: list[Fact]) -> Fact:
            start = Languages(stream, 0)
            return decide(reduce(evolve, known, start), provenance, **said)  # type: ignore[arg-type]

        return self.ledger.change(stream, provenance, then)
