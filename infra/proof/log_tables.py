"""The tables of a partnership's log: how it stands, its tree, and the checkpoints it signed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial

from sqlalchemy import Connection, Engine, bindparam, func, select, update

from infra.proof.checkpoint import Checkpoint
from infra.proof.merkle_tree import Tree
from infra.proof.signed_note import Note
from infra.proof.tables import CHECKPOINTS, STATE, prepare, tile


@dataclass(frozen=True)
class LogState:
    """How a log stands, as its tables have it."""

    size: int
    sweep: str
    held: str
    broken: str
    copy_trouble: str


class LogTables:
    """``schema`` is the PostgreSQL schema of the tables; none on SQLite."""

    def __init__(self, engine: Engine, schema: str | None) -> None:
        self._schema, self._ready = schema, False
        self._engine = engine.execution_options(schema_translate_map={None: schema})

    def newest(self) -> Checkpoint | None:
        with self.reading() as connection:
            return newest_in(connection)

    def covering(self, n: int) -> Checkpoint | None:
        """The first checkpoint that speaks for fact ``n``."""
        query = select(CHECKPOINTS.c.note).where(CHECKPOINTS.c.size >= n)
        with self.reading() as connection:
            found = connection.execute(query.order_by(CHECKPOINTS.c.size).limit(1)).scalar()
        return None if found is None else read_checkpoint(found)

    def checkpoint(self, size: int) -> Checkpoint | None:
        """The checkpoint of exactly this size."""
        found = self.covering(size)
        return found if found and found.size == size else None

    def checkpoints(self, limit: int) -> list[Checkpoint]:
        """The newest checkpoints, newest first."""
        query = select(CHECKPOINTS.c.note).order_by(CHECKPOINTS.c.size.desc()).limit(limit)
        with self.reading() as connection:
            return [read_checkpoint(note) for note in connection.execute(query).scalars()]

    def sizes(self, after: int, upto: int) -> list[int]:
        """The sizes that checkpoints were signed of, beyond ``after``."""
        of = CHECKPOINTS.c.size
        query = select(of).where(of > after, of <= upto).order_by(of)
        with self.reading() as connection:
            return list(connection.execute(query).scalars())

    def count(self) -> int:
        """How many checkpoints there are."""
        with self.reading() as connection:
            query = select(func.count()).select_from(CHECKPOINTS)
            return int(connection.execute(query).scalar_one())

    @contextmanager
    def tree(self) -> Iterator[Tree]:
        """The tree, as it stands, to ask for proofs."""
        with self.reading() as connection:
            yield tree_of(connection)

    def state(self) -> LogState:
        with self.reading() as connection:
            row = connection.execute(select(STATE)).one()
        return LogState(*row[1:])

    def troubles(self) -> list[tuple[str, str]]:
        """The faults of the log: a sentence for each, by name."""
        state = self.state()
        found = (("proof", state.broken), ("copies", state.copy_trouble))
        return [(name, words) for name, words in found if words]

    def uncopied(self, place: str, limit: int) -> list[Checkpoint]:
        """Checkpoints that ``place`` has no copy of yet, the oldest first."""
        query = select(CHECKPOINTS.c.note).where(CHECKPOINTS.c.copied != place)
        with self.reading() as connection:
            found = connection.execute(query.order_by(CHECKPOINTS.c.size).limit(limit)).scalars()
            return [read_checkpoint(note) for note in found]

    def copied(self, size: int, place: str) -> None:
        """Remembers that ``place`` has the checkpoint of this size."""
        with self.writing() as connection:
            where = CHECKPOINTS.c.size == size
            connection.execute(update(CHECKPOINTS).where(where).values(copied=place))

    def lost(self, place: str, found: set[int]) -> int:
        """Remembers that ``place`` has but these, though it was given more; says how many more."""
        of = CHECKPOINTS.c
        with self.writing() as connection:
            given = connection.execute(select(of.size).where(of.copied == place)).scalars()
            gone = [{"gone": size} for size in given if size not in found]
            if gone:
                where = of.size == bindparam("gone")
                connection.execute(update(CHECKPOINTS).where(where).values(copied=""), gone)
        return len(gone)

    def note(self, **values: str) -> None:
        """Updates columns of the log's state."""
        with self.writing() as connection:
            connection.execute(update(STATE).values(values))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        self._prepare()
        with self._engine.execution_options(reading=True).connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        self._prepare()
        with self._engine.begin() as connection:
            yield connection

    def _prepare(self) -> None:
        if not self._ready:
            prepare(self._engine, self._schema)
            self._ready = True


def tree_of(connection: Connection) -> Tree:
    """A tree over the stored tiles. It reads each tile once."""
    return Tree(lru_cache(64)(partial(tile, connection)))


def newest_in(connection: Connection) -> Checkpoint | None:
    query = select(CHECKPOINTS.c.note).order_by(CHECKPOINTS.c.size.desc()).limit(1)
    found = connection.execute(query).scalar()
    return None if found is None else read_checkpoint(found)


def read_checkpoint(written: str) -> Checkpoint:
    return Checkpoint.of(Note.read(written))
