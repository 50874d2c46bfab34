"""A partnership's keys: bound to it, cached with bounds and destroyed for ever."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import insert, select

from infra.keys import keyring as keyrings
from infra.keys.envelope import BLOCK, BadCiphertext, DataKey, binding, key_id
from infra.keys.file_root import FileRoot
from infra.keys.postgres_tables import PostgresTables
from infra.keys.root_key import BadKey
from infra.keys.sqlite_tables import SQLiteTables
from infra.keys.store import SERVICE, KeyStore
from infra.keys.tables import DATA_KEYS, Tables
from tests.postgres import Server

WHOSE = ["norfolk", "surrey", SERVICE]
Open = Callable[[], KeyStore]


@pytest.fixture(params=["sqlite", "postgresql"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the same key store again, as another process would."""
    made: list[KeyStore] = []

    def tables() -> Tables:
        if request.param == "sqlite":
            return SQLiteTables(tmp_path / "keys")
        server: Server = request.getfixturevalue("postgres")
        return PostgresTables(server.url(request.getfixturevalue("database")))

    def open_() -> KeyStore:
        made.append(KeyStore(tables(), FileRoot.kept_in(tmp_path / "keys")))
        return made[-1]

    first = open_()
    first.tables.migrate()
    for owner in WHOSE:
        first.create(owner)
    yield open_
    for each in made:
        each.close()


@pytest.fixture
def keys(opened: Open) -> KeyStore:
    return opened()


def test_what_is_sealed_opens_in_its_place_and_under_its_key_alone() -> None:
    key, other = DataKey(b"i" * 16, os.urandom(32)), DataKey(b"i" * 16, os.urandom(32))
    sealed = key.seal(b"words", binding("norfolk", 1))
    assert key.open(sealed, binding("norfolk", 1)) == b"words"
    assert key_id(sealed) == b"i" * 16
    for opener, where in ((key, binding("norfolk", 2)), (other, binding("norfolk", 1))):
        with pytest.raises(BadCiphertext):
            opener.open(sealed, where)
    for at in (20, 50, len(sealed) - 1):
        altered = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(BadCiphertext):
            key.open(altered, binding("norfolk", 1))
    with pytest.raises(BadCiphertext):
        key_id(b"no envelope")


def test_no_two_places_are_written_alike() -> None:
    assert binding("ab", "c") != binding("a", "bc") != binding("abc")


def test_the_length_of_words_does_not_show() -> None:
    key = DataKey(b"i" * 16, os.urandom(32))
    lengths = {len(key.seal(b"x" * n, b"")) for n in range(BLOCK - 4)}
    assert len(lengths) == 1


def test_a_key_is_there_for_every_process_until_it_is_destroyed(opened: Open) -> None:
    one, other = opened().of("norfolk"), opened().of("norfolk")
    made = [one.fresh() for _ in range(300)]
    assert len({key.id for key in made}) == 300
    other.expect(key.id for key in made)
    assert [other.key(key.id) for key in made] == made
    one.destroy([made[0].id, made[0].id])
    assert one.key(made[0].id) is None
    assert opened().of("norfolk").key(made[0].id) is None
    assert opened().of("norfolk").destroyed() == {made[0].id}
    assert one.key(made[1].id) == made[1]


def test_another_process_forgets_a_destroyed_key_before_long(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = opened().of("norfolk"), opened().of("norfolk")
    key = one.fresh()
    assert other.key(key.id) == key
    one.destroy([key.id])
    later = time.monotonic() + keyrings.OLDEST_SECONDS + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert other.key(key.id) is None


def test_the_cache_is_bounded(keys: KeyStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyrings, "MOST_CACHED", 10)
    ring = keys.of("norfolk")
    made = [ring.fresh() for _ in range(40)]
    assert len(ring._cached) <= 10
    assert ring.key(made[0].id) == made[0]


def test_a_partnership_cannot_use_anothers_keys(keys: KeyStore) -> None:
    norfolk, surrey = keys.of("norfolk"), keys.of("surrey")
    key = norfolk.fresh()
    assert surrey.key(key.id) is None
    with norfolk.engine.begin() as connection:
        query = select(DATA_KEYS).where(DATA_KEYS.c.id == key.id)
        [row] = [dict(found._mapping) for found in connection.execute(query)]
    surrey.fresh()
    with surrey.engine.begin() as connection:
        connection.execute(insert(DATA_KEYS).values(row))
    surrey._cached.clear()
    with pytest.raises(InvalidTag):
        surrey.key(key.id)


def test_a_secret_is_made_once_and_is_the_same_for_all(opened: Open) -> None:
    first = opened().of("norfolk").secret("receipts")
    assert len(first) == 32
    assert opened().of("norfolk").secret("receipts") == first
    assert opened().of("norfolk").secret("names") != first
    assert opened().of("surrey").secret("receipts") != first


def test_a_forked_child_hands_out_no_key_of_its_parent(keys: KeyStore) -> None:
    ring = keys.of("norfolk")
    ring.fresh()
    assert ring._ready
    ring.start_afresh()
    assert not ring._ready


def test_keys_that_are_not_there_are_told_in_words(keys: KeyStore) -> None:
    with pytest.raises(BadKey, match="put the backup of the key store back"):
        keys.of("coventry")
