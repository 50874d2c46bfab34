"""A partnership's log: grows with its ledger, signs checkpoints, answers with proofs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Connection, Engine, delete, insert, text, update

from events.uk_time import uk_time
from infra.keys.signed_mark import SignedMark
from infra.proof.checkpoint import Checkpoint, origin_of
from infra.proof.kept_checkpoints import bring_in_step
from infra.proof.log_tables import LogTables, newest_in, tree_of
from infra.proof.marked_end import holds_mark
from infra.proof.merkle_tree import grown
from infra.proof.note_key import Key
from infra.proof.signed_note import Note, Signer
from infra.proof.tables import CHECKPOINTS, STATE, TILES, keep_tiles, lock_state, tile
from infra.storage.recorder import Recorder

AT_ONCE = ("decision.made", "report.published")
_PAGE = 51_200  # leaves in a transaction: 200 whole tiles


class LogBroken(Exception):  # noqa: N818 - an answer to the caller
    """The record is not what was signed: says which fact, and since which checkpoint."""


class TransparencyLog(LogTables):
    """Safe to call from several processes: to grow or sign, one locks the row of the log's state.

    ``seed`` gives the 32 bytes of the key that signs (Ed25519); it is asked when first needed.
    ``mark`` keeps the newest checkpoint in a place of its own.
    """

    def __init__(
        self,
        recorder: Recorder,
        engine: Engine,
        schema: str | None,
        seed: Callable[[], bytes],
        mark: SignedMark | None = None,
    ) -> None:
        super().__init__(engine, schema)
        self.recorder, self.slug, self._seed, self.mark = recorder, recorder.slug, seed, mark

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
        head = self.recorder.head().n
        while self._grow(head):
            pass
        with self.writing() as connection:
            size = lock_state(connection)
            last = newest_in(connection)
            signed = last.size if last else 0
            if signed == size:
                return False
            if not (at_once or self._is_urgent(signed, size)):
                return True
            self._sign(connection, size, last)
        return False

    def forget_tiles(self) -> None:
        """Deletes the tiles, which are made again from the ledger. Checkpoints stay."""
        with self.writing() as connection:
            lock_state(connection)
            connection.execute(delete(TILES))
            connection.execute(update(STATE).values(size=0, sweep=""))

    def _grow(self, head: int) -> bool:
        """Writes one page of leaves into the tiles. False if there was none."""
        with self.writing() as connection:
            size = lock_state(connection)
            if head < size and self.recorder.head().n < size:
                last = newest_in(connection)
                raise LogBroken(
                    f"The record ends at fact {head}, but {size} were recorded{_of(last)}."
                )
            leaves = list(self.recorder.leaves(size, min(head, size + _PAGE)))
            if leaves:
                keep_tiles(connection, grown(partial(tile, connection), size, leaves))
                connection.execute(update(STATE).values(size=size + len(leaves)))
        return bool(leaves)

    def _is_urgent(self, after: int, upto: int) -> bool:
        asked = self.recorder.select_notifications
        return bool(asked(after, 1, upto, AT_ONCE, inclusive_of_start=False))

    def made(self, connection: Connection, size: int, at: datetime) -> Checkpoint:
        """Signs for so many facts, in a transaction that is durable.

        Raises ``LogBroken``, and ``ClockJumped``: a checkpoint of 2036 could not be taken back.
        """
        tree, last = tree_of(connection), newest_in(connection)
        if last and tree.root(last.size) != last.root:
            raise LogBroken(f"The log is not what was signed{_of(last)}: nothing new is signed.")
        [end] = self.recorder.links(size - 1, size)
        self.recorder.clock.check(end.at)
        if self._schema is not None:
            connection.execute(text("SET LOCAL synchronous_commit = on"))
        return Checkpoint.made(self.signer, size, tree.root(size), end.hash, max(at, end.at))

    def _sign(self, connection: Connection, size: int, last: Checkpoint | None) -> None:
        tree = tree_of(connection)
        if self.mark and not holds_mark(tree, size, self.mark, self.recorder, self.key):
            raise LogBroken("The record is not the one that was signed, as the keys' place has it.")
        now = datetime.now(UTC)
        made = self.made(connection, size, max(now, last.at) if last else now)
        note = self.recorder.keep_checkpoint(size, str(made.note))
        if Checkpoint.of(Note.read(note)).root != made.root:
            return  # one of so many facts was kept of a record that is no more
        if self.mark:
            self.mark.keep(note)
        connection.execute(insert(CHECKPOINTS).values(size=size, note=note, copied=""))

    def _prepare(self) -> None:
        if self._ready:
            return
        super()._prepare()
        with self.writing() as connection:
            bring_in_step(self.recorder, connection, self.key)


def described(checkpoint: Checkpoint) -> str:
    """A checkpoint in a few words."""
    return f"the checkpoint of {uk_time(checkpoint.at.isoformat())} ({checkpoint.size:,} facts)"


def _of(last: Checkpoint | None) -> str:
    return f" by {described(last)}" if last else ""


def said_of(broken: Exception) -> str:
    """What does not fit, as a sentence."""
    said = str(broken).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."
