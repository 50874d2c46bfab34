"""A backup that is made while people write, put back in an empty place, lacks nothing of before."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from infra.backup.making import Backup
from tests.faults.gunicorn import Gunicorn
from tests.infra.backup.places import Place, places, told_in

__all__ = ["places"]
Places = tuple[Place, Place]


def test_what_was_acknowledged_before_is_all_there_and_can_be_read(
    places: Places, tmp_path: Path
) -> None:
    here, there = places
    partnerships, over = here.opened(), threading.Event()
    feedback, said = partnerships.open("norfolk").feedback, list[str]()
    receipt = feedback.submit("a" * 32, words="words of the first")
    said.append("words of the first")

    def talk() -> None:
        while not over.is_set():
            words = f"words {uuid4().hex}"
            feedback.submit(uuid4().hex, words=words)
            said.append(words)

    people = [threading.Thread(target=talk) for _ in range(4)]
    for each in people:
        each.start()
    while len(said) < 40:
        over.wait(0.01)
    before, backup = set(said), Backup(partnerships, tmp_path / "kept", tmp_path / "keys")
    backup.make(lambda: None)
    over.set()
    for each in people:
        each.join()
    partnerships.close()
    assert (backup.faults, backup.lacking) == ({}, {})
    here.give_root_to(there)
    restored = there.run("restore", str(tmp_path / "kept"), "--keys", str(tmp_path / "keys"))
    assert restored.code == 0, restored.err
    assert before <= told_in(there) <= set(said)
    again = there.opened()
    assert again.open("norfolk").feedback.submit("a" * 32, words="words of the first") == receipt
    again.close()


@pytest.mark.parametrize("places", ["postgresql"], indirect=True)
def test_a_partnership_moves_from_one_kind_of_store_to_the_other(
    places: Places, tmp_path: Path
) -> None:
    here, _ = places
    here.tell("A message that moves")
    there = Place(tmp_path / "file", {})
    there.folder.mkdir()
    assert here.run("backup", str(tmp_path / "kept")).code == 0
    here.give_root_to(there)
    assert there.run("restore", str(tmp_path / "kept")).code == 0
    assert told_in(there) == {"A message that moves"}


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_files_come_along_and_the_root_does_not(places: Places, tmp_path: Path) -> None:
    here, there = places
    for name in ("evidence", "editions"):
        (here.var / name / "norfolk").mkdir(parents=True)
        (here.var / name / "norfolk" / "a file").write_bytes(b"sealed")
    assert "2 files" in here.run("backup", str(tmp_path / "kept")).out
    files = [each for each in (tmp_path / "kept").rglob("*") if each.is_file()]
    root = (here.var / "keys" / "root.key").read_bytes()
    assert not [each for each in files if root in each.read_bytes()]
    assert {each.stat().st_mode & 0o077 for each in files} == {0}
    here.give_root_to(there)
    assert there.run("restore", str(tmp_path / "kept")).code == 0
    for name in ("evidence", "editions"):
        assert (there.var / name / "norfolk" / "a file").read_bytes() == b"sealed"


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_nothing_is_put_where_something_is_and_nothing_half_is_taken(
    places: Places, tmp_path: Path
) -> None:
    here, there = places
    kept = tmp_path / "kept"
    assert here.run("backup", str(kept)).code == 0
    assert "is not empty" in here.run("backup", str(kept)).err
    assert "holds the ledger of norfolk already" in here.run("restore", str(kept)).err
    assert "There is no" in there.run("restore", str(kept)).err  # no root key yet
    here.give_root_to(there)
    manifest = json.loads((kept / "backup.json").read_text())
    (kept / "backup.json").unlink()
    assert "holds no whole backup" in there.run("restore", str(kept)).err
    (kept / "backup.json").write_text(json.dumps(manifest | {"id": "another"}))
    assert "made together" in there.run("restore", str(kept)).err
    (kept / "backup.json").write_text(json.dumps(manifest))
    with (kept / "ledgers" / "norfolk.db").open("r+b") as ledger:
        ledger.seek(5_000)
        ledger.write(b"another byte")
    assert "is not as it was written" in there.run("restore", str(kept)).err


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_keys_that_are_missing_are_counted_and_said(places: Places, tmp_path: Path) -> None:
    here, there = places
    here.tell("A message whose key is lost")
    partnerships = here.opened()
    with partnerships.keys.of("norfolk").engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM data_key")
    partnerships.close()
    made = here.run("backup", str(tmp_path / "kept"))
    assert made.code == 1
    assert "norfolk: the keys of 1 facts are missing." in made.err
    here.give_root_to(there)
    restored = there.run("restore", str(tmp_path / "kept"))
    assert restored.code == 1
    assert "norfolk: the keys of 1 facts are missing." in restored.err


@pytest.mark.faults
def test_after_a_clean_stop_the_ledger_is_whole_in_its_one_file(tmp_path: Path) -> None:
    here = Place(tmp_path, {})
    here.join()
    with Gunicorn(here.all_settings, tmp_path / "log"):
        for number in range(5):
            here.tell(f"words {number}")
    alone = tmp_path / "alone.db"
    shutil.copy(here.var / "partnerships" / "norfolk" / "ledger.db", alone)
    with closing(sqlite3.connect(alone)) as copy:
        [(told,)] = copy.execute("SELECT count(*) FROM event WHERE topic = 'feedback.submitted'")
    assert told == 5
