"""A translation as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.childrens_version.translation import (
    ChildrensTranslationFact,
    Part,
    PartTranslated,
    TranslationChecked,
)
from services.refusals import Refusal
from services.state import State

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


def together(main: Translation, quotes: Translation) -> Translation:
    """The two translations as one."""
    return replace(
        main,
        of=main.of | quotes.of,
        translators=main.translators | quotes.translators,
        checked=main.checked and (quotes.checked or not quotes.version),
    )
