"""Nobody sees or changes anything of another partnership, or learns that it is there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.web.isolation.asking import plainly
from tests.web.isolation.matrix import Matrix, World
from tests.web.isolation.mutants import MUTANTS, Plant
from tests.web.isolation.people import Person
from tests.web.routes import natural, routes

pytestmark = pytest.mark.sweep

_PARTS = 12  # the share of one worker, out of all routes
_ASKED_AT_LEAST = 10_000


@pytest.mark.parametrize("part", range(_PARTS))
def test_nothing_crosses_from_one_partnership_to_another(
    world: World, isolated: Flask, part: int
) -> None:
    matrix = Matrix(world, isolated)
    found = list(matrix.findings(part=part, parts=_PARTS))
    assert not found, found[:20]
    assert matrix.asked > _ASKED_AT_LEAST / _PARTS


@pytest.mark.parametrize(("mutant", "endpoint", "what"), MUTANTS, ids=lambda it: _name(it))
def test_a_planted_bug_is_found(
    world: World,
    isolated: Flask,
    monkeypatch: pytest.MonkeyPatch,
    mutant: Plant,
    endpoint: str,
    what: str,
) -> None:
    mutant(isolated, monkeypatch)
    found = next(Matrix(world, isolated).findings(endpoint), None)
    assert found is not None
    assert endpoint in found.endpoint
    assert found.what.startswith(what)


def test_each_word_that_is_looked_for_is_shown_to_those_who_may_see_it(
    world: World, isolated: Flask
) -> None:
    """The control: a canary that nobody can see would never be found."""
    for planted in world.planted:
        said = ""
        for person in world.people:
            if person.planted == planted and person.role in {"coordinator", "inspector"}:
                said += "".join(_own_pages(isolated, person))
        assert {each for each in planted.private | planted.public if each not in said} == set()


def _own_pages(app: Flask, person: Person) -> Iterator[str]:
    for route in routes(app):
        if route.method == "GET":
            asked = plainly(route, person.planted, person.planted.ids[natural(route)])
            yield person.ask(app, asked, "10.0.0.1").get_data().decode(errors="replace")


def _name(part: object) -> str:
    return getattr(part, "__name__", "")
