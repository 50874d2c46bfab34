"""Every word of a receipt has a creature, and keeps it."""

from __future__ import annotations

from hashlib import sha256

import pytest

from services.feedback.word_list import WordList, all_lists, first_list
from web.drawing.creatures import creature


@pytest.mark.parametrize("listed", all_lists(), ids=["easy", "first"])
def test_no_two_words_of_a_list_look_alike(listed: WordList) -> None:
    assert len({creature(word) for word in listed.words}) == len(listed.words)


def test_a_word_of_the_first_list_keeps_its_creature() -> None:
    """As it was drawn before there was an easy list."""
    drawn = repr([creature(word) for word in first_list().words])
    assert sha256(drawn.encode()).hexdigest()[:16] == "552bc5e2845bcd3e"
