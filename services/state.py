"""The state that a decision needs of one stream, folded from its facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, reduce
from typing import Any, Self, get_type_hints
from uuid import UUID

from events.fact import Fact, Provenance
from services.refusals import NotFound

Evolve = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class State:
    """One stream after some of its facts. ``version`` is how many: 0 at the beginning."""

    id: UUID
    version: int

    @classmethod
    def initial(cls, stream: UUID) -> Self:
        """The stream before its first fact."""
        return cls(stream, 0)

    def next(self, provenance: Provenance, nth: int = 1) -> tuple[UUID, int, Provenance]:
        """What a fact begins with that comes next, or as the ``nth`` of several.

        ``DecisionMade(*decision.next(provenance), decided="Lamps", …)``
        """
        return self.id, self.version + nth, provenance


def folded(evolve: Evolve, stream: UUID, facts: Sequence[Fact]) -> Any:
    """The state after these facts, from the beginning that ``evolve`` returns a state of.

    Raises ``NotFound`` where the stream is of something else.
    """
    hints = _hints(evolve)
    if facts and not isinstance(facts[0], hints["fact"]):
        raise NotFound
    return grown(evolve, hints["return"].initial(stream), facts)


def grown(evolve: Evolve, state: Any, facts: Sequence[Fact]) -> Any:
    """Applies the facts one by one with ``evolve``, and counts the versions."""
    return replace(reduce(evolve, facts, state), version=state.version + len(facts))


@cache
def _hints(evolve: Evolve) -> dict[str, Any]:
    return get_type_hints(evolve)
