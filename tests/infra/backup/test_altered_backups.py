"""A backup that somebody wrote anew, or added to, is not put back: both of its folders tell."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.infra.backup.places import Place, places
from tests.infra.tampering import rewrite

__all__ = ["places"]
Places = tuple[Place, Place]
pytestmark = pytest.mark.parametrize("places", ["sqlite"], indirect=True)


@pytest.fixture
def kept(places: Places, tmp_path: Path) -> Path:
    """A backup of a record of which everything is signed for."""
    here, there = places
    for words in ("One", "Two"):
        here.tell(words)
    with closing(here.opened()) as partnerships:
        partnerships.log("norfolk").advance(at_once=True)
    assert backed_up(here, tmp_path / "kept", tmp_path / "keys") == 0
    here.give_root_to(there)
    return tmp_path / "kept"


def backed_up(place: Place, folder: Path, keys: Path) -> int:
    return place.run("backup", str(folder), "--keys", str(keys)).code


def test_a_record_written_anew_beside_keys_of_before_is_refused(
    places: Places, kept: Path, tmp_path: Path
) -> None:
    """Whoever holds the folder of the record alone may alter everything that it says of itself."""
    here, there = places
    rewrite(here, 2)
    assert backed_up(here, tmp_path / "anew", tmp_path / "other keys") == 0
    ledger = kept / "ledgers" / "norfolk.db"
    shutil.copy(tmp_path / "anew" / "ledgers" / "norfolk.db", ledger)
    said = _read(kept / "backup.json")
    said["files"]["ledgers/norfolk.db"] = hashlib.sha256(ledger.read_bytes()).hexdigest()
    said["partnerships"] = _read(tmp_path / "anew" / "backup.json")["partnerships"]
    (kept / "backup.json").write_text(json.dumps(said))
    refused = there.run("restore", str(kept), "--keys", str(tmp_path / "keys"))
    assert "The ledger of norfolk in" in refused.refusal
    assert "is not the one that was copied with the keys" in refused.err
    assert not (there.var / "partnerships").exists()


def test_of_an_earlier_backup_the_checkpoint_with_the_keys_tells(
    places: Places, kept: Path, tmp_path: Path
) -> None:
    """Its keys say nothing of ledgers, but for the newest checkpoint among them."""
    here, there = places
    rewrite(here, 2)
    assert backed_up(here, tmp_path / "anew", tmp_path / "other keys") == 0
    said = _read(tmp_path / "keys" / "keys.json")
    new = _read(tmp_path / "anew" / "backup.json")
    (tmp_path / "anew" / "backup.json").write_text(json.dumps(new | {"id": said["id"]}))
    (tmp_path / "keys" / "keys.json").write_text(json.dumps(said | {"partnerships": {}}))
    refused = there.run("restore", str(tmp_path / "anew"), "--keys", str(tmp_path / "keys"))
    assert refused.code == 1
    assert "The record is not the one that was signed" in refused.err
    assert "is kept with the keys" in refused.err


@pytest.mark.parametrize("name", ["evidence/norfolk/a file", "ledgers/norfolk.db-wal", "more"])
def test_files_that_the_backup_does_not_name_are_refused_in_words(
    places: Places, kept: Path, tmp_path: Path, name: str
) -> None:
    planted = kept / name
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_bytes(b"put there later")
    there, asked = places[1], ("restore", str(kept), "--keys", str(tmp_path / "keys"))
    assert (
        f"{planted} is not of this backup: backup.json does not name it"
        in there.run(*asked).refusal
    )
    planted.unlink()
    (tmp_path / "keys" / "surrey.db").write_bytes(b"put there later")
    assert "keys.json does not name it" in there.run(*asked).refusal
    (tmp_path / "keys" / "surrey.db").unlink()
    assert there.run(*asked).code == 0


def _read(file: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(file.read_text())
    return read
