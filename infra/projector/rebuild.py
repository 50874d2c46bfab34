"""A view drawn again beside the one that is read, which replaces it once it is complete."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from sqlalchemy import Connection
from sqlalchemy.schema import CreateTable, DropTable

from events.fact import Fact
from projections.engine.encryption import UNSEALED, RowCipher
from projections.engine.projection import Projection

SUFFIX = "__next"
_AT_ONCE = 4_000  # as many as the keyring remembers keys


class Rebuild:
    """A new copy of a view. ``replace_live`` makes its indexes and puts it in place."""

    def __init__(
        self, connection: Connection, projection: type[Projection], seal: RowCipher = UNSEALED
    ) -> None:
        self._projection, self._seal, self.position = projection, seal, 0
        self.go_on_in(connection, is_new=True)

    def go_on_in(self, connection: Connection, *, is_new: bool = False) -> None:
        """Makes the copy's tables there, for what follows. What was learnt is moved by others."""
        self.connection = connection
        for declared in self._projection.tables():
            connection.execute(DropTable(declared.table(SUFFIX), if_exists=True))
            connection.execute(CreateTable(declared.table(SUFFIX)))
        self._view = self._projection(connection, SUFFIX, is_new=is_new, seal=self._seal)

    def learn(self, facts: Iterable[Fact]) -> None:
        """Facts that follow ``position``, as many as there are."""
        follow = iter(facts)
        with _no_collecting():
            while page := list(islice(follow, _AT_ONCE)):
                self._view.learn(page)
                self.position += len(page)

    def replace_live(self) -> None:
        for declared in self._projection.tables():
            live, beside = declared.table(), declared.table(SUFFIX)
            self.connection.execute(DropTable(live, if_exists=True))
            named = self._named(beside.name)
            self.connection.exec_driver_sql(f'ALTER TABLE {named} RENAME TO "{live.name}"')
            for index in live.indexes:
                index.create(self.connection)

    def _named(self, table: str) -> str:
        schemas = self.connection.get_execution_options().get("schema_translate_map", {})
        schema = schemas.get(None)
        return f'"{schema}"."{table}"' if schema else f'"{table}"'


@contextmanager
def _no_collecting() -> Iterator[None]:
    """All that is made here is kept until it is written: a search for garbage finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
