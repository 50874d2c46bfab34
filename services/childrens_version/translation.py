"""Translating the children's version: one person writes, another who speaks it checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count
from uuid import UUID

from events.childrens_version.translation import Part, TranslationChecked
from events.fact import FORGOTTEN, Fact, Provenance
from events.vocabulary import Language
from services.change import Change, Decided
from services.childrens_version.translated_quotes import noted
from services.childrens_version.translation_decisions import check, check_outside, translate
from services.childrens_version.translation_state import (
    Translation,
    evolve,
    together,
)
from services.command import Service, lazy_command
from services.four_eyes import Outsider
from services.let_in import who_let_in

QUOTES: Part = "said"


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
        """``quoted`` are the messages that the English quotes. Raises ``Missing``."""
        stream = self._of(report, language)
        if part == QUOTES:
            stream = self._of_quotes(report, language)
            self.ledger.change_together([noted(each, provenance, stream) for each in quoted])
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
        """Raises ``NotWholeYet``, ``TranslatedByYou``, ``LetInByOther``, ``AlreadyThere``."""

        def whole(both: Translation) -> TranslationChecked:
            let_in = who_let_in(self.ledger, (provenance.by, *both.translators))
            return check(
                both, provenance, report=report, language=language, asked=asked, let_in=let_in
            )

        return self._check(report, language, provenance, whole)

    def check_outside(
        self,
        report: UUID,
        language: Language,
        provenance: Provenance,
        *,
        asked: frozenset[tuple[Part, str]],
        outsider: Outsider,
        may: Mapping[str, str],
    ) -> list[Fact]:
        """``may`` names those who check by their role. Raises as ``check_outside`` does."""

        def whole(both: Translation) -> TranslationChecked:
            return check_outside(
                both,
                provenance,
                report=report,
                language=language,
                asked=asked,
                outsider=outsider,
                may=may,
                let_in=who_let_in(self.ledger, (*may, *both.translators)),
            )

        return self._check(report, language, provenance, whole)

    def translators(self, report: UUID, language: Language) -> frozenset[str]:
        """Who translated any part of what stands now."""
        main, beside = self._of(report, language), self._of_quotes(report, language)
        return together(self.known(main), self.known(beside)).translators

    def _check(
        self,
        report: UUID,
        language: Language,
        provenance: Provenance,
        decide: Callable[[Translation], TranslationChecked],
    ) -> list[Fact]:
        """Records the check on both streams, decided on both together."""
        stream, beside = self._of(report, language), self._of_quotes(report, language)

        def whole(main: Translation) -> Decided:
            return decide(together(main, self.known(beside)))

        def quoted(quotes: Translation) -> Decided:
            if not quotes.version or quotes.checked:
                return ()
            checked = decide(together(self.known(stream), quotes))
            return replace(checked, originator_id=quotes.id, originator_version=quotes.version + 1)

        changes = [Change(stream, provenance, evolve, whole)]
        return self.ledger.change_together([*changes, Change(beside, provenance, evolve, quoted)])

    def _of(self, report: UUID, language: Language) -> UUID:
        return self.ledger.name_of("children's translation", str(report), language)

    def _of_quotes(self, report: UUID, language: Language) -> UUID:
        """The first stream of quotations that is not forgotten."""
        named = "children's translation", str(report), language, QUOTES
        streams = (self.ledger.name_of(*named, str(number)) for number in count())
        return next(stream for stream in streams if not self._is_forgotten(stream))

    def _is_forgotten(self, stream: UUID) -> bool:
        facts = self.ledger.facts(stream)
        return any(getattr(fact, "words", "") == FORGOTTEN for fact in facts)
