"""A partnership's outbox: filled from the ledger, claimed by one worker at a time.

A letter is the consequence of a fact: the ledger holds it the moment the fact is saved, and the
outbox turns facts into rows in order, each position once (ADR 37). So no letter is lost between
two writes. A worker that dies after sending and before it says so has its letter sent once more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, and_, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from infra.outbox.letters import CLAIM_SECONDS, Channel, Kind, OutboxLetter, State, pause_after
from infra.outbox.tables import LETTERS, POSITION, lock_position, prepare

LINK_SECONDS = 15 * 60.0
_LATE_SECONDS = 60.0
_SHOWN_SECONDS = 24 * 60 * 60.0
_KEPT = 30 * _SHOWN_SECONDS
_AS_MANY = 25  # urgent messages in one letter
_COLUMNS = [LETTERS.c[each.name] for each in fields(OutboxLetter) if each.name != "is_again"]


@dataclass(frozen=True)
class OutboxCounts:
    """How the outbox stands. ``oldest`` is when the longest waiting was made (UNIX seconds)."""

    waiting: int
    given_up: int
    oldest: float
    trouble: str


class LetterOutbox:
    """``schema`` is the PostgreSQL schema of the tables; none on SQLite."""

    def __init__(self, engine: Engine, schema: str | None) -> None:
        self._schema, self._ready = schema, False
        self._engine = engine.execution_options(schema_translate_map={None: schema})

    def ask_for_link(self, person: UUID, key: str, wanted: str = "") -> None:
        now = time.time()
        name = f"sign-in:{person}:{key}"
        asked = OutboxLetter(
            name, "sign-in", "email", str(person), wanted, made_at=now, until=now + LINK_SECONDS
        )
        with self._writing() as connection:
            _insert(connection, [asked])

    def put(self, letters: Sequence[OutboxLetter]) -> None:
        """Adds letters; one whose key is there already changes nothing."""
        with self._writing() as connection:
            _insert(connection, letters)

    def fill(self, read: Callable[[int], tuple[int, list[OutboxLetter]]]) -> bool:
        """Turns what follows the position into letters. ``read`` gives them, and the new position.

        Gives whether there is anything new to send.
        """
        with self._writing() as connection:
            before = lock_position(connection)
            n, letters = read(before)
            _insert(connection, letters)
            if n != before:
                connection.execute(update(POSITION).values(n=n))
        return bool(letters)

    def go_back(self, head: int) -> None:
        """After an older record was put back: what is recorded from there on is told of, too."""
        with self._writing() as connection:
            if lock_position(connection) > head:
                connection.execute(update(POSITION).values(n=head))

    def claim(self, channel: Channel, now: float, *, urgent: bool) -> list[OutboxLetter]:
        """The next to send on a channel, as this worker's own for half a minute.

        Urgent ones to the same recipient come together, at most 25; others one by one.
        """
        with self._writing() as connection:
            due = _locked(_due(channel, now, urgent))
            first = connection.execute(due.limit(1)).first()
            if first is None:
                return []
            rows = [first]
            if urgent:
                same = LETTERS.c.recipient == first.recipient, LETTERS.c.batch == first.batch
                rows = list(connection.execute(due.where(*same).limit(_AS_MANY)))
            batch = first.batch or first.key
            taken = {"state": "claimed", "next_at": now + CLAIM_SECONDS, "batch": batch}
            keys = [row.key for row in rows]
            connection.execute(update(LETTERS).where(LETTERS.c.key.in_(keys)).values(taken))
        again = bool(first.batch)
        return [OutboxLetter(**{**row._mapping, "batch": batch, "is_again": again}) for row in rows]

    def is_due(self, channel: Channel, now: float, *, urgent: bool) -> bool:
        """Whether there is anything to claim. It takes no lock."""
        with self._reading() as connection:
            return connection.execute(_due(channel, now, urgent).limit(1)).first() is not None

    def settle(
        self, letters: Sequence[OutboxLetter], state: State, now: float = 0.0, trouble: str = ""
    ) -> None:
        """It was sent, it is of no use any more, or it is given up."""
        self._change(letters, state=state, sent_at=now, trouble=trouble)

    def put_off(self, letters: Sequence[OutboxLetter], now: float, trouble: str) -> None:
        """It did not go out: tried again later, or given up where it is of no use by then."""
        for each in letters:
            at = now + pause_after(each.kind, each.tries)
            state = "given up" if at > each.until else "waiting"
            self._change([each], state=state, next_at=at, tries=each.tries + 1, trouble=trouble)

    def counts(self, *kinds: Kind) -> OutboxCounts:
        """Over these kinds, or all. Given up counts for a day, as nobody can send it any more."""
        columns = LETTERS.c
        query = select(func.count(), func.min(columns.made_at), func.max(columns.trouble))
        if kinds:
            query = query.where(columns.kind.in_(kinds))
        waits = query.where(columns.state.in_(("waiting", "claimed")))
        since = time.time() - _SHOWN_SECONDS
        lost = query.where(columns.state == "given up", columns.made_at > since, ~_went_out())
        with self._reading() as connection:
            waiting, oldest, trouble = connection.execute(waits).one()
            given_up, _, why = connection.execute(lost).one()
        return OutboxCounts(waiting, given_up, oldest or 0.0, trouble or why or "")

    def trouble(self) -> str:
        """Urgent alerts that were tried and did not go out, or were given up today."""
        counts = self.counts("urgent")
        late = counts.waiting and time.time() - counts.oldest > _LATE_SECONDS
        if not (late or counts.given_up):
            return ""
        count = counts.waiting + counts.given_up
        letters = "1 urgent alert" if count == 1 else f"{count} urgent alerts"
        why = counts.trouble or "no worker sends them"
        return f"{letters} did not go out: {why}"

    def of(self, *kinds: Kind) -> list[dict[str, Any]]:
        """Every row of these kinds, the oldest first: for pages and tests."""
        query = select(LETTERS).where(LETTERS.c.kind.in_(kinds)).order_by(LETTERS.c.made_at)
        with self._reading() as connection:
            return [dict(row._mapping) for row in connection.execute(query)]

    def sweep(self, now: float) -> int:
        """Lets go of what was settled a month ago: facts say what matters. Gives how many."""
        columns = LETTERS.c
        old = columns.state.in_(("sent", "dropped", "given up")), columns.made_at < now - _KEPT
        with self._writing() as connection:
            return connection.execute(delete(LETTERS).where(*old)).rowcount

    def _change(self, letters: Sequence[OutboxLetter], **values: object) -> None:
        keys = [each.key for each in letters]
        with self._writing() as connection:
            connection.execute(update(LETTERS).where(LETTERS.c.key.in_(keys)).values(values))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._prepare()
        with self._engine.execution_options(reading=True).connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._prepare()
        with self._engine.begin() as connection:
            yield connection

    def _prepare(self) -> None:
        if not self._ready:
            prepare(self._engine, self._schema)
            self._ready = True


def _due(channel: Channel, now: float, urgent: bool) -> Any:
    columns = LETTERS.c
    is_urgent = columns.kind == "urgent" if urgent else columns.kind != "urgent"
    open_ = or_(columns.state == "waiting", columns.state == "claimed")
    where = and_(open_, columns.channel == channel, columns.next_at <= now, is_urgent)
    return select(*_COLUMNS).where(where).order_by(columns.made_at, columns.key)


def _went_out() -> Any:
    """Whether somebody was told of the same by another way: a lost text message is no silence."""
    other = LETTERS.alias("other")
    same = other.c.about == LETTERS.c.about, other.c.kind == LETTERS.c.kind
    return select(other.c.key).where(*same, other.c.state == "sent").exists()


def _locked(query: Any) -> Any:
    """Of several workers each gets other rows."""
    return query.with_for_update(skip_locked=True)


def _insert(connection: Connection, letters: Sequence[OutboxLetter]) -> None:
    if letters:
        statement = _new_rows(LETTERS, connection.dialect.name)
        connection.execute(statement, [each.row() for each in letters])


def _new_rows(table: Table, dialect: str) -> Any:
    made = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    return made.on_conflict_do_nothing(index_elements=["key"])
