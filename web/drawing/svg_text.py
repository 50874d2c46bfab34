"""Words set into lines of a drawing, because SVG wraps none and the reader's fonts are unknown.

Words are measured in a wide font (DejaVu Sans, Verdana). In any other font they are narrower and
stay inside their box. Words that still do not fit are set smaller, never cut.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from markupsafe import Markup

FONTS = (
    "Atkinson Hyperlegible Next, Atkinson Next, Atkinson Hyperlegible, Segoe UI, Noto Sans,"
    " Noto Sans Arabic, Noto Sans Gurmukhi, Arial, sans-serif"
)
_MAY_END_A_LINE = re.compile(r"(?<= )|(?<=/)(?=[^/])|(?<=\.)(?=\w)")  # an address too
_WIDTHS = {"ijlI.,:;'|!": 0.34, "frt()/-? ": 0.44, "mwMW@%&": 1.0}
_WIDTH_OF = {letter: wide for letters, wide in _WIDTHS.items() for letter in letters}
_BOLD = 1.13
_SMALLER = 0.97
_ABOVE = 0.36  # how far the letters of a line are below its middle, in their size


@dataclass(frozen=True)
class Lettering:
    """Lines of one size. ``lead`` is the height of a line in that size."""

    lines: tuple[str, ...]
    size: float
    lead: float

    @property
    def high(self) -> float:
        return round(len(self.lines) * self.size * self.lead, 2)

    def baseline(self, top: float, line: int) -> float:
        """The baseline of a line, if the first line begins at ``top``."""
        return round(top + self.size * (self.lead * (line + 0.5) + _ABOVE), 2)


def fitted(
    words: str,
    wide: float,
    high: float,
    size: float,
    *,
    lead: float = 1.3,
    bold: bool = False,
    even: bool = False,
) -> Lettering:
    """The words in a box, in that size or as much smaller as they need.

    ``even`` makes lines of similar length, as a heading has them.
    """
    said = words.unescape() if isinstance(words, Markup) else words
    said, scale = said.strip(), _BOLD if bold else 1.0
    while True:
        room = wide / (size * scale)
        lines = _wrapped(said, room)
        made = Lettering(_evened(said, lines, room) if even else lines, round(size, 2), lead)
        if made.high <= high and all(_width(line) <= room for line in lines):
            return made
        size *= _SMALLER


def _wrapped(words: str, room: float) -> tuple[str, ...]:
    """As many words on each line as there is room for. The room is counted in sizes of a letter."""
    lines = [""]
    for part in _MAY_END_A_LINE.split(words):
        if lines[-1] and _width((lines[-1] + part).rstrip(" ")) > room:
            lines.append("")
        lines[-1] += part
    return tuple(line.rstrip(" ") for line in lines)


def _evened(words: str, lines: tuple[str, ...], room: float) -> tuple[str, ...]:
    """The narrowest lines that need no further line and cut no word."""
    while len(lines) > 1:
        room *= _SMALLER
        narrower = _wrapped(words, room)
        if len(narrower) > len(lines) or max(map(_width, narrower)) > room:
            break
        lines = narrower
    return lines


def _width(words: str) -> float:
    return sum(_width_of(letter) for letter in words)


def _width_of(letter: str) -> float:
    if unicodedata.category(letter) in {"Mn", "Cf"}:  # a mark upon another
        return 0
    plain = unicodedata.normalize("NFD", letter)[0]
    return _WIDTH_OF.get(plain, 0.76 if plain.isupper() else 0.64)
