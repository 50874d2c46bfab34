"""Draws a mixed crowd of young people as flat SVG, so that pages need no third-party art."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

INK = "#221a3f"
SKIN = {"a": "#ffd7b8", "b": "#f0b98d", "c": "#c98a5b", "d": "#9a5f38", "e": "#6b3f25"}
BEHIND = {
    "long": '<path d="M26 62c-2-30 16-44 34-44s36 14 34 44l4 50H22z"/>',
    "afro": '<circle cx="60" cy="46" r="42"/>',
    "bun": '<circle cx="60" cy="16" r="15"/>',
    "puffs": '<circle cx="26" cy="34" r="19"/><circle cx="94" cy="34" r="19"/>',
    "fringe": '<path d="M29 64c-3-32 13-46 31-46s34 14 31 46l2 22H27z"/>',
    "hijab": '<path d="M24 60c0-28 16-44 36-44s36 16 36 44c0 20 6 40 10 62H14c4-22 10-42 10-62z"/>',
}
BEFORE = {
    "long": '<path d="M31 58c0-24 14-32 30-32s28 10 28 32c-12-2-22-8-28-18-6 10-16 16-30 18z"/>',
    "afro": '<path d="M32 52c2-18 14-26 28-26s26 8 28 26c-18-10-38-10-56 0z"/>',
    "bun": '<path d="M31 56c0-22 14-32 29-32s29 10 29 32c-16-16-42-16-58 0z"/>',
    "puffs": '<path d="M31 56c0-22 14-32 29-32s29 10 29 32c-8-10-18-14-29-14s-21 4-29 14z"/>',
    "short": '<path d="M30 58c-2-26 14-36 30-36s33 8 30 36c-4-8-6-12-8-16-14 4-32 2-42-2'
    '-4 4-8 10-10 18z"/>',
    "curl": '<circle cx="36" cy="42" r="12"/><circle cx="50" cy="31" r="13"/>'
    '<circle cx="68" cy="30" r="13"/><circle cx="83" cy="41" r="12"/>',
    "patka": '<path d="M29 56c-2-28 14-40 31-40s33 12 31 40c-20-12-42-12-62 0z"/>'
    '<circle cx="60" cy="14" r="9"/>',
    "fringe": '<path d="M31 62c-2-26 12-38 29-38s31 12 29 38c-2-8-4-12-6-14H37c-2 2-4 6-6 14z"/>',
    "hijab": '<path d="M30 62c0-24 12-38 30-38s30 14 30 38c-2-16-12-26-30-26s-28 10-30 26zM34 78'
    'c6 14 16 20 26 20s20-6 26-20c4 12 6 20 4 30-10 8-50 8-60 0-2-10 0-18 4-30z"/>',
}
MOUTH = {
    "smile": f'<path d="M50 78q10 9 20 0" fill="none" stroke="{INK}" stroke-width="3"/>',
    "laugh": f'<path d="M48 76h24a12 12 0 0 1-24 0z" fill="{INK}"/>',
    "calm": f'<path d="M52 80q8 4 16 0" fill="none" stroke="{INK}" stroke-width="3"/>',
}
WEARS = {
    "glasses": f'<g fill="none" stroke="{INK}" stroke-width="2.6"><circle cx="48" cy="64" r="9.5"/>'
    '<circle cx="72" cy="64" r="9.5"/><path d="M57.5 63q2.5-2 5 0M38.5 62l-8-2M81.5 62l8-2"/></g>',
    "aid": '<path d="M91 60c6-3 9 4 5 9s-5 8-7 8" fill="none" stroke="#0a6e73" stroke-width="4"/>',
    "freckles": '<g fill="#b8693f"><circle cx="42" cy="72" r="1.3"/>'
    '<circle cx="46" cy="74" r="1.3"/><circle cx="74" cy="74" r="1.3"/>'
    '<circle cx="78" cy="72" r="1.3"/></g>',
    "cane": '<path d="M113 84v90" stroke="#fff" stroke-width="6"/>'
    f'<path d="M113 84v20" stroke="{INK}" stroke-width="8"/>',
    "chair": f'<g fill="none" stroke="{INK}" stroke-width="6"><ellipse cx="4" cy="134" rx="9"'
    ' ry="30"/><ellipse cx="116" cy="134" rx="9" ry="30"/></g>'
    f'<path d="M14 132h20M106 132H86" stroke="{INK}" stroke-width="9"/>',
}


@dataclass(frozen=True)
class Person:
    """One young person: how they look and what they wear."""

    skin: str
    hair: str
    hair_colour: str
    top: str
    mouth: str = "smile"
    wears: tuple[str, ...] = ()

    @property
    def needs_room(self) -> bool:
        """Whether what they use stands before their neighbours."""
        return bool({"chair", "cane"} & set(self.wears))

    def draw(self, x: float, y: float, scale: float = 1) -> str:
        skin, hair = SKIN[self.skin], self.hair_colour
        return (
            f'<g transform="translate({x:g} {y:g}) scale({scale:g})" stroke-linecap="round">'
            f'<g fill="{hair}">{BEHIND.get(self.hair, "")}</g>'
            f'<path d="M4 170c0-48 22-66 56-66s56 18 56 66v40H4z" fill="{self.top}"/>'
            f'<g fill="{skin}"><path d="M49 84h22v22c-4 8-18 8-22 0z"/>'
            f'<ellipse cx="60" cy="62" rx="30" ry="34"/>{self._ears()}</g>'
            f'<g fill="{INK}"><circle cx="48" cy="64" r="3.6"/>'
            '<circle cx="72" cy="64" r="3.6"/></g>'
            f'{MOUTH[self.mouth]}<g fill="{hair}">{BEFORE[self.hair]}</g>'
            f"{''.join(WEARS[thing] for thing in self.wears)}</g>"
        )

    def _ears(self) -> str:
        if self.hair == "hijab":
            return ""
        return '<circle cx="31" cy="64" r="6"/><circle cx="89" cy="64" r="6"/>'


EVERYBODY = (
    Person("d", "puffs", "#2b1a12", "#ff7c66", "laugh"),
    Person("a", "short", "#8a4b22", "#0a6e73", "smile", ("freckles",)),
    Person("c", "hijab", "#0a6e73", "#e6dcff", "calm"),
    Person("b", "fringe", "#1d1716", "#ffc83d", "smile", ("glasses",)),
    Person("e", "afro", "#1d1412", "#7a52d6", "laugh", ("aid",)),
    Person("c", "patka", "#ff9f4a", "#7db8ff", "smile"),
    Person("a", "long", "#e0b04a", "#58c9a0", "calm", ("chair",)),
    Person("b", "curl", "#5a2d16", "#ff9f7a", "laugh"),
    Person("d", "short", "#171210", "#ffc83d", "calm", ("cane",)),
    Person("e", "bun", "#171210", "#58c9a0", "smile", ("glasses",)),
)


def crowd(first: int = 0, count: int = 5, label: str = "") -> Markup:
    """Some of everybody, side by side, from anywhere in the round. Decoration unless labelled."""
    people = [EVERYBODY[(first + place) % len(EVERYBODY)] for place in range(count)]
    places = sorted(enumerate(people), key=lambda at: at[1].needs_room)
    drawn = (who.draw(110 * place + 10, 14 + 16 * (place % 2)) for place, who in places)
    return _picture(110 * count + 30, 176, "".join(drawn), label)


def group_of(name: str, names: Sequence[str]) -> int:
    """Where in the round the group of one partnership starts, so that each has its own faces."""
    return 3 * names.index(name) % len(EVERYBODY)


def _picture(width: int, height: int, drawn: str, label: str) -> Markup:
    seen = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(  # noqa: S704 - our own drawings; the label is escaped
        f'<svg class="people" viewBox="0 0 {width} {height}" focusable="false" {seen}>{drawn}</svg>'
    )
