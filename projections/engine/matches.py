"""From a fact to the match of its subject: many matches, each over the facts of one thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_args, get_type_hints

from events.fact import Fact

T = TypeVar("T")


def by_kind(*matches: Callable[[Any], T]) -> dict[type[Fact], Callable[[Any], T]]:
    """The match of each kind of fact: the one that takes such a ``fact``, by its type.

    Raises ``TypeError`` where two matches take the same kind.
    """
    found: dict[type[Fact], Callable[[Any], T]] = {}
    for match in matches:
        for kind in kinds_of(match):
            if found.setdefault(kind, match) is not match:
                raise TypeError(f"two matches take {kind.TOPIC}")
    return found


def kinds_of(match: Callable[[Any], object]) -> tuple[type[Fact], ...]:
    """The kinds of fact in the union that a match is exhaustive over."""
    taken = get_type_hints(match)["fact"]
    return get_args(taken) or (taken,)
