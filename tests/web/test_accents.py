"""Every partnership's colour can be read on, and read, wherever it is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from web.accents import ACCENTS, accent_of, contrast

CSS = Path(__file__).parents[2] / "web" / "static" / "css" / "base.css"
TOKENS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", CSS.read_text()))


def full(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


@pytest.mark.parametrize("slug", [*ACCENTS, "anywhere-else"])
@pytest.mark.parametrize("ground", ["card", "paper", "t-lilac", "t-sun", "t-peach"])
def test_an_accent_stands_out(slug: str, ground: str) -> None:
    accent = accent_of(slug)
    assert contrast(accent.brand, full(TOKENS[ground])) >= 4.5
    assert contrast(accent.deep, full(TOKENS[ground])) >= 4.5


@pytest.mark.parametrize("slug", ACCENTS)
def test_the_way_out_stands_out_on_every_accent(slug: str) -> None:
    assert contrast(TOKENS["sun"], accent_of(slug).brand) >= 3


@pytest.mark.parametrize(
    ("words", "grounds", "least"),
    [
        ("ink", ["paper", "t-sun", "t-sky", "t-mint", "t-lilac", "t-peach", "t-fog", "sun"], 4.5),
        ("ink-2", ["paper", "card", "t-lilac", "t-sky", "t-peach", "t-fog"], 4.5),
        ("danger", ["paper", "card"], 4.5),
        ("line", ["paper", "card"], 3),
        ("lagoon", ["paper", "card"], 3),
    ],
)
def test_words_and_edges_stand_out(words: str, grounds: list[str], least: float) -> None:
    for ground in grounds:
        assert contrast(full(TOKENS[words]), full(TOKENS[ground])) >= least, ground


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert contrast("#000000", "#ffffff") == 21
