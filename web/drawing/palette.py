"""The colours of pages, and the contrast of each pair."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from web.drawing.brand_colours import ACCENTS, contrast

_SHEET = Path(__file__).parents[1] / "static" / "css" / "base.css"
_TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6})\b")
_DARK_SURROUNDINGS = "(prefers-color-scheme: dark)"
_LEAST_AT_NIGHT = {"line": 3, "lagoon": 3, "danger": 3, "edge": 0}
WHITE = "#ffffff"
# Words on these are white. Words on all others are ink.
_DARK = frozenset({"ink", "night", "ink-2", "line", "brand", "brand-deep", "lagoon", "danger"})
_EDGES_ALONE = frozenset({"line"})
_READABLE, _UNDER_ACCENTS = 4.5, ("card", "paper", "t-lilac")
_BESIDE_WORDS = frozenset({"edge", "coral"})  # for looks only: no words on them


@dataclass(frozen=True)
class Pair:
    """Two colours, their contrast, and the contrast that they need."""

    name: str
    ratio: float
    least: float


@dataclass(frozen=True)
class Swatch:
    name: str
    colour: str
    words: str
    pairs: tuple[Pair, ...]


@cache
def tokens() -> dict[str, str]:
    """Each colour that ``base.css`` names, in six digits."""
    by_day, _, _ = _SHEET.read_text().partition(_DARK_SURROUNDINGS)
    return _named(by_day)


@cache
def night() -> dict[str, str]:
    """The same colours in dark surroundings."""
    _, _, by_night = _SHEET.read_text().partition(_DARK_SURROUNDINGS)
    return tokens() | _named(by_night)


def palette() -> list[Swatch]:
    return [_swatch(name, colour) for name, colour in tokens().items()]


def night_palette() -> list[Swatch]:
    """The colours that differ in dark surroundings, where ink is light."""
    return [
        _at_night(name, colour) for name, colour in night().items() if tokens().get(name) != colour
    ]


def accents() -> list[Swatch]:
    sun = tokens()["sun"]
    return [
        Swatch(
            slug,
            accent.brand,
            WHITE,
            (
                Pair("white", contrast(accent.brand, WHITE), 4.5),
                Pair("sun", contrast(accent.brand, sun), 3),
            ),
        )
        for slug, accent in ACCENTS.items()
    ]


def refuse_pale() -> None:
    """Raises ``ValueError`` if words in a partnership's colour can't be read."""
    for slug, accent in ACCENTS.items():
        for colour, ground in product((accent.brand, accent.deep), _UNDER_ACCENTS):
            if (found := contrast(colour, tokens()[ground])) < _READABLE:
                raise ValueError(f"The accent {colour} of {slug} has {found:.1f} on {ground}.")


def _swatch(name: str, colour: str) -> Swatch:
    word, written = ("white", WHITE) if name in _DARK else ("ink", tokens()["ink"])
    least = 0 if name in _BESIDE_WORDS else 3 if name in _EDGES_ALONE else 4.5
    return Swatch(name, colour, written, (Pair(word, contrast(colour, written), least),))


def _at_night(name: str, colour: str) -> Swatch:
    """A ground with ink on it, or a colour on the page itself."""
    is_ground = name.startswith("t-") or name in {"paper", "card", "crowd"}
    word, other = ("ink", night()["ink"]) if is_ground else ("on paper", night()["paper"])
    least = 4.5 if is_ground else _LEAST_AT_NIGHT.get(name, 4.5)
    return Swatch(name, colour, other, (Pair(word, contrast(colour, other), least),))


def _named(sheet: str) -> dict[str, str]:
    return {name: _full(colour) for name, colour in _TOKEN.findall(sheet)}


def _full(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
