"""The partnerships of the matrix, made once. Each test has an application of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from flask import Flask

from infra.partnerships import Partnerships
from tests.web.conftest import _partnerships, fresh_app
from tests.web.isolation.matrix import World
from tests.web.isolation.people import everybody
from tests.web.isolation.planting import SLUGS, plant
from web.site.buckets import BucketsInMemory
from web.site.rate_limit import Throttle


@pytest.fixture(scope="session")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Partnerships, World]]:
    """Three partnerships with a user of each role."""
    folder = tmp_path_factory.mktemp("isolation")
    made = _partnerships(folder)
    planted = [plant(made, slug) for slug in SLUGS]
    app = unhurried(made)
    people = [who for each in planted for who in everybody(app, made, each, folder / "post")]
    world = World(planted, people, folder / "partnerships")
    yield made, world
    world.close()
    made.close()


@pytest.fixture
def world(apart: tuple[Partnerships, World]) -> World:
    return apart[1]


@pytest.fixture
def isolated(apart: tuple[Partnerships, World]) -> Flask:
    """The application over them, unchanged."""
    return unhurried(apart[0])


def unhurried(partnerships: Partnerships) -> Flask:
    """Slows no request down: for the throttle, each comes a minute after the last."""
    made = fresh_app(partnerships)
    made.extensions["throttle"] = Throttle(BucketsInMemory(count(0, 60).__next__))
    return made
