"""The people on the pages are a mixed crowd, and only speak to a screen reader when asked to."""

from __future__ import annotations

from web.illustrate import EVERYBODY, SKIN, crowd, group_of


def test_a_crowd_is_decoration_unless_it_has_a_label() -> None:
    assert 'aria-hidden="true"' in crowd()
    assert 'role="img" aria-label="Us &lt;3"' in crowd(label="Us <3")


def test_everybody_is_mixed() -> None:
    assert {person.skin for person in EVERYBODY} == set(SKIN)
    assert {"glasses", "aid", "chair", "cane"} <= {t for p in EVERYBODY for t in p.wears}


def test_a_crowd_has_as_many_people_as_asked_for() -> None:
    for first in range(len(EVERYBODY)):
        assert crowd(first, 4).count('<ellipse cx="60"') == 4


def test_each_place_has_a_group_of_its_own() -> None:
    names = ["coventry", "nel", "norfolk", "surrey"]
    assert len({group_of(name, names) for name in names}) == len(names)


def test_nothing_in_a_picture_breaks_the_content_policy() -> None:
    assert " style=" not in crowd(0, len(EVERYBODY))
