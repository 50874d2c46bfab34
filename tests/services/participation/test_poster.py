"""A poster's code: told apart by eye, always the same for the same poster, rarely for another."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from services.participation.poster import Poster, make_poster
from tests.stories import TOLD


def code(stream: UUID) -> str:
    return make_poster(Poster.initial(stream), TOLD, place="A youth club").code


def test_a_code_has_no_letter_that_is_taken_for_another() -> None:
    made = [code(uuid5(NAMESPACE_URL, str(number))) for number in range(2000)]
    assert not set("".join(made)) & set("ilo01")
    assert {len(each) for each in made} == {8}
    assert len(set(made)) == len(made)


def test_a_poster_keeps_its_code() -> None:
    stream = uuid5(NAMESPACE_URL, "a poster")
    assert code(stream) == code(stream)
