"""Pictures for the chapters of the children's version: the children's own metaphors, flat SVG."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from web.drawing.crowd import EVERYBODY, INK, crowd

_LETTERS = "FLOURISH"
_PETALS = ("#ff7c66", "#ffc83d", "#7db8ff", "#58c9a0", "#ff9f4a", "#7a52d6", "#0a6e73", "#e0b04a")


def _picture(width: int, height: int, drawn: str) -> Markup:
    return Markup(  # noqa: S704 - our own drawings
        f'<svg class="art" viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">'
        f"{drawn}</svg>"
    )


def people() -> Markup:
    return crowd(9, 7)


def football() -> Markup:
    """A team with a goal behind it: people also learn from what goes well."""
    net = "".join(f'<path d="M{x} 12v120"/>' for x in range(320, 520, 20))
    net += "".join(f'<path d="M308 {y}h214"/>' for y in range(28, 130, 18))
    team = "".join(
        EVERYBODY[at].draw(16 + 92 * place, 40 + 8 * (place % 2), 0.82)
        for place, at in enumerate((3, 4, 0))
    )
    ball = (
        '<circle cx="392" cy="138" r="25" fill="#fff" stroke="#221a3f" stroke-width="4"/>'
        f'<path d="M392 126l11 8-4 13h-14l-4-13z" fill="{INK}"/>'
        f'<path d="M392 126v-12M403 134l12-4M399 147l8 11M385 147l-8 11M381 134l-12-4"'
        f' stroke="{INK}" stroke-width="4"/>'
    )
    return _picture(
        540,
        176,
        f'<g stroke="#7a7196" stroke-width="2">{net}</g>'
        f'<path d="M308 140V12h214v128" fill="none" stroke="{INK}" stroke-width="8"/>'
        f'<path d="M0 152h540v24H0z" fill="#58c9a0"/>{team}{ball}',
    )


def flourish(letters: str = _LETTERS) -> Markup:
    """A row of flowers. Each carries one letter of FLOURISH."""
    drawn = []
    for at, (letter, colour) in enumerate(zip(letters, _PETALS, strict=True)):
        x, y = 40 + 66 * at, 62 - 22 * (at % 2)
        petals = "".join(
            f'<ellipse cx="{x}" cy="{y - 20}" rx="11" ry="16" transform="rotate({turn} {x} {y})"/>'
            for turn in range(0, 360, 60)
        )
        drawn.append(
            f'<path d="M{x} {y + 20}v{136 - y}" stroke="#0a6e73" stroke-width="6"/>'
            f'<path d="M{x} 130q18-22 30-4q-14 14-30 4z" fill="#58c9a0"/>'
            f'<g fill="{colour}">{petals}</g><circle cx="{x}" cy="{y}" r="17" fill="#fff"/>'
            f'<text x="{x}" y="{y + 8}" text-anchor="middle" font-size="23" font-weight="700"'
            f' fill="{INK}">{letter}</text>'
        )
    return _picture(540, 176, f'{"".join(drawn)}<path d="M0 158h540v18H0z" fill="#58c9a0"/>')


def growing() -> Markup:
    """The same flowers without letters."""
    return flourish(" " * len(_LETTERS))


def pets() -> Markup:
    """A dog and a cat beside their people."""
    dog = (
        '<g fill="#d9a066"><path d="M214 176v-40q0-32 42-32t42 32v40z"/>'
        '<ellipse cx="256" cy="92" rx="36" ry="33"/></g><g fill="#a86f3d">'
        '<path d="M222 70q-20 6-14 44q16-2 22-30zM290 70q20 6 14 44q-16-2-22-30z"/></g>'
        f'<g fill="{INK}"><circle cx="243" cy="88" r="4.5"/><circle cx="269" cy="88" r="4.5"/>'
        '<ellipse cx="256" cy="103" rx="8" ry="6"/></g>'
        f'<path d="M246 111q10 10 20 0" fill="none" stroke="{INK}" stroke-width="3.5"/>'
    )
    cat = (
        '<g fill="#544c70"><path d="M338 176v-32q0-28 34-28t34 28v32z"/>'
        '<path d="M342 112V74l18 14h24l18-14v38q-30 26-60 0z"/></g>'
        '<g fill="#ffc83d"><circle cx="360" cy="104" r="5.5"/><circle cx="384" cy="104" r="5.5"/>'
        '</g><path d="M372 113l-5-5h10zM350 114l-20-4M350 119l-20 3M394 114l20-4M394 119l20 3"'
        ' fill="#ffd9cb" stroke="#ffd9cb" stroke-width="2.5"/>'
        '<path d="M404 170q36 4 30-34" fill="none" stroke="#544c70" stroke-width="11"/>'
    )
    side = EVERYBODY[7].draw(84, 14) + EVERYBODY[2].draw(436, 14, 0.95)
    return _picture(560, 176, f'<g stroke-linecap="round">{side}{dog}{cat}</g>')


def strange_times() -> Markup:
    """Rain, then a rainbow and the sun: the strange times pass."""
    bow = "".join(
        f'<path d="M{180 + 13 * at} 176a{160 - 13 * at} {150 - 13 * at} 0 0 1 {320 - 26 * at} 0"'
        f' stroke="{colour}"/>'
        for at, colour in enumerate(("#ff7c66", "#ffc83d", "#58c9a0", "#7db8ff", "#7a52d6"))
    )
    rays = "".join(
        f'<path d="M468 12v-14" transform="rotate({turn} 468 52)"/>' for turn in range(0, 360, 45)
    )
    rain = "".join(f'<path d="M{x} 108l-8 24"/>' for x in range(50, 180, 26))
    cloud = '<path d="M40 98a28 28 0 0 1 8-54a40 40 0 0 1 76-6a31 31 0 0 1 44 60z" fill="#cfc9e2"/>'
    return _picture(
        540,
        176,
        f'<g fill="none" stroke-width="13">{bow}</g>{cloud}<g stroke="#0a6e73" stroke-width="6"'
        f' stroke-linecap="round">{rain}</g><circle cx="468" cy="52" r="30" fill="#ffc83d"/>'
        f'<g stroke="#ffc83d" stroke-width="7" stroke-linecap="round">{rays}</g>',
    )


PICTURES: dict[str, Callable[[], Markup]] = {
    "people": people,
    "pets": pets,
    "football": football,
    "flourish": flourish,
    "growing": growing,
    "strange times": strange_times,
}
