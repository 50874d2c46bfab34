"""A partnership's log: grows with its ledger, signs checkpoints, answers with proofs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache, partial

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, text, update

from infra.proof.checkpoint import Checkpoint, origin_of
from infra.proof.merkle_tree import Tree, grown
from infra.proof.signed_note import Key, Note, Signer
from infra.proof.tables import (
    CHECKPOINTS,
    STATE,
    TILES,
    keep_tiles,
    lock_state,
    prepare,
    tile,
)
from infra.storage.recorder import Recorder
from web.site.formatting import uk_time

AT_ONCE = ("decision.made", "report.published")
_PAGE = 51_200  # leaves in a transaction: 200 whole tiles


class LogBroken(Exception):  # noqa: N818 - an answer to whoever asked whether it holds
    """The record is not what was signed: says which fact, and since which checkpoint."""


@dataclass(frozen=True)
class State:
    """How a log stands, as its tables have it."""

    size: int
    sweep: str
    held: str
    broken: str
    copy_trouble: str


class TransparencyLog:
    """Safe to call from several processes: whoever grows or signs holds the one row of its state.

    ``seed`` gives the 32 bytes of the key that signs (Ed25519); it is asked when first needed.
    """

    def __init__(
        self, lane: Recorder, engine: Engine, schema: str | None, seed: Callable[[], bytes]
    ) -> None:
        self.lane, self.slug, self._seed, self._schema = lane, lane.slug, seed, schema
        self._engine = engine.execution_options(schema_translate_map={None: schema})
        self._ready = False

    @property
    def signer(self) -> Signer:
        return Signer(origin_of(self.slug), self._seed())

    @property
    def key(self) -> Key:
        return self.signer.key

    def advance(self, *, at_once: bool = False) -> bool:
        """Takes in every new fact, and signs where that is due; says whether facts still wait.

        A decision or a publication is signed for at once. Raises ``LogBroken``.
        """
        head = self.lane.head().n
        while self._grow(head):
            pass
        with self.writing() as connection:
            size = lock_state(connection)
            last = _newest(connection)
            signed = last.size if last else 0
            if signed == size:
                return False
            if not (at_once or self._is_urgent(signed, size)):
                return True
            self._sign(connection, size, last)
        return False

    def newest(self) -> Checkpoint | None:
        with self.reading() as connection:
            return _newest(connection)

    def covering(self, n: int) -> Checkpoint | None:
        """The first checkpoint that speaks for fact ``n``."""
        query = select(CHECKPOINTS.c.note).where(CHECKPOINTS.c.size >= n)
        with self.reading() as connection:
            found = connection.execute(query.order_by(CHECKPOINTS.c.size).limit(1)).scalar()
        return None if found is None else _read(found)

    def checkpoint(self, size: int) -> Checkpoint | None:
        """The checkpoint of exactly this size."""
        found = self.covering(size)
        return found if found and found.size == size else None

    def checkpoints(self, limit: int) -> list[Checkpoint]:
        """The newest first."""
        query = select(CHECKPOINTS.c.note).order_by(CHECKPOINTS.c.size.desc()).limit(limit)
        with self.reading() as connection:
            return [_read(note) for note in connection.execute(query).scalars()]

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
            yield _tree(connection)

    def state(self) -> State:
        with self.reading() as connection:
            row = connection.execute(select(STATE)).one()
        return State(*row[1:])

    def troubles(self) -> list[tuple[str, str]]:
        """What is not well: each by its name, in a sentence."""
        state = self.state()
        found = (("proof", state.broken), ("copies", state.copy_trouble))
        return [(name, words) for name, words in found if words]

    def uncopied(self, place: str, limit: int) -> list[Checkpoint]:
        """Checkpoints that ``place`` has no copy of yet, the oldest first."""
        query = select(CHECKPOINTS.c.note).where(CHECKPOINTS.c.copied != place)
        with self.reading() as connection:
            found = connection.execute(query.order_by(CHECKPOINTS.c.size).limit(limit)).scalars()
            return [_read(note) for note in found]

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
        """Keeps something of how it stands."""
        with self.writing() as connection:
            connection.execute(update(STATE).values(values))

    def forget_tiles(self) -> None:
        """Drops what can be made again, to be made again; checkpoints stay."""
        with self.writing() as connection:
            lock_state(connection)
            connection.execute(delete(TILES))
            connection.execute(update(STATE).values(size=0, sweep=""))

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

    def _grow(self, head: int) -> bool:
        """One page of leaves into the tiles; says whether there was any."""
        with self.writing() as connection:
            size = lock_state(connection)
            if head < size and self.lane.head().n < size:
                last = _newest(connection)
                raise LogBroken(
                    f"The record ends at fact {head}, but {size} were recorded{_of(last)}."
                )
            leaves = list(self.lane.leaves(size, min(head, size + _PAGE)))
            if leaves:
                keep_tiles(connection, grown(partial(tile, connection), size, leaves))
                connection.execute(update(STATE).values(size=size + len(leaves)))
        return bool(leaves)

    def _is_urgent(self, after: int, upto: int) -> bool:
        found = self.lane.select_notifications(after, 1, upto, AT_ONCE, inclusive_of_start=False)
        return bool(found)

    def made(self, connection: Connection, size: int, at: datetime) -> Checkpoint:
        """Signs for so many facts, in a transaction that is durable. Raises ``LogBroken``."""
        tree, last = _tree(connection), _newest(connection)
        if last and tree.root(last.size) != last.root:
            raise LogBroken(f"The log is not what was signed{_of(last)}: nothing new is signed.")
        [end] = self.lane.links(size - 1, size)
        if self._schema is not None:
            connection.execute(text("SET LOCAL synchronous_commit = on"))
        return Checkpoint.made(self.signer, size, tree.root(size), end.hash, max(at, end.at))

    def _sign(self, connection: Connection, size: int, last: Checkpoint | None) -> None:
        now = datetime.now(UTC)
        made = self.made(connection, size, max(now, last.at) if last else now)
        connection.execute(insert(CHECKPOINTS).values(size=size, note=str(made.note), copied=""))


def described(checkpoint: Checkpoint) -> str:
    """A checkpoint in a few words."""
    return f"the checkpoint of {uk_time(checkpoint.at.isoformat())} ({checkpoint.size:,} facts)"


def _tree(connection: Connection) -> Tree:
    """Over the stored tiles, each of which is asked for once."""
    return Tree(lru_cache(64)(partial(tile, connection)))


def _of(last: Checkpoint | None) -> str:
    return f" by {described(last)}" if last else ""


def _newest(connection: Connection) -> Checkpoint | None:
    query = select(CHECKPOINTS.c.note).order_by(CHECKPOINTS.c.size.desc()).limit(1)
    found = connection.execute(query).scalar()
    return None if found is None else _read(found)


def _read(written: str) -> Checkpoint:
    return Checkpoint.of(Note.read(written))
