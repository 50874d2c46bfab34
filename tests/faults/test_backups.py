"""Backups that are made again and again while young people tell: each has what was acknowledged."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from infra.backup.restoring import Putting
from infra.settings import load
from tests.faults.gunicorn import Gunicorn
from tests.faults.young_people import YoungPerson
from tests.infra.backup.places import Place, places, told_in

__all__ = ["places"]
_PEOPLE, _BACKUPS, _BETWEEN = 4, 10, 50


@pytest.mark.faults_long
def test_each_backup_of_a_busy_service_has_all_that_was_acknowledged_before(
    places: tuple[Place, Place], tmp_path: Path
) -> None:
    here, _ = places
    over, missing, largest = threading.Event(), 0, 0
    with Gunicorn(here.all_settings, tmp_path / "log") as server:
        people = [YoungPerson(server.port, over) for _ in range(_PEOPLE)]
        for person in people:
            person.start()
        for number in range(_BACKUPS):
            enough = _count(people) + _BETWEEN
            while _count(people) < enough:
                over.wait(0.05)
            before = {each for person in people for each in list(person.acknowledged)}
            kept = tmp_path / f"kept {number}"
            made = here.run("backup", str(kept))
            assert made.code == 0, made.err
            there = Place(tmp_path / f"there {number}", {})
            there.folder.mkdir()
            here.give_root_to(there)
            Putting(load(there.all_settings), kept, kept / "keys").put_back(lambda: None)
            missing += len(before - told_in(there))
            largest = len(before)
            shutil.rmtree(there.folder)
        over.set()
        for person in people:
            person.join(60)
    print(f"{_BACKUPS} backups, {_count(people)} acknowledged ({largest} before the last one)")
    assert missing == 0


def _count(people: list[YoungPerson]) -> int:
    return sum(len(person.acknowledged) for person in people)
