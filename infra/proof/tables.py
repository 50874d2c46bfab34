"""Tables of a partnership's log, beside its read tables: tiles, checkpoints and its state.

Tiles can be made again from the ledger at any time. Checkpoints are kept for ever beside the facts;
what is here of them is read, and may be lost.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    LargeBinary,
    MetaData,
    Table,
    Text,
    delete,
    func,
    insert,
    inspect,
    select,
)

_METADATA = MetaData()
TILES = Table(
    "proof_tile",
    _METADATA,
    Column("level", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("hashes", LargeBinary, nullable=False),
)
# ``copied`` names the place out of reach that has it, empty where none has yet.
CHECKPOINTS = Table(
    "proof_checkpoint",
    _METADATA,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
    Column("copied", Text, nullable=False, default=""),
)
# What anybody may see: one of the turn of each day in the UK, by its ISO day.
DAYS = Table(
    "proof_day",
    _METADATA,
    Column("day", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("note", Text, nullable=False),
)
# What was signed of facts that a restored record no longer has: kept, and compared no more.
SET_ASIDE = Table("proof_set_aside", _METADATA, Column("note", Text, primary_key=True))
# One row. ``held`` tells of the last check that found all well, ``sweep`` is where one under way
# has got to, ``broken`` the sentence where something does not fit.
STATE = Table(
    "proof_state",
    _METADATA,
    Column("single", BigInteger, primary_key=True, autoincrement=False),
    Column("size", BigInteger, nullable=False),
    Column("sweep", Text, nullable=False),
    Column("held", Text, nullable=False),
    Column("broken", Text, nullable=False),
    Column("copy_trouble", Text, nullable=False),
)
_START = {"single": 1, "size": 0, "sweep": "", "held": "", "broken": "", "copy_trouble": ""}


def prepare(engine: Engine, schema: str | None) -> None:
    """Makes the tables where there are none. Anyone may, at the same time."""
    with engine.begin() as connection:
        known = inspect(connection)
        if all(known.has_table(each.name, schema=schema) for each in (DAYS, SET_ASIDE)):
            return
        if schema is not None:
            lock = func.pg_advisory_xact_lock(func.hashtext(schema))
            connection.execute(lock.select())
        _METADATA.create_all(connection)
        if connection.execute(select(STATE.c.size)).first() is None:
            connection.execute(insert(STATE).values(_START))


def lock_state(connection: Connection) -> int:
    """Locks the log's state until the transaction ends. Gives the number of leaves."""
    return int(connection.execute(select(STATE.c.size).with_for_update()).scalar_one())


def tile(connection: Connection, level: int, number: int) -> bytes:
    """The hashes of a tile; none where there is no such tile."""
    where = (TILES.c.level == level) & (TILES.c.number == number)
    found = connection.execute(select(TILES.c.hashes).where(where)).scalar()
    return b"" if found is None else bytes(found)


def keep_tiles(connection: Connection, tiles: dict[tuple[int, int], bytes]) -> None:
    """Replaces these tiles."""
    for level in {level for level, _ in tiles}:
        first = min(number for at, number in tiles if at == level)
        where = (TILES.c.level == level) & (TILES.c.number >= first)
        connection.execute(delete(TILES).where(where))
    rows: Iterable[dict[str, object]] = (
        {"level": level, "number": number, "hashes": hashes}
        for (level, number), hashes in tiles.items()
    )
    connection.execute(insert(TILES), list(rows))
