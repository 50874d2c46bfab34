"""The progress of making an edition. It is stored beside the read tables, not in the ledger."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    MetaData,
    Table,
    Text,
    delete,
    func,
    insert,
    inspect,
    select,
)

from web.ports.editions import BuildProgress

_METADATA = MetaData()
_PROGRESS = Table(
    "press_progress",
    _METADATA,
    Column("report", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("ground", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("step", BigInteger, nullable=False),
    Column("steps", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
)


class ProgressTable:
    """One partnership's table of progress. ``schema`` is None on SQLite."""

    def __init__(self, engine: Engine, schema: str | None) -> None:
        self._engine = engine.execution_options(schema_translate_map={None: schema})
        self._schema, self._ready = schema, False

    def of(self, report: UUID, ground: str) -> list[BuildProgress]:
        self._prepare()
        columns = _PROGRESS.c
        query = select(_PROGRESS).where(columns.report == str(report), columns.ground == ground)
        with self._engine.execution_options(reading=True).connect() as connection:
            return [
                BuildProgress(row.version, row.state, row.step, row.steps, row.words)
                for row in connection.execute(query.order_by(columns.version))
            ]

    def note(self, report: UUID, ground: str, making: BuildProgress) -> None:
        """Replaces the progress of that version."""
        self._prepare()
        with self._engine.begin() as connection:
            _forget(connection, report, making.version)
            connection.execute(
                insert(_PROGRESS).values(
                    report=str(report),
                    version=making.version,
                    ground=ground,
                    state=making.state,
                    step=making.step,
                    steps=making.of,
                    words=making.words,
                )
            )

    def done(self, report: UUID, version: str) -> None:
        self._prepare()
        with self._engine.begin() as connection:
            _forget(connection, report, version)

    def _prepare(self) -> None:
        if self._ready:
            return
        with self._engine.begin() as connection:
            if not inspect(connection).has_table(_PROGRESS.name, schema=self._schema):
                if self._schema is not None:
                    lock = func.pg_advisory_xact_lock(func.hashtext(self._schema))
                    connection.execute(lock.select())
                _METADATA.create_all(connection)
        self._ready = True


def _forget(connection: Connection, report: UUID, version: str) -> None:
    columns = _PROGRESS.c
    connection.execute(
        delete(_PROGRESS).where(columns.report == str(report), columns.version == version)
    )
