"""Many rows into a read table at once: COPY on PostgreSQL where it pays, else one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Boolean, Connection, Table, Text

Columns = Sequence[Sequence[Any]]
_COPIED_FROM = 20
_ARRAYS: dict[type, str] = {Text: "text", BigInteger: "bigint", Boolean: "boolean"}


def insert(connection: Connection, table: Table, columns: Columns) -> None:
    """Inserts rows with keys that the table does not have. ``columns`` are in the table's order."""
    if _is_worth_it(connection, columns):
        _copy(connection, table, columns)
    else:
        _execute(connection, _insert(connection, table), columns)


def upsert(connection: Connection, table: Table, columns: Columns) -> None:
    """Inserts rows, or replaces those with the same key. The first column is the key."""
    if _is_worth_it(connection, columns):
        arrays = ", ".join(f"%s::{_ARRAYS[type(column.type)]}[]" for column in table.columns)
        connection.exec_driver_sql(
            f"INSERT INTO {_name(connection, table)} "  # noqa: S608 - our names
            f"SELECT * FROM unnest({arrays}){_on_conflict(table)}",
            tuple(map(list, columns)),
        )
    else:
        _execute(connection, _insert(connection, table) + _on_conflict(table), columns)


def _is_worth_it(connection: Connection, columns: Columns) -> bool:
    return len(columns[0]) >= _COPIED_FROM and connection.dialect.name == "postgresql"


def _copy(connection: Connection, table: Table, columns: Columns) -> None:
    driver: Any = connection.connection
    statement = f"COPY {_name(connection, table)} FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        write = copy.write_row
        for row in zip(*columns, strict=True):
            write(row)


def _execute(connection: Connection, statement: str, columns: Columns) -> None:
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


def _insert(connection: Connection, table: Table) -> str:
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    marks = ", ".join([mark] * len(table.columns))
    return f"INSERT INTO {_name(connection, table)} VALUES ({marks})"  # noqa: S608 - our names


def _on_conflict(table: Table) -> str:
    key, *others = (f'"{column.name}"' for column in table.columns)
    if not others:
        return f" ON CONFLICT ({key}) DO NOTHING"
    return f" ON CONFLICT ({key}) DO UPDATE SET " + ", ".join(
        f"{name} = excluded.{name}" for name in others
    )


def _name(connection: Connection, table: Table) -> str:
    schemas = connection.get_execution_options().get("schema_translate_map", {})
    schema = schemas.get(None)
    return f'"{schema}"."{table.name}"' if schema else f'"{table.name}"'
