"""The colour of each partnership. Beside its logo, nothing else about the look may differ."""

from __future__ import annotations

from dataclasses import dataclass

from services.reporting.colour_contrast import contrast, darker

__all__ = ["ACCENTS", "BRAMBLE", "Accent", "accent_of", "contrast"]


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


def accent_of(slug: str, colour: str = "") -> Accent:
    """The partnership's own colour, else the one Earshot gives it. The default is bramble."""
    return Accent(colour, darker(colour)) if colour else ACCENTS.get(slug, BRAMBLE)
