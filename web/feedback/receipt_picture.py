"""Five words as one picture among others. It does not say what they are for."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from web.drawing.creatures import INK, SIZE, Drawn, creature

_FONT = Path(__file__).parents[1] / "static" / "fonts" / "atkinson-next.woff2"
_PAPER, _CARD = "#ffe9a8", "#ffffff"
_WIDE, _ROW, _EDGE, _SCALE = 1280, 240, 64, 4  # twice the size, for round edges


def keepsake(words: Sequence[str]) -> bytes:
    """A PNG of 640 by about 700 pixels: the words in order, each beside its creature."""
    image = Image.new("RGB", (_WIDE, 2 * _EDGE + _ROW * len(words)), _PAPER)
    draw = ImageDraw.Draw(image)
    for at, word in enumerate(words):
        top = _EDGE + at * _ROW
        box = (_EDGE, top + 16, _WIDE - _EDGE, top + _ROW - 16)
        draw.rounded_rectangle(box, radius=40, fill=_CARD)
        for part in creature(word):
            _draw(draw, part, _EDGE + 40, top + 24)
        line = f"{at + 1}  {word}"
        draw.text((_EDGE + 300, top + _ROW / 2), line, INK, _font(), anchor="lm")
    written = io.BytesIO()
    image.reduce(2).save(written, format="PNG", optimize=True)
    return written.getvalue()


def _draw(draw: ImageDraw.ImageDraw, part: Drawn, left: float, top: float) -> None:
    at = [(left + x * _SCALE, top + y * _SCALE) for x, y in part.points]
    match part.kind:
        case "dot":
            (x, y), (edge, _) = at
            reach = edge - x
            draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=part.colour)
        case "polygon":
            draw.polygon(at, fill=part.colour)
        case _:
            draw.line(at, fill=part.colour, width=10, joint="curve")


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONT, 2 * SIZE)
