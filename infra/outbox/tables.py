"""The tables of a partnership's outbox, beside its read tables. No words and no addresses.

A row is one letter or text message to one recipient. What it says and where it goes is looked up
when it is sent, so that nothing personal lies here.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Float,
    Index,
    MetaData,
    Table,
    Text,
    func,
    insert,
    inspect,
    select,
)

_METADATA = MetaData()
# ``about`` names what it is about: a stream's id, a step, a day, as its kind needs it. Moments are
# seconds since 1970. ``batch`` names the letters that go out as one, empty before the first try.
LETTERS = Table(
    "outbox_letter",
    _METADATA,
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("made_at", Float, nullable=False),
    Column("until", Float, nullable=False),
    Column("state", Text, nullable=False),
    Column("next_at", Float, nullable=False),
    Column("tries", BigInteger, nullable=False),
    Column("batch", Text, nullable=False),
    Column("sent_at", Float, nullable=False),
    Column("trouble", Text, nullable=False),
    Index("outbox_letter_by_state", "state", "channel", "next_at"),
)
# One row: the position up to which the ledger's facts have been turned into letters.
POSITION = Table(
    "outbox_position",
    _METADATA,
    Column("single", BigInteger, primary_key=True, autoincrement=False),
    Column("n", BigInteger, nullable=False),
)


def prepare(engine: Engine, schema: str | None) -> None:
    """Makes the tables where there are none. Anyone may, at the same time."""
    with engine.begin() as connection:
        if inspect(connection).has_table(POSITION.name, schema=schema):
            return
        if schema is not None:
            lock = func.pg_advisory_xact_lock(func.hashtext(schema))
            connection.execute(lock.select())
        _METADATA.create_all(connection)
        if _position(connection) is None:
            connection.execute(insert(POSITION).values(single=1, n=0))


def lock_position(connection: Connection) -> int:
    """Locks the position until the transaction ends, and gives it."""
    return _position(connection) or 0


def _position(connection: Connection) -> int | None:
    found = connection.execute(select(POSITION.c.n).with_for_update()).scalar()
    return None if found is None else int(found)
