"""A small creature for each word of a receipt, for people who read pictures better.

No two of a list are alike: one of 16 outlines, 8 colours, 4 pairs of eyes and 4 mouths make 2,048.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin
from typing import NamedTuple

from markupsafe import Markup

from services.feedback.word_list import easy_list, first_list

SIZE = 48
INK = "#221a3f"
COLOURS = (
    "#ffc83d",
    "#58c9a0",
    "#ff9f7a",
    "#8fc4ff",
    "#c3a8ff",
    "#ff7c66",
    "#b9e07a",
    "#f4a9d0",
)
_POINTS = 40
Point = tuple[float, float]


@dataclass(frozen=True)
class Drawn:
    """One shape: a filled ``polygon``, a ``dot`` (centre and edge) or an open ``line``."""

    kind: str
    points: tuple[Point, ...]
    colour: str


@cache
def creature(word: str) -> tuple[Drawn, ...]:
    """The shapes of a word's creature in a square of ``SIZE``, from the lowest to the top one."""
    number = _numbers()[word]
    outline, colour = number & 15, COLOURS[(number >> 4) & 7]
    eyes, mouth = (number >> 7) & 3, (number >> 9) & 3
    body = Drawn("polygon", tuple(_outline(outline)), colour)
    return body, *_eyes(eyes), _mouth(mouth)


@cache
def picture(word: str) -> Markup:
    """The creature as SVG. Screen readers skip it and read the word beside it."""
    drawn = "".join(_as_svg(part) for part in creature(word))
    return Markup(  # noqa: S704 - our own drawings
        f'<svg viewBox="0 0 {SIZE} {SIZE}" aria-hidden="true" focusable="false">{drawn}</svg>'
    )


class PicturedWord(NamedTuple):
    """A word of a receipt, and its creature as SVG."""

    word: str
    picture: str


def pictured(words: Sequence[str]) -> list[PicturedWord]:
    """Each word with its creature."""
    return [PicturedWord(word, picture(word)) for word in words]


@cache
def _numbers() -> dict[str, int]:
    """A word of the first list keeps its creature for ever. The easy list's new words take those
    that are free.
    """
    easy = easy_list().words
    numbers = {word: number for number, word in enumerate(first_list().words)}
    free = (number for word, number in numbers.items() if word not in set(easy))
    new = [word for word in easy if word not in numbers]
    return numbers | dict(zip(new, free, strict=False))


def _outline(number: int) -> Iterator[Point]:
    """Lobes, corners or spikes around a centre: four shapes, each in four counts."""
    many, kind = 3 + number % 4, number // 4
    for at in range(_POINTS):
        turn = 2 * pi * at / _POINTS
        wave = cos(many * turn)
        reach = (
            17 + 3.2 * wave,
            19 - 4.5 * abs(sin(many * turn / 2)),
            16 + 4 * (1 - abs(wave) * 2),
            17 + (3.5 if wave > 0 else -2.5),
        )[kind]
        yield round(24 + reach * sin(turn), 1), round(25 - reach * cos(turn), 1)


def _eyes(kind: int) -> Iterator[Drawn]:
    for x in (18.0, 30.0) if kind < 3 else (24.0,):
        reach = (2.6, 4.2, 2.0, 5.0)[kind]
        if kind in (1, 3):
            yield Drawn("dot", ((x, 21.0), (x + reach, 21.0)), "#ffffff")
            reach = 2.0
        if kind == 2:
            yield Drawn("line", ((x - 3, 22.0), (x, 19.0), (x + 3, 22.0)), INK)
        else:
            yield Drawn("dot", ((x, 21.0), (x + reach, 21.0)), INK)


def _mouth(kind: int) -> Drawn:
    points: tuple[tuple[Point, ...], ...] = (
        ((18, 30), (21, 32.5), (27, 32.5), (30, 30)),
        ((19, 31.5), (29, 31.5)),
        ((18, 31), (21, 33), (24, 30.5), (27, 33), (30, 31)),
        ((19, 30), (29, 30), (24, 35)),
    )
    return Drawn("polygon" if kind == 3 else "line", points[kind], INK)


def _as_svg(part: Drawn) -> str:
    if part.kind == "dot":
        (x, y), (edge, _) = part.points
        return f'<circle cx="{x:g}" cy="{y:g}" r="{edge - x:g}" fill="{part.colour}"/>'
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in part.points)
    if part.kind == "polygon":
        return f'<path d="{path}z" fill="{part.colour}"/>'
    rest = 'fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{path}" stroke="{part.colour}" {rest}/>'
