"""Offering a language to young people, once somebody who speaks it has checked all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never, get_args

from events.fact import Provenance
from events.feedback.language import LanguageFact, LanguageOffered, LanguageStopped
from events.vocabulary import Language
from services.command import Service, lazy_command
from services.ledger import Ledger
from services.refusals import AlreadyThere, Missing
from services.state import State


@dataclass(frozen=True)
class Languages(State):
    offered: frozenset[Language] = frozenset()


def evolve(state: Languages, fact: LanguageFact) -> Languages:
    match fact:
        case LanguageOffered(language=language):
            return replace(state, offered=state.offered | {language})
        case LanguageStopped(language=language):
            return replace(state, offered=state.offered - {language})
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
    return LanguageOffered(*languages.next(provenance), language=language, checked_by=checked_by)


def stop(
    languages: Languages, provenance: Provenance, *, language: Language, why: str
) -> LanguageStopped:
    if language not in languages.offered:
        raise AlreadyThere("This language is not offered.", field="language")
    if not why:
        raise Missing("Say why it is offered no longer.", field="why")
    return LanguageStopped(*languages.next(provenance), language=language, why=why)


class LanguageService(Service[Languages]):
    """One stream for the partnership, which begins with the first language it offers."""

    evolve = staticmethod(evolve)

    offer = lazy_command(offer)
    stop = lazy_command(stop)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("languages")
