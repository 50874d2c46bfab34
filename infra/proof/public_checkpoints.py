"""What anybody may see of a log: one checkpoint of the turn of each UK day, which tells no minute.

Its moment is the midnight itself and its size is what was recorded before it, whenever it was
signed, so that nobody who watches from outside learns when somebody wrote.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, insert, select

from events.uk_time import UK
from infra.proof.checkpoint import Checkpoint
from infra.proof.signed_note import Note
from infra.proof.tables import DAYS, lock_state
from infra.proof.transparency_log import TransparencyLog

FEWEST = 20  # facts between two checkpoints that anybody may see


def midnight(day: date) -> datetime:
    """When a day begins in the UK, in UTC."""
    return datetime.combine(day, time(), UK).astimezone(UTC)


class Daily:
    """One partnership's checkpoints of the days."""

    def __init__(self, log: TransparencyLog) -> None:
        self.log = log

    def turn(self, day: date) -> bool:
        """Signs what was recorded before this day began, once; says whether it did.

        Raises ``LogBroken``. Where fewer than ``FEWEST`` facts came since the last one, the size
        of the last one is signed again: a size that grows by one on a quiet Sunday would tell
        that a child wrote. There is nothing to sign where so few were ever recorded.
        """
        at = midnight(day)
        if self._has(day):
            return False
        last, size = self.newest(), self._before(at)
        before = last.size if last else 0
        size = size if size - before >= FEWEST else before
        if not size:
            return False
        if self.log.state().size < size:
            self.log.advance()
        with self.log.writing() as connection:
            lock_state(connection)
            if connection.execute(_of(DAYS.c.day == day.isoformat())).first():
                return False
            self._keep(connection, day, self.log.made(connection, size, at))
        return True

    def newest(self) -> Checkpoint | None:
        return self._first(select(DAYS.c.note).order_by(DAYS.c.day.desc()))

    def of(self, size: int) -> Checkpoint | None:
        """The newest checkpoint of exactly this size."""
        return self._first(_of(DAYS.c.size == size).order_by(DAYS.c.day.desc()))

    def covering(self, n: int) -> Checkpoint | None:
        """The first checkpoint that covers fact ``n``."""
        return self._first(_of(DAYS.c.size >= n).order_by(DAYS.c.day))

    def between(self, after: int, upto: int) -> list[Checkpoint]:
        """Those of more than ``after`` facts and no more than ``upto``, the oldest first."""
        query = _of(DAYS.c.size > after, DAYS.c.size <= upto).order_by(DAYS.c.day)
        with self.log.reading() as connection:
            return [_read(note) for note in connection.execute(query).scalars()]

    def _before(self, at: datetime) -> int:
        return self.log.recorder.position_at(at - timedelta(microseconds=1))

    def _has(self, day: date) -> bool:
        return self._first(_of(DAYS.c.day == day.isoformat())) is not None

    def _keep(self, connection: Connection, day: date, made: Checkpoint) -> None:
        values = {"day": day.isoformat(), "size": made.size, "note": str(made.note)}
        connection.execute(insert(DAYS).values(values))

    def _first(self, query: Select[Any]) -> Checkpoint | None:
        with self.log.reading() as connection:
            found = connection.execute(query.limit(1)).scalar()
        return None if found is None else _read(found)


def _of(*where: ColumnElement[bool]) -> Select[Any]:
    return select(DAYS.c.note).where(*where)


def _read(written: str) -> Checkpoint:
    return Checkpoint.of(Note.read(written))
