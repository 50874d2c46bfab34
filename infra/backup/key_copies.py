"""Copies of a key store, as files: each owner's keys as they are at one moment, still wrapped."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, insert, select

from infra.keys.sqlite_tables import SQLiteTables
from infra.keys.tables import DATA_KEYS, DESTROYED, EPOCHS, KEYS, Tables
from infra.storage.recorder import Recorder
from infra.storage.sealed_words import key_named_in
from infra.storage.sqlite.files import sync

_AT_ONCE = 2_000


def copy_keys(source: Tables, target: Tables, owner: str) -> None:
    """Everything of one owner. ``target`` has nothing of this owner yet."""
    target.create(owner)
    with (
        _of_one_moment(source.of(owner)).begin() as reading,
        target.of(owner).begin() as writing,
    ):
        for table in KEYS.sorted_tables:
            for some in reading.execute(select(table)).mappings().partitions(_AT_ONCE):
                writing.execute(insert(table), [dict(row) for row in some])


def kept_in(folder: Path) -> SQLiteTables:
    """The copies in a folder."""
    return SQLiteTables(folder)


def holds_keys(engine: Engine) -> bool:
    """Whether any key was ever made there."""
    with engine.execution_options(reading=True).begin() as reading:
        return reading.execute(select(EPOCHS.c.epoch)).first() is not None


def settle(folder: Path) -> None:
    """Waits until all is on the disk."""
    for file in folder.iterdir():
        sync(file)
    sync(folder)


def lacking(recorder: Recorder, keys: Engine) -> list[int]:
    """Positions of sealed facts whose key is neither there nor destroyed."""
    with keys.execution_options(reading=True).begin() as reading:
        known = {bytes(id) for id in reading.execute(select(DATA_KEYS.c.id)).scalars()}
        known |= {bytes(id) for id in reading.execute(select(DESTROYED.c.id)).scalars()}
    sealed = ((row.n, key_named_in(row.state)) for row in recorder.rows(0))
    return [n for n, id in sealed if id and id not in known]


def _of_one_moment(engine: Engine) -> Engine:
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine.execution_options(reading=True)
