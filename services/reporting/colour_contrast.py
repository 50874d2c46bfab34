"""Whether words can be read on a colour: the contrast that WCAG 2.2 (1.4.3) asks for."""

from __future__ import annotations

import re

from services.refusals import Refusal

LEAST = 4.5
# What stands on the brand colour, or what it stands on: white, paper and the lilac tint.
GROUNDS = {"white": "#ffffff", "paper": "#fff9f0", "lilac": "#e6dcff"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class NotAColour(Refusal):
    words = "Write the colour as # and six digits or letters from a to f, such as #4a2aa0."
    field = "colour"


class TooPale(Refusal):
    words = "This colour is too pale for white words to be read on it. Choose a darker one."
    field = "colour"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def refuse_pale_colour(colour: str) -> None:
    """Raises ``NotAColour``, ``TooPale``."""
    if not _COLOUR.fullmatch(colour):
        raise NotAColour
    least, ground = min((contrast(colour, each), name) for name, each in GROUNDS.items())
    if least < LEAST:
        raise TooPale(
            f"This colour has a contrast of {least:.1f} to 1 against {ground}. Words need {LEAST} "
            "to 1 to be read. Choose a darker one."
        )


def darker(colour: str, share: float = 0.3) -> str:
    """The colour mixed with this share of black, for words and edges."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * (1 - share)):02x}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)
