"""The past rows of every view, brought up to date page by page by the first reader."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    MetaData,
    Table,
    Text,
    insert,
    inspect,
    select,
)
from sqlalchemy.schema import DropTable

from infra.storage.fact_mapper import FactMapper
from infra.storage.recorder import Recorder
from infra.time_travel.masking import masked, new_mark
from infra.time_travel.row_versions import VersionedRows
from infra.time_travel.version_tables import versions_of
from projections.engine.projection import Projection

PAGE = 1000
_REMEMBERED = Table(
    "past_position",
    MetaData(),
    Column("projection", Text, primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("mark", Text, nullable=False),
)


class RowHistory:
    """One partnership's. It holds no words of anybody's: only where in the record they are."""

    def __init__(
        self, recorder: Recorder, mapper: FactMapper, engine: Engine, schema: str | None
    ) -> None:
        self.recorder, self.mapper, self._schema = recorder, mapper, schema
        self._made = False
        self.engine = engine.execution_options(schema_translate_map={None: schema})

    def reach(self, projection: type[Projection], position: int) -> str:
        """Remembers a view up to a position at least; gives what its marks are marked with."""
        while True:
            known = self._known(projection)
            if known and known[0] >= position:
                return known[1]
            self.advance(projection)

    def advance(self, projection: type[Projection], page: int = PAGE) -> int:
        """So many facts more; gives the position reached. Anybody may call it at any time."""
        with self.engine.begin() as connection:
            _one_at_a_time(connection)  # or two who come first at once both make the table
            _REMEMBERED.create(connection, checkfirst=True)
            start, mark = self._lock(connection, projection)
            rows = self.recorder.read(start, page)
            if rows:
                facts = zip(rows, self.mapper.facts(rows), strict=True)
                view = projection(connection, is_new=start == 0)
                view.kept = {
                    each.name: VersionedRows(each, view, start) for each in projection.tables()
                }
                view.learn([masked(fact, row.n, mark) for row, fact in facts])
                moved = _REMEMBERED.update().where(_REMEMBERED.c.projection == projection.name)
                connection.execute(moved.values(position=start + len(rows)))
        return start + len(rows)

    def drop_all(self) -> None:
        """Drops the past rows. They are read from the record again when needed."""
        with self.engine.begin() as connection:
            if self._is_there(connection):
                connection.execute(_REMEMBERED.update().values(version=-1))

    def _known(self, projection: type[Projection]) -> tuple[int, str] | None:
        with self.engine.execution_options(reading=True).connect() as connection:
            if not self._is_there(connection):
                return None
            where = _REMEMBERED.c.projection == projection.name
            found = connection.execute(select(_REMEMBERED).where(where)).one_or_none()
        if found is None or found.version != projection.version:
            return None
        return found.position, found.mark

    def _lock(self, connection: Connection, projection: type[Projection]) -> tuple[int, str]:
        """Where to go on; nobody else moves it until the transaction, which locked it, ends."""
        where = _REMEMBERED.c.projection == projection.name
        found = connection.execute(select(_REMEMBERED).where(where)).one_or_none()
        if found is not None and found.version == projection.version:
            return found.position, found.mark
        mark = new_mark()
        connection.execute(_REMEMBERED.delete().where(where))
        for declared in projection.tables():
            connection.execute(DropTable(versions_of(declared), if_exists=True))
            versions_of(declared).create(connection, checkfirst=False)
        connection.execute(
            insert(_REMEMBERED).values(
                projection=projection.name, version=projection.version, position=0, mark=mark
            )
        )
        return 0, mark

    def _is_there(self, connection: Connection) -> bool:
        self._made = self._made or inspect(connection).has_table(
            _REMEMBERED.name, schema=self._schema
        )
        return self._made


def _one_at_a_time(connection: Connection) -> None:
    """SQLite has but one writer anyway."""
    if connection.dialect.name == "postgresql":
        schema = connection.get_execution_options()["schema_translate_map"][None]
        connection.exec_driver_sql(
            "SELECT pg_advisory_xact_lock(hashtext(%s))", (f"{schema}/past",)
        )
