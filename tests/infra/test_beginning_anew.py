"""An older record that was put back goes on, by its own word, and is signed for again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from infra.proof.folder_copies import FolderCopies
from infra.proof.full_check import FullCheck
from infra.proof.offsite_copies import copy_out
from infra.proof.restored_record import restores
from tests.infra.backup.places import Place, places, told_in
from tests.infra.tampering import cut, drop_views

__all__ = ["places"]
Places = tuple[Place, Place]


def sign(place: Place) -> int:
    """Signs for everything, and copies that out of reach. Gives how many facts there are."""
    with closing(place.opened()) as partnerships:
        partnerships.open("norfolk").catch_up()
        log = partnerships.log("norfolk")
        log.advance(at_once=True)
        if partnerships.copies:
            copy_out(log, partnerships.copies)
        return log.recorder.head().n


@pytest.fixture
def here(places: Places, tmp_path: Path) -> Place:
    """Norfolk, with copies of its checkpoints out of reach."""
    place = places[0]
    place.settings["EARSHOT_COPIES"] = str(tmp_path / "copies")
    place.tell("One")
    sign(place)
    place.tell("Two, which is lost")
    return place


@pytest.mark.parametrize(
    ("places", "views"), [("sqlite", "kept"), ("postgresql", "gone")], indirect=["places"]
)
def test_a_record_that_lost_its_end_says_so_itself_and_is_signed_for_again(
    here: Place, views: str, tmp_path: Path
) -> None:
    n = sign(here)
    newest = FolderCopies(tmp_path / "copies").newest("norfolk")
    cut(here, n - 1)
    if views == "gone":
        drop_views(here)
    restored = here.run("restore")
    assert restored.code == 0, restored.err
    assert f"norfolk: recorded that the record goes on after fact {n - 1}" in restored.out
    with closing(here.opened()) as partnerships:
        [act] = restores(partnerships.store.recorder("norfolk"), partnerships.log("norfolk").key)
        assert (act.n, act.after, act.known) == (n, n - 1, n)
        [fact] = partnerships.open("norfolk").ledger.facts(
            partnerships.open("norfolk").partnership.id
        )[-1:]
        assert (fact.known, fact.checkpoint) == (n, newest)  # type: ignore[attr-defined]
    assert here.run("restore").out.count("goes on after") == 1  # nothing more is recorded
    for words in ("Three", "Four"):
        here.tell(words)
        sign(here)
    verified = here.run("verify")
    assert verified.code == 0, verified.err
    with closing(here.opened()) as partnerships:
        log = partnerships.log("norfolk")
        newest_now = log.newest()
        assert newest_now
        assert newest_now.size == FullCheck(log).whole("a test").size == n + 2
    assert newest in list(FolderCopies(tmp_path / "copies").kept("norfolk"))  # it stays there
    assert told_in(here) == {"One", "Three", "Four"}


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_a_backup_that_is_put_back_says_so_in_the_record(places: Places, tmp_path: Path) -> None:
    here, there = places
    here.settings["EARSHOT_COPIES"] = there.settings["EARSHOT_COPIES"] = str(tmp_path / "copies")
    here.tell("One")
    n = sign(here)
    assert here.run("backup", str(tmp_path / "kept")).code == 0
    here.tell("Two, which is lost")
    assert sign(here) == n + 1
    here.give_root_to(there)
    restored = there.run("restore", str(tmp_path / "kept"))
    assert restored.code == 0, restored.err
    assert f"goes on after fact {n}" in restored.out
    assert "goes on after" in there.run("replay", "norfolk").out.splitlines()[-1]
    there.tell("Three")
    sign(there)
    assert there.run("verify").code == 0


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_what_was_altered_is_still_found_after_a_restore(here: Place) -> None:
    n = sign(here)
    cut(here, n - 1)
    assert here.run("restore").code == 0
    for words in ("Three", "Four"):
        here.tell(words)
    n = sign(here)
    cut(here, n - 1)
    assert "ends at fact" in here.run("verify").err
