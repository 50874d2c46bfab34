"""Translating a part, and checking the whole: by another person who speaks the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args
from uuid import UUID

from events.childrens_version.translation import Part, PartTranslated, TranslationChecked
from events.fact import Provenance
from events.vocabulary import Language
from services.childrens_version.translation_state import (
    LONGEST,
    NotWholeYet,
    TranslatedByYou,
    Translation,
)
from services.four_eyes import Outsider, refuse_alone, refuse_outsider
from services.let_in import LetIn
from services.letters import is_longer
from services.refusals import AlreadyThere, Missing


def translate(
    translation: Translation,
    provenance: Provenance,
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
    if is_longer(words, LONGEST):
        raise Missing(f"This is too long: use {LONGEST:,} letters at most.", field="words")
    return PartTranslated(
        *translation.next(provenance),
        report=report,
        language=language,
        part=part,
        words=words,
        of=of,
    )


def check(
    translation: Translation,
    provenance: Provenance,
    *,
    report: UUID,
    language: Language,
    asked: frozenset[tuple[Part, str]],
    let_in: LetIn,
) -> TranslationChecked:
    """``asked`` are the parts to be translated, with what names their English now.

    Raises ``NotWholeYet``, ``TranslatedByYou``, ``LetInByOther``, ``AlreadyThere``.
    """
    _refuse_unready(translation, asked)
    refuse_alone(let_in, provenance.by, translation.translators, own=TranslatedByYou())
    return TranslationChecked(*translation.next(provenance), report=report, language=language)


def check_outside(
    translation: Translation,
    provenance: Provenance,
    *,
    report: UUID,
    language: Language,
    asked: frozenset[tuple[Part, str]],
    outsider: Outsider,
    may: Mapping[str, str],
    let_in: LetIn,
) -> TranslationChecked:
    """Somebody outside this service who speaks it checked it, as nobody here may.

    ``may`` names those who check by their role. Raises ``NotWholeYet``, ``SomebodyHereMay``.
    """
    _refuse_unready(translation, asked)
    refuse_outsider(let_in, may, translation.translators, outsider)
    checked = TranslationChecked(*translation.next(provenance), report=report, language=language)
    return replace(checked, seconded_by=outsider.words, seconded_on=outsider.on)


def _refuse_unready(translation: Translation, asked: frozenset[tuple[Part, str]]) -> None:
    if not asked <= translation.of:
        raise NotWholeYet
    if translation.checked:
        raise AlreadyThere("This translation is checked already.")
