"""Translating the children's version: one person writes, another who speaks it checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import assert_never, get_args
from uuid import UUID

from events.childrens_translation import (
    ChildrensTranslationFact,
    Part,
    PartTranslated,
    TranslationChecked,
)
from events.fact import Fact, Told
from events.language import Language
from services.ledger import Decided, Service, State
from services.refusals import AlreadyThere, Missing, Refusal

LONGEST = 6000


class TranslatedByYou(Refusal):
    words = "You translated a part of this. Another person who speaks the language must check it."


class NotWholeYet(Refusal):
    words = "Some parts are not translated yet, or their English changed. Translate those first."


@dataclass(frozen=True)
class Translation(State):
    """``of`` names, for each translated part, the English it translates."""

    of: frozenset[tuple[Part, str]] = frozenset()
    translators: frozenset[str] = frozenset()
    checked: bool = False


def evolve(translation: Translation, fact: ChildrensTranslationFact) -> Translation:
    state = replace(translation, version=fact.originator_version)
    match fact:
        case PartTranslated(part=part, of=of, told=told):
            others = {each for each in translation.of if each[0] != part}
            now = others | {(part, of)} if fact.words else others
            by = translation.translators | {told.by}
            return replace(state, of=frozenset(now), translators=by, checked=False)
        case TranslationChecked():
            return replace(state, checked=True)
        case _:
            assert_never(fact)


def translate(
    translation: Translation,
    told: Told,
    *,
    report: UUID,
    language: Language,
    part: Part,
    words: str,
    of: str,
) -> PartTranslated:
    """Raises ``Missing`` for a language or part that is not known, or where nothing is said."""
    if language not in get_args(Language) or part not in get_args(Part):
        raise Missing("Choose a language and a part.", field="words")
    if not words and part not in {known for known, _ in translation.of}:
        raise Missing("Write the translation.", field="words")
    if len(words) > LONGEST:
        raise Missing(f"This is too long: use {LONGEST:,} letters at most.", field="words")
    return PartTranslated(
        translation.id, translation.version + 1, told, report, language, part, words, of
    )


def check(
    translation: Translation,
    told: Told,
    *,
    report: UUID,
    language: Language,
    asked: frozenset[tuple[Part, str]],
) -> TranslationChecked:
    """``asked`` are the parts to be translated, with what names their English now.

    Raises ``NotWholeYet``, ``TranslatedByYou``, ``AlreadyThere``.
    """
    if not asked <= translation.of:
        raise NotWholeYet
    if told.by in translation.translators:
        raise TranslatedByYou
    if translation.checked:
        raise AlreadyThere("This translation is checked already.")
    return TranslationChecked(translation.id, translation.version + 1, told, report, language)


class ChildrensTranslationService(Service[Translation]):
    """One stream for each report and language, which begins with its first part."""

    evolve = staticmethod(evolve)

    def edit(
        self,
        report: UUID,
        language: Language,
        told: Told,
        decide: Callable[..., Decided],
        /,
        **given: object,
    ) -> list[Fact]:
        stream = self.ledger.name_of("children's translation", str(report), language)

        def then(known: list[Fact]) -> Decided:
            start = Translation(stream, 0)
            now = reduce(evolve, known, start)  # type: ignore[arg-type]
            return decide(now, told, report=report, language=language, **given)

        return self.ledger.change(stream, told, then)
