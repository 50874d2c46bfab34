"""What can't be done is one clear sentence on standard error, never a trace."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.infra.command import Earshot, free_port
from tests.postgres import Server

_LEDGER = "var/partnerships/wiltshire/ledger.db"
_EVERY = (
    ("load",),
    ("serve",),
    ("worker",),
    ("follow",),
    ("rebuild", "wiltshire"),
    ("replay", "wiltshire"),
    ("join", "dorset", "--name", "Dorset"),
)
_UNMIGRATED = [
    each for each in _EVERY if each[0] in {"serve", "worker", "follow", "rebuild", "replay"}
]
_PATIENT = ("worker", "follow")  # the second is the first's older name
_words = pytest.mark.parametrize("words", _EVERY, ids=" ".join)


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("joined")
    assert Earshot(folder, {}).run("join", "wiltshire", "--name", "Wiltshire").code == 0
    return folder


@pytest.fixture
def wiltshire(joined: Path, tmp_path: Path) -> Earshot:
    """One partnership in a folder of its own, to be spoiled."""
    shutil.copytree(joined, tmp_path, dirs_exist_ok=True)
    return Earshot(tmp_path, {})


def test_ledgers_without_their_root_key_are_not_opened_with_a_new_one(wiltshire: Earshot) -> None:
    key = wiltshire.folder / "var" / "keys" / "root.key"
    key.unlink()
    said = wiltshire.run("serve").refusal
    assert "put its backup back" in said
    assert not key.exists()


def test_an_altered_record_is_told(wiltshire: Earshot) -> None:
    held = wiltshire.run("verify")
    assert held.code == 0
    assert "wiltshire: 1 facts, the chain holds" in held.out
    with closing(sqlite3.connect(wiltshire.folder / _LEDGER)) as ledger:
        ledger.execute("DROP TRIGGER event_is_never_updated")
        ledger.execute("UPDATE event SET state = CAST(state || ' ' AS BLOB)")
        ledger.commit()
    assert "(event_is_never_updated): run earshot migrate" in wiltshire.run("verify").refusal
    assert "event_is_never_updated was gone" in wiltshire.run("migrate").err
    assert "Fact 1 (partnership.registered) is not as it was" in wiltshire.run("verify").refusal


@pytest.mark.parametrize("slug", ["W", "Wilt shire", "1", "x-views", "../etc", "a" * 40, "static"])
def test_a_name_that_cannot_stand_in_an_address(tmp_path: Path, slug: str) -> None:
    said = Earshot(tmp_path, {}).run("join", "--name", "Wiltshire", "--", slug).refusal
    assert "letters" in said or "taken" in said or "name" in said or "another" in said
    assert not list(tmp_path.glob("var/partnerships/*"))


@pytest.mark.parametrize("words", [("rebuild", "dorset"), ("replay", "dorset")], ids=" ".join)
def test_a_partnership_that_is_not_there(wiltshire: Earshot, words: tuple[str, ...]) -> None:
    said = wiltshire.run(*words).refusal
    assert said == "There is no partnership dorset. Make it: earshot join dorset"


def test_settings_that_are_wrong_are_all_named(tmp_path: Path) -> None:
    wrong = {"EARSHOT_POOL_SIZE": "many", "EARSHOT_PUBLIC_URL": "x", "EARSHOT_PORST": "y"}
    said = Earshot(tmp_path, wrong).run("serve")
    assert said.code == 1
    assert "Traceback" not in said.err
    assert [name for name in wrong if name not in said.err] == []


def test_a_port_that_is_taken(wiltshire: Earshot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = wiltshire.run("serve", "--port", str(port)).refusal
    assert said.startswith(f"Port {port} of 127.0.0.1 is taken")
    assert "Choose another" in said


@pytest.mark.parametrize("port", ["0", "70000", "x"])
def test_a_port_that_cannot_be(wiltshire: Earshot, port: str) -> None:
    said = wiltshire.run("serve", "--port", port)
    assert said.code == 2
    assert "Invalid value for '--port'" in said.err
    assert "Traceback" not in said.err


@_words
def test_a_file_where_the_folder_should_be(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "var").write_text("a file")
    said = Earshot(tmp_path, {}).run(*words).refusal
    assert "var" in said
    assert "folder" in said


@_words
def test_a_key_that_others_can_read(wiltshire: Earshot, words: tuple[str, ...]) -> None:
    (wiltshire.folder / "var/keys/root.key").chmod(0o644)
    assert "can be read by others" in wiltshire.run(*words).refusal


@_words
def test_a_ledger_that_is_spoiled(wiltshire: Earshot, words: tuple[str, ...]) -> None:
    _refuses_spoiled(wiltshire, words, b"garbage" * 999)


@pytest.mark.parametrize("left", [b"", b"SQLite format 3\0 and nothing more"])
def test_a_ledger_that_was_cut_off(wiltshire: Earshot, left: bytes) -> None:
    _refuses_spoiled(wiltshire, ("serve",), left)


def _refuses_spoiled(earshot: Earshot, words: tuple[str, ...], left: bytes) -> None:
    (earshot.folder / _LEDGER).write_bytes(left)
    assert "ledger.db of wiltshire" in earshot.run(*words).refusal
    assert (earshot.folder / _LEDGER).read_bytes() == left


def test_read_tables_that_are_spoiled(wiltshire: Earshot) -> None:
    (wiltshire.folder / "var/partnerships/wiltshire/views.db").write_bytes(b"garbage" * 999)
    assert "not a database" in wiltshire.run("rebuild", "wiltshire").refusal


@pytest.mark.parametrize("words", _UNMIGRATED, ids=" ".join)
def test_a_folder_without_a_store(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert "earshot migrate" in Earshot(tmp_path, {}).run(*words).refusal


@pytest.mark.parametrize("words", _UNMIGRATED, ids=" ".join)
def test_a_database_that_was_not_migrated(
    postgres: Server, database: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    settings = {"EARSHOT_DATABASE_URL": postgres.url(database)}
    assert "run earshot migrate" in Earshot(tmp_path, settings).run(*words).refusal


@pytest.mark.parametrize(
    "words", [each for each in _EVERY if each[0] not in _PATIENT], ids=" ".join
)
def test_a_database_that_does_not_answer(tmp_path: Path, words: tuple[str, ...]) -> None:
    settings = {"EARSHOT_DATABASE_URL": f"postgresql://nobody@127.0.0.1:{free_port()}/earshot"}
    said = Earshot(tmp_path, settings).run(*words)
    assert "Connection refused" in said.refusal


def test_a_worker_waits_for_its_database_before_it_says_so(tmp_path: Path) -> None:
    settings = {"EARSHOT_DATABASE_URL": f"postgresql://nobody@127.0.0.1:{free_port()}/earshot"}
    said = Earshot(tmp_path, settings).run("worker")
    *waited, refused = said.err.splitlines()
    assert said.code == 1
    assert all("it is tried again" in line for line in waited)
    assert "Connection refused" in refused


def test_a_database_that_is_not_there(postgres: Server, tmp_path: Path) -> None:
    settings = {"EARSHOT_DATABASE_URL": postgres.url("nowhere")}
    assert 'database "nowhere" does not exist' in Earshot(tmp_path, settings).run("load").refusal
