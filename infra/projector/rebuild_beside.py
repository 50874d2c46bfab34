"""A view drawn again in a file beside SQLite's: nobody waits for its write lock meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import NullPool

from events.fact import Fact
from infra.projector.rebuild import SUFFIX, Rebuild
from projections.engine.encryption import RowCipher
from projections.engine.projection import Projection

_BESIDE = "beside"


@contextmanager
def drawn_beside(
    engine: Engine,
    projection: type[Projection],
    seal: RowCipher,
    facts: Callable[[int], Iterator[Fact]],
) -> Iterator[Rebuild]:
    """The copy as of now, moved into the views' own file, under its write lock, to be finished."""
    home = Path(str(engine.url.database)).parent
    with tempfile.TemporaryDirectory(prefix=".drawing-", dir=home) as folder:
        file = Path(folder) / "views.db"
        rebuilt = _drawn(file, projection, seal, facts)
        with engine.connect() as connection:
            # Before the transaction begins: within one, SQLite attaches nothing.
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute(f"ATTACH DATABASE ? AS {_BESIDE}", (str(file),))
            try:
                with connection.begin():
                    rebuilt.go_on_in(connection)
                    _move(connection, projection)
                    yield rebuilt
            finally:
                raw.execute(f"DETACH DATABASE {_BESIDE}")


def _drawn(
    file: Path,
    projection: type[Projection],
    seal: RowCipher,
    facts: Callable[[int], Iterator[Fact]],
) -> Rebuild:
    beside = create_engine(f"sqlite:///{file}", poolclass=NullPool, hide_parameters=True)
    with beside.begin() as connection:
        rebuilt = Rebuild(connection, projection, seal)
        rebuilt.learn(facts(0))
    return rebuilt


def _move(connection: Connection, projection: type[Projection]) -> None:
    for declared in projection.tables():
        name = f'"{declared.table(SUFFIX).name}"'
        connection.exec_driver_sql(
            f"INSERT INTO main.{name} SELECT * FROM {_BESIDE}.{name}"  # noqa: S608 - our own names
        )
