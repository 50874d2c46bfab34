"""One young person as flat SVG: a toddler, a child or a teenager."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from web.drawing.person_parts import BEFORE, BEHIND, BESIDE, INK, MOUTH, SKIN, WEARS

Size = Literal["toddler", "child", "teenager"]


class Build(NamedTuple):
    """How a size is drawn: the whole, the head alone, how far it is moved down, the body."""

    scale: float
    head: float
    down: float
    body: str


_BUILDS: dict[Size, Build] = {
    "toddler": Build(0.76, 1.18, 46, "M12 170c0-42 18-62 48-62s48 20 48 62v60H12z"),
    "child": Build(1, 1, 0, "M4 170c0-48 22-66 56-66s56 18 56 66v40H4z"),
    "teenager": Build(1, 0.92, -14, "M2 170c0-42 20-58 58-64 38 6 58 22 58 64v60H2z"),
}


@dataclass(frozen=True)
class Person:
    """``wears`` names clothes and aids. The other fields are colours and shapes."""

    skin: str
    hair: str
    hair_colour: str
    top: str
    mouth: str = "smile"
    wears: tuple[str, ...] = ()
    size: Size = "child"

    @property
    def needs_room(self) -> bool:
        """Whether an aid is drawn in front of the neighbours."""
        return bool(set(BESIDE) & set(self.wears))

    def draw(self, x: float, y: float, scale: float = 1) -> str:
        build = _BUILDS[self.size]
        left, top = x + 60 * scale * (1 - build.scale), y + scale * build.down
        return (
            f'<g transform="translate({left:g} {top:g}) scale({scale * build.scale:g})"'
            f' stroke-linecap="round">{self._behind(build)}'
            f'<path d="{build.body}" fill="{self.top}"/>'
            f'<path d="M49 84h22v22c-4 8-18 8-22 0z" fill="{SKIN[self.skin]}"/>'
            f"{self._head(build)}{self._filled(BESIDE)}</g>"
        )

    def _behind(self, build: Build) -> str:
        drawn = BEHIND.get(self.hair, "")
        return drawn and _scaled(self._fill(f'<g fill="{{hair}}">{drawn}</g>'), build.head)

    def _head(self, build: Build) -> str:
        ears = '<circle cx="31" cy="64" r="6"/><circle cx="89" cy="64" r="6"/>'
        face = '<ellipse cx="60" cy="62" rx="30" ry="34"/>'
        drawn = (
            f'<g fill="{{skin}}">{face}{"" if self.hair == "hijab" else ears}</g>'
            f'<g fill="{INK}"><circle cx="48" cy="64" r="3.6"/>'
            f'<circle cx="72" cy="64" r="3.6"/></g>{MOUTH[self.mouth]}'
            f'<g fill="{{hair}}">{BEFORE[self.hair]}</g>{self._filled(WEARS)}'
        )
        return _scaled(self._fill(drawn), build.head)

    def _filled(self, parts: dict[str, str]) -> str:
        return self._fill("".join(parts[each] for each in self.wears if each in parts))

    def _fill(self, drawn: str) -> str:
        colours = {"{skin}": SKIN[self.skin], "{top}": self.top, "{hair}": self.hair_colour}
        for name, colour in colours.items():
            drawn = drawn.replace(name, colour)
        return drawn


def _scaled(drawn: str, scale: float) -> str:
    """A shape made larger or smaller above the chin."""
    if scale == 1:
        return drawn
    by = f"translate({60 * (1 - scale):g} {96 * (1 - scale):g}) scale({scale:g})"
    return f'<g transform="{by}">{drawn}</g>'
