"""Posters are not for a report."""

from __future__ import annotations

from typing import assert_never

from events.participation import poster


def entry(fact: poster.PosterFact) -> None:
    match fact:
        case poster.PosterMade() | poster.PosterTakenDown():
            return
        case _:
            assert_never(fact)
