"""The colour of each partnership. Nothing else about the look may differ."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Accent:
    """A brand colour and a darker shade of it, both dark enough for white words."""

    brand: str
    deep: str

    @property
    def css(self) -> str:
        return f":root{{--brand:{self.brand};--brand-deep:{self.deep}}}"


BRAMBLE = Accent("#4a2aa0", "#33197c")
ACCENTS = {
    "norfolk": BRAMBLE,
    "surrey": Accent("#0a5c3f", "#06402c"),
    "coventry": Accent("#004f8a", "#003a66"),
    "nel": Accent("#8a1c5c", "#661243"),
}


def accent_of(slug: str) -> Accent:
    """The colour of a partnership. The default is bramble."""
    return ACCENTS.get(slug, BRAMBLE)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)
