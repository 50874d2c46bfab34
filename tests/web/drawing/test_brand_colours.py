"""Every partnership's colour can be read, and words on it can be read."""

from __future__ import annotations

import pytest

from infra.partnerships import Partnerships
from web.app import create_app
from web.drawing.brand_colours import ACCENTS, Accent, accent_of, contrast
from web.drawing.palette import night, tokens

TOKENS = tokens()


@pytest.mark.parametrize("slug", [*ACCENTS, "anywhere-else"])
@pytest.mark.parametrize("ground", ["card", "paper", "t-lilac", "t-sun", "t-peach"])
def test_an_accent_stands_out(slug: str, ground: str) -> None:
    accent = accent_of(slug)
    assert contrast(accent.brand, TOKENS[ground]) >= 4.5
    assert contrast(accent.deep, TOKENS[ground]) >= 4.5


def test_nothing_starts_with_an_accent_that_cannot_be_read(
    partnerships: Partnerships, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ACCENTS, "surrey", Accent("#0a5c3f", "#ffc83d"))
    with pytest.raises(ValueError, match="The accent #ffc83d of surrey"):
        create_app(partnerships, bytes(32), https=False)


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
        assert contrast(TOKENS[words], TOKENS[ground]) >= least, ground


GROUNDS = ("paper", "card", "t-sun", "t-sky", "t-mint", "t-lilac", "t-peach", "t-fog")


@pytest.mark.parametrize(
    ("words", "grounds", "least"),
    [
        ("ink", [*GROUNDS, "crowd"], 4.5),
        ("ink-2", GROUNDS, 4.5),
        ("link", GROUNDS, 4.5),
        ("deep", GROUNDS, 4.5),
        ("alarm", ["paper", "card"], 4.5),
        ("line", ["paper", "card"], 3),
        ("lagoon", ["paper", "card"], 3),
        ("danger", ["paper", "card"], 3),
    ],
)
def test_words_and_edges_stand_out_in_dark_surroundings(
    words: str, grounds: list[str], least: float
) -> None:
    for ground in grounds:
        assert contrast(night()[words], night()[ground]) >= least, ground


def test_dark_surroundings_are_dark_and_no_drawing_is_lost_in_them() -> None:
    assert contrast(night()["paper"], "#000000") < 1.5
    assert contrast(night()["crowd"], "#171210") >= 3  # the darkest hair


def test_what_is_written_in_white_or_night_stays_so() -> None:
    for slug in ACCENTS:
        assert contrast(accent_of(slug).brand, "#ffffff") >= 4.5
    assert contrast(night()["night"], night()["sun"]) >= 4.5
    assert contrast(night()["danger"], "#ffffff") >= 4.5
    assert contrast(night()["lagoon"], "#ffffff") >= 3


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert contrast("#000000", "#ffffff") == 21
