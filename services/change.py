"""One change to a stream: its request, its decision, and how a repeated request is recognised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from events.fact import FORGOTTEN, Fact, Provenance
from services.refusals import ToldDifferently
from services.state import Evolve, folded

Decided = Fact | tuple[Fact, ...]


@dataclass(frozen=True)
class Change:
    """What would be decided on one stream, to be saved alone or with others.

    ``decide`` is given what ``evolve`` makes of the stream, from its beginning on.
    """

    stream: UUID
    provenance: Provenance
    evolve: Evolve
    decide: Callable[[Any], Decided]

    def on(self, known: Sequence[Fact]) -> list[Fact]:
        """The facts that the decision gives after these facts."""
        return listed(self.decide(folded(self.evolve, self.stream, known)))


def was_told(change: Change, known: list[Fact]) -> bool:
    """Whether a request came before. Raises ``ToldDifferently`` if its content differs."""
    at = next(
        (at for at, fact in enumerate(known) if fact.provenance.key == change.provenance.key), None
    )
    if at is None:
        return False
    again = change.on(known[:at])
    there = known[at : at + len(again)]
    if len(again) != len(there) or not all(map(is_again, again, there)):
        raise ToldDifferently
    return True


def is_again(fact: Fact, known: Fact) -> bool:
    """Whether a fact repeats a known one. Forgotten fields are not compared."""
    gone = {
        name: value for name in known.PERSONAL if (value := getattr(known, name)) in (FORGOTTEN, ())
    }
    return type(fact) is type(known) and replace(fact, **gone) == known


def listed(decided: Decided) -> list[Fact]:
    return list(decided) if isinstance(decided, tuple) else [decided]
