"""Translating the children's version: one person writes, another who speaks it checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count
from typing import assert_never, get_args
from uuid import UUID

from events.childrens_version.translation import (
    ChildrensTranslationFact,
    Part,
    PartTranslated,
    TranslationChecked,
)
from events.fact import FORGOTTEN, Fact, Provenance
from events.participation.quotation import QuoteTranslated
from events.vocabulary import Language
from services.command import Service, lazy_command
from services.ledger import Change, Decided
from services.refusals import AlreadyThere, Missing, Refusal
from services.state import State

LONGEST = 6000
QUOTES: Part = "said"


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


def evolve(state: Translation, fact: ChildrensTranslationFact) -> Translation:
    match fact:
        case PartTranslated(part=part, of=of, provenance=provenance):
            others = {each for each in state.of if each[0] != part}
            now = others | {(part, of)} if fact.words else others
            by = state.translators | {provenance.by}
            return replace(state, of=frozenset(now), translators=by, checked=False)
        case TranslationChecked():
            return replace(state, checked=True)
        case _:
            assert_never(fact)


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
    if len(words) > LONGEST:
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
) -> TranslationChecked:
    """``asked`` are the parts to be translated, with what names their English now.

    Raises ``NotWholeYet``, ``TranslatedByYou``, ``AlreadyThere``.
    """
    if not asked <= translation.of:
        raise NotWholeYet
    if provenance.by in translation.translators:
        raise TranslatedByYou
    if translation.checked:
        raise AlreadyThere("This translation is checked already.")
    return TranslationChecked(*translation.next(provenance), report=report, language=language)


class ChildrensTranslationService(Service[Translation]):
    """One stream for each report and language; what children said has one of its own, which is
    forgotten with any of the words in it. After that, another begins.
    """

    evolve = staticmethod(evolve)
    _translate = lazy_command(translate)

    def translate(
        self,
        report: UUID,
        language: Language,
        provenance: Provenance,
        *,
        part: Part,
        words: str,
        of: str,
        quoted: Iterable[UUID] = (),
    ) -> list[Fact]:
        """``quoted`` is whose words stand in the English. Raises ``Missing``."""
        stream = self._of(report, language)
        if part == QUOTES:
            stream = self._of_quotes(report, language)
            self.ledger.change_together([_noted(each, provenance, stream) for each in quoted])
        return self._translate(
            stream, provenance, report=report, language=language, part=part, words=words, of=of
        )

    def check(
        self,
        report: UUID,
        language: Language,
        provenance: Provenance,
        *,
        asked: frozenset[tuple[Part, str]],
    ) -> list[Fact]:
        """Raises ``NotWholeYet``, ``TranslatedByYou``, ``AlreadyThere``."""
        stream, beside = self._of(report, language), self._of_quotes(report, language)

        def whole(main: Translation) -> Decided:
            both = _together(main, self.known(beside))
            return check(both, provenance, report=report, language=language, asked=asked)

        def quoted(quotes: Translation) -> Decided:
            if not quotes.version or quotes.checked:
                return ()
            return TranslationChecked(*quotes.next(provenance), report=report, language=language)

        changes = [Change(stream, provenance, evolve, whole)]
        return self.ledger.change_together([*changes, Change(beside, provenance, evolve, quoted)])

    def _of(self, report: UUID, language: Language) -> UUID:
        return self.ledger.name_of("children's translation", str(report), language)

    def _of_quotes(self, report: UUID, language: Language) -> UUID:
        """The first that is not forgotten."""
        named = "children's translation", str(report), language, QUOTES
        streams = (self.ledger.name_of(*named, str(number)) for number in count())
        return next(stream for stream in streams if not self._is_forgotten(stream))

    def _is_forgotten(self, stream: UUID) -> bool:
        facts = self.ledger.facts(stream)
        return any(getattr(fact, "words", "") == FORGOTTEN for fact in facts)


def _together(main: Translation, quotes: Translation) -> Translation:
    """What is asked of the whole is asked of both."""
    return replace(
        main,
        of=main.of | quotes.of,
        translators=main.translators | quotes.translators,
        checked=main.checked and (quotes.checked or not quotes.version),
    )


@dataclass(frozen=True)
class _Quoted(State):
    """A young person's words, and the translations in which they stand."""

    translations: frozenset[UUID] = frozenset()


def _evolve_quoted(state: _Quoted, fact: Fact) -> _Quoted:
    if isinstance(fact, QuoteTranslated):
        return replace(state, translations=state.translations | {fact.translation})
    return state


def _noted(subject: UUID, provenance: Provenance, translation: UUID) -> Change:
    """That the words stand in this translation is told on their own stream, once."""

    keyless = replace(provenance, key="")

    def then(quoted: _Quoted) -> Decided:
        if not quoted.version or translation in quoted.translations:
            return ()
        return QuoteTranslated(*quoted.next(keyless), translation=translation)

    return Change(subject, keyless, _evolve_quoted, then)
