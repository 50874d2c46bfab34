"""The people on pages are a mixed crowd. Screen readers skip them unless they are labelled."""

from __future__ import annotations

import gzip
import re
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from web.drawing.crowd import EVERYBODY, crowd, group_of
from web.drawing.person import Person
from web.drawing.person_parts import BEFORE, BEHIND, BESIDE, SKIN, WEARS

ROWS = range(len(EVERYBODY))
FAITHS = {"hijab", "patka", "dastar", "wrap", "kippah"}
DIFFERENCES = {"aid", "implant", "chair", "cane", "limb", "hand", "defenders"}


def row(first: int, count: int = 6) -> list[Person]:
    return [EVERYBODY[(first + place) % len(EVERYBODY)] for place in range(count)]


def test_a_crowd_is_decoration_unless_it_has_a_label() -> None:
    assert 'aria-hidden="true"' in crowd()
    assert 'role="img" aria-label="Us &lt;3"' in crowd(label="Us <3")


def test_everybody_is_mixed_and_every_part_is_somebodys() -> None:
    assert {person.skin for person in EVERYBODY} == set(SKIN)
    assert {person.hair for person in EVERYBODY} == set(BEFORE) >= set(BEHIND)
    assert {thing for person in EVERYBODY for thing in person.wears} == {*WEARS, *BESIDE}


@pytest.mark.parametrize("first", ROWS)
def test_any_six_in_a_row_are_unlike(first: int) -> None:
    six = row(first)
    things = {thing for person in six for thing in person.wears}
    assert len({person.skin for person in six}) >= 4
    assert len({person.hair for person in six}) >= 5
    assert {person.size for person in six} == {"toddler", "child", "teenager"}
    assert FAITHS & (things | {person.hair for person in six})
    assert sum(bool(DIFFERENCES & set(person.wears)) for person in six) >= 2


@pytest.mark.parametrize("first", ROWS)
def test_neighbours_have_another_skin_and_another_top(first: int) -> None:
    one, other = row(first, 2)
    assert one.skin != other.skin
    assert one.top != other.top


def test_a_crowd_has_as_many_people_as_asked_for() -> None:
    for first in ROWS:
        assert crowd(first, 4).count('<ellipse cx="60"') == 4


def test_a_crowd_is_the_same_each_time_and_light() -> None:
    assert crowd(3, 7) == crowd(3, 7)
    assert len(gzip.compress(crowd(0, 7).encode(), 9)) < 2_500


def test_each_place_has_a_group_of_its_own() -> None:
    names = ["coventry", "nel", "norfolk", "surrey"]
    assert len({group_of(name, names) for name in names}) == len(names)


def test_a_picture_is_sound_and_nothing_in_it_breaks_the_content_policy() -> None:
    drawn = crowd(0, len(EVERYBODY))
    assert " style=" not in drawn
    assert not re.search(r"[{}]", drawn)
    ElementTree.fromstring(drawn)


def test_a_front_page_opens_no_other_partnership(
    client: FlaskClient, partnerships: Partnerships
) -> None:
    """With 150 of them, the first page after a start took ten seconds."""
    assert client.get("/norfolk/").status_code == 200
    assert list(partnerships._open) == ["norfolk"]
