"""Words in a box of a drawing: all of them, inside the box, however many they are."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from web.drawing.svg_text import fitted

SAID = "We help keep children safe in Norfolk. You know what works and what does not."


def test_words_that_fit_keep_their_size() -> None:
    made = fitted("Tell us", 100, 20, 10)
    assert (made.lines, made.size, made.high) == (("Tell us",), 10, 13)


def test_words_are_wrapped_between_words_and_none_is_lost() -> None:
    made = fitted(SAID, 60, 100, 6)
    assert (len(made.lines) > 2, made.size, " ".join(made.lines)) == (True, 6, SAID)


@pytest.mark.parametrize("words", ["W" * 80, SAID * 3, "ਦੱਸੋ ਤੁਸੀਂ ਕੀ ਸੋਚਦੇ ਹੋ " * 5, "m " * 40])
def test_too_many_words_are_set_smaller(words: str) -> None:
    made = fitted(words, 80, 4, 2.2)
    assert made.size < 2.2
    assert made.high <= 4
    assert "".join(made.lines).replace(" ", "") == words.replace(" ", "")


def test_an_address_may_go_on_in_the_next_line_but_a_number_stays_together() -> None:
    address = fitted(
        "earshot.somewhere.gov.uk/norfolk/at/abcdefgh", 36, 7, 2.8, lead=1.2, bold=True
    )
    assert "".join(address.lines) == "earshot.somewhere.gov.uk/norfolk/at/abcdefgh"
    assert len(address.lines) == 2
    for wide in range(20, 80):
        lines = fitted("Childline is free: 0800\u00a01111.", wide, 100, 3).lines
        assert sum("0800\u00a01111" in line for line in lines) == 1


def test_the_lines_of_a_heading_are_of_like_length() -> None:
    assert fitted("Tell us what you really think", 150, 40, 16, even=True).lines == (
        "Tell us what",
        "you really think",
    )


@pytest.mark.parametrize("words", [f"{'M' * 40} {'M' * 39}", "Wide/Wider", "One Two"])
def test_a_heading_of_one_word_on_each_line_is_even_already(words: str) -> None:
    made = fitted(words, 5 * len(words) / 2, 9, 4.2, even=True)
    assert "".join(made.lines).replace(" ", "") == words.replace(" ", "")


def test_words_that_came_escaped_are_measured_as_they_are_read() -> None:
    assert fitted(Markup("Quill &amp; <b>"), 100, 20, 5).lines == ("Quill & <b>",)


def test_lines_stand_below_each_other_within_the_height_of_the_box() -> None:
    made = fitted(SAID, 60, 100, 6)
    stand = [made.baseline(10, line) for line in range(len(made.lines))]
    assert stand == sorted(stand)
    assert 10 + made.size * 0.8 < stand[0] < stand[-1] < 10 + made.high
