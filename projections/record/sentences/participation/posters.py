"""Posters that lead to the pages for young people, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.participation import poster


def sentence(fact: poster.PosterFact) -> str:
    match fact:
        case poster.PosterMade():
            return f"A poster was made for {fact.place}."
        case poster.PosterTakenDown():
            return f"A poster was taken down: {fact.why}"
        case _:
            assert_never(fact)
