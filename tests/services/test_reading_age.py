"""The reading age tells a child's page from a committee's."""

from __future__ import annotations

import pytest

from services.reading_age import measure, syllables


@pytest.mark.parametrize(
    ("word", "beats"), [("cat", 1), ("worried", 2), ("family", 3), ("safe", 1), ("decided", 3)]
)
def test_beats_are_counted_about_right(word: str, beats: int) -> None:
    assert syllables(word) == beats


def test_plain_words_are_easy() -> None:
    assert measure("We read it. Then we tell you what we did.").is_easy


def test_a_committee_is_not_easy() -> None:
    reading = measure(
        "The partnership will seek assurance regarding implementation of the statutory "
        "multi-agency arrangements through independent scrutiny of practitioner outcomes."
    )
    assert not reading.is_easy
    assert reading.age > 16
    assert {"assurance", "statutory", "multi-agency"} <= set(reading.jargon)


def test_one_long_sentence_is_not_easy_however_short_its_words() -> None:
    assert not measure("We go to the end of the road and then on and on to the sea.").is_easy


def test_nothing_at_all_can_be_read_by_anyone() -> None:
    assert measure("").is_easy
