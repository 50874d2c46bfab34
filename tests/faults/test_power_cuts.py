"""The power is cut while young people tell: what was acknowledged is there, or the disk lied."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.power.power import Power
from tests.faults.power_trial import PowerTrial
from tests.infra.backup.places import Place
from tests.postgres import Server

_FEW, _MANY = 1, 50


@pytest.fixture(params=["sqlite", "postgresql"])
def trial(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PowerTrial]:
    lies = "lies" in request.node.name
    if request.param == "sqlite":
        here = Place(tmp_path, {})
        here.join()
        yield PowerTrial(here, Power(here.var, tmp_path / "undo", lies=lies), None, _chance())
        return
    with Server(durable=False) as server:
        here = Place(tmp_path, {"EARSHOT_DATABASE_URL": server.url()})
        here.join()
        power = Power(server.folder / "data", server.folder / "undo", lies=lies)
        server.environment = power.environment
        server.stop()
        server.launch()
        yield PowerTrial(here, power, server, _chance())


def _chance() -> random.Random:
    seed = random.randrange(2**32)
    print(f"the chances of the cuts are those of {seed}")
    return random.Random(seed)


@pytest.mark.parametrize("cuts", [_FEW, pytest.param(_MANY, marks=pytest.mark.faults_long)])
def test_what_was_acknowledged_outlives_power_cuts(trial: PowerTrial, cuts: int) -> None:
    done = trial.run(cuts)
    print(f"{done.cuts} cuts, {len(done.acknowledged)} acknowledged, {done.unflushed} unflushed")
    assert done.unflushed or cuts == _FEW  # by chance, one cut may take nothing
    assert (done.lost, done.closed) == (set(), [])


@pytest.mark.parametrize("trial", ["sqlite"], indirect=True)
def test_on_a_disk_that_lies_about_flushing_all_is_lost(trial: PowerTrial) -> None:
    """The control: the test above can fail."""
    done = trial.run(1)
    assert done.lost == done.acknowledged
