"""Letters are counted as people see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.letters import is_longer, letters

# Each with the number of letters that a browser counts (Intl.Segmenter of Chromium).
SEEN = {
    "": 0,
    "It is loud.\n": 12,
    "😀😀": 2,
    "👩🏽\u200d🦽": 1,
    "👨\u200d👩\u200d👧\u200d👦": 1,
    "🏳\ufe0f\u200d🌈": 1,
    "👍🏽!": 2,
    "🇬🇧🇵🇱🇷🇴": 3,
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f": 1,
    "1\ufe0f\u20e3": 1,
    "e\u0301te\u0301": 3,
    "Łódź": 4,
    "\u0915\u094d\u0937": 1,
    "\u0a2a\u0a70\u0a1c\u0a3e\u0a2c\u0a40": 3,
    "\u1112\u1161\u11ab": 1,
    "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645": 8,
}


@pytest.mark.parametrize(("text", "seen"), SEEN.items())
def test_a_letter_is_what_people_see_as_one(text: str, seen: int) -> None:
    assert letters(text) == seen


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Po", "Zs"])))
def test_plain_letters_are_one_each(text: str) -> None:
    assert letters(text) <= len(text)


def test_marks_without_end_are_too_many() -> None:
    assert not is_longer("e" + "\u0301" * 30, 2)
    assert is_longer("e" + "\u0301" * 32, 2)
    assert is_longer("abc", 2)
