"""The children's words that a translation repeats, so that they are forgotten with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact, Provenance
from events.participation.quotation import QuoteTranslated
from services.change import Change, Decided
from services.state import State


@dataclass(frozen=True)
class _Quoted(State):
    """A young person's words, and the translations in which they stand."""

    translations: frozenset[UUID] = frozenset()


def _evolve_quoted(state: _Quoted, fact: Fact) -> _Quoted:
    if isinstance(fact, QuoteTranslated):
        return replace(state, translations=state.translations | {fact.translation})
    return state


def noted(subject: UUID, provenance: Provenance, translation: UUID) -> Change:
    """Records once, on the stream of the words, that this translation repeats them."""

    keyless = replace(provenance, key="")

    def then(quoted: _Quoted) -> Decided:
        if not quoted.version or translation in quoted.translations:
            return ()
        return QuoteTranslated(*quoted.next(keyless), translation=translation)

    return Change(subject, keyless, _evolve_quoted, then)
