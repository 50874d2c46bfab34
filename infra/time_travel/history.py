"""One partnership's past: its views at any position or day, and its facts as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Engine, func, or_, select

from events.fact import Fact
from infra.projector.projector import Projector
from infra.storage.fact_mapper import FactMapper
from infra.storage.recorder import Recorder
from infra.time_travel.in_force import InForce
from infra.time_travel.masking import Words
from infra.time_travel.row_history import RowHistory
from infra.time_travel.row_versions import RowsAsOf
from infra.time_travel.version_tables import FROM, known_at, versions_of
from projections.engine.as_of import AsOf
from projections.engine.encryption import UNSEALED
from projections.engine.projection import Projection
from projections.privacy.withheld_words import WithheldWords
from projections.record.timeline import Timeline
from web.ports.history import AskedLines, Known

P = TypeVar("P", bound=Projection)
_SMALL = 250  # facts of one view in a transaction: some 40 ms, so that nobody waits for long


class RecordHistory:
    """Drawn from what is remembered of each view; what is in force on a day, from the record."""

    def __init__(
        self,
        recorder: Recorder,
        mapper: FactMapper,
        engine: Engine,
        schema: str | None,
        now: Projector,
    ) -> None:
        self.recorder, self.mapper, self.now = recorder, mapper, now
        self.memory = RowHistory(recorder, mapper, engine, schema)
        self._in_force = InForce(recorder, mapper)
        self._remembered: dict[type[Projection], int] = {}
        by_itself = {"isolation_level": "AUTOCOMMIT"} if schema else {}
        self._reading = self.memory.engine.execution_options(reading=True, **by_itself)

    def head(self) -> int:
        return self.recorder.head().n

    def position_at(self, moment: datetime) -> int:
        return self.recorder.position_at(moment)

    def moment_of(self, position: int) -> datetime:
        return self.recorder.read(position - 1, 1)[0].at

    @contextmanager
    def read(self, projection: type[P], standing: AsOf) -> Iterator[P]:
        """A view as it was known, or as the facts that were in force make it."""
        if standing.in_force is not None:
            closed = self._closed()
            with self._in_force.view(projection, standing) as (view, mark):
                yield _telling(view, self._words(mark, closed), {})
            return
        mark, closed = self.memory.reach(projection, standing.position), self._closed()
        with self._reading.connect() as connection:
            tables = {each.name: known_at(each, standing.position) for each in projection.tables()}
            yield _telling(projection(connection), self._words(mark, closed), tables)

    def lines(self, asked: AskedLines) -> tuple[list[Known], int]:
        """A page of the record in lines, and how many lines there are in all."""
        [declared] = Timeline.tables()
        self.memory.reach(Timeline, asked.upto)
        table = versions_of(declared)
        where = _conditions(table.c, asked)
        own = [each for each in table.c if each.name in declared.table().c]
        order = table.c[FROM].desc() if asked.newest_first else table.c[FROM]
        page = select(table.c[FROM], *own).where(*where).order_by(order)
        count = select(func.count()).select_from(table).where(*where)
        with self._reading.connect() as connection:
            found = connection.execute(page.limit(asked.limit).offset(asked.skip)).all()
            every = max(0, asked.upto - asked.after)  # each fact is a line
            total = every if asked.is_everything else connection.execute(count).scalar_one()
        return [Known(row[0], declared.decode(row[1:], UNSEALED)) for row in found], total

    def remember(self, projections: Sequence[type[Projection]], head: int) -> bool:
        """A page more of one view, in the background; false once all are remembered to ``head``."""
        for projection in projections:
            before = self._remembered.get(projection, -1)
            if before < head:
                reached = self.memory.advance(projection, _SMALL)
                self._remembered[projection] = reached if reached > before else head
                return True
        return False

    def drop_all(self) -> None:
        """Forgets every past view; what is asked for again is drawn again from the record."""
        self._in_force.drop_all()
        self._remembered.clear()
        self.memory.drop_all()

    def facts(self, standing: AsOf) -> Iterator[tuple[int, Fact]]:
        """The facts that stand there, each with its position."""
        return self._in_force.facts(standing)

    def _words(self, mark: str, closed: frozenset[UUID]) -> Words:
        return Words(self.recorder, self.mapper, mark, closed)

    def _closed(self) -> frozenset[UUID]:
        """The streams with words withheld now, even if they were open at that time."""
        self.now.catch_up()
        if WithheldWords.name in self.now.quarantined():
            raise LookupError("nobody can tell whose words are closed: no past view is shown")
        with self.now.read(WithheldWords) as view:
            return view.all()


def _telling(view: P, words: Words, tables: dict[str, Any]) -> P:
    """The view, its rows read from these tables, with the words in the place of their marks."""
    view.kept = {
        each.name: RowsAsOf(each, view.connection, tables.get(each.name, each.table()), words)
        for each in view.tables()
    }
    return view


def _conditions(columns: Any, asked: AskedLines) -> list[ColumnElement[bool]]:
    found = [columns[FROM] > asked.after, columns[FROM] <= asked.upto]
    if asked.in_force is not None:
        found.append(columns.day <= asked.in_force.isoformat())
    if asked.kind:
        found.append(columns.topic.startswith(f"{asked.kind}.", autoescape=True))
    if asked.subjects is not None or asked.keys is not None:
        subjects = columns.subject.in_([str(each) for each in asked.subjects or ()])
        found.append(or_(subjects, columns.key.in_(list(asked.keys or ()))))
    return found
