"""Draws a mixed crowd of young people as flat SVG, so that pages need no third-party art."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from web.drawing.person import Person
from web.drawing.person_parts import INK, SKIN

__all__ = ["EVERYBODY", "INK", "SKIN", "crowd", "group_of"]

# In drawing order: any six in a row differ in size and in all else.
EVERYBODY = (
    Person("d", "puffs", "#2b1a12", "#ff7c66", "laugh", (), "toddler"),
    Person("a", "quiff", "#8a4b22", "#0a6e73", "smile", ("freckles",), "teenager"),
    Person("c", "hijab", "#0a6e73", "#e6dcff", "calm"),
    Person("b", "fringe", "#1d1716", "#ffc83d", "smile", ("glasses", "limb")),
    Person("e", "afro", "#1d1412", "#7a52d6", "laugh", (), "teenager"),
    Person("d", "bun", "#171210", "#7db8ff", "smile", ("aid",)),
    Person("a", "tail", "#c9702c", "#ffc83d", "laugh", ("plaster",), "toddler"),
    Person("c", "dastar", "#d6345b", "#58c9a0", "smile", (), "teenager"),
    Person("a", "long", "#e0b04a", "#7a52d6", "calm", ("chair",)),
    Person("e", "rows", "#171210", "#ff9f4a", "smile"),
    Person("b", "waves", "#5a2d16", "#0a6e73", "smile", ("implant",), "teenager"),
    Person("d", "none", "#171210", "#ffc83d", "laugh", ("patches",)),
    Person("b", "curl", "#5a2d16", "#7db8ff", "laugh", (), "toddler"),
    Person("e", "wrap", "#ff7c66", "#58c9a0", "calm", ("glasses",), "teenager"),
    Person("c", "patka", "#ff9f4a", "#7a52d6", "smile", ("hand",)),
    Person("a", "short", "#5a2d16", "#ff7c66", "smile", ("kippah",)),
    Person("e", "locs", "#2b1a12", "#ffc83d", "calm", ("cane",), "teenager"),
    Person("b", "plaits", "#1d1716", "#58c9a0", "smile", ("defenders",)),
)


def crowd(first: int = 0, count: int = 5, label: str = "") -> Markup:
    """``many`` people side by side, from anywhere in the round. Decoration unless labelled."""
    people = [EVERYBODY[(first + place) % len(EVERYBODY)] for place in range(count)]
    places = sorted(enumerate(people), key=lambda at: at[1].needs_room)
    drawn = (who.draw(110 * place + 10, 26 + 8 * (place % 2)) for place, who in places)
    return _picture(110 * count + 30, 176, "".join(drawn), label)


def group_of(name: str, names: Sequence[str]) -> int:
    """Where a partnership's group starts in the round, so that each has its own faces.

    One that has only just joined may not be among the names yet.
    """
    place = names.index(name) if name in names else len(names)
    return 3 * place % len(EVERYBODY)


def _picture(width: int, height: int, drawn: str, label: str) -> Markup:
    seen = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(  # noqa: S704 - our own drawings; the label is escaped
        f'<svg class="people" viewBox="0 0 {width} {height}" focusable="false" {seen}>{drawn}</svg>'
    )
