"""Posters and cards with a code, so that nobody has to type where they saw it."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class PosterMade(Fact):
    """``place`` is a service or a building, never a home; ``code`` stands in its address."""

    TOPIC = "poster.made"
    PERSONAL = frozenset()
    place: str
    code: str


@dataclass(frozen=True)
class PosterTakenDown(Fact):
    """Its address leads on, but says no place any more."""

    TOPIC = "poster.taken_down"
    PERSONAL = frozenset()
    why: str


PosterFact = PosterMade | PosterTakenDown
