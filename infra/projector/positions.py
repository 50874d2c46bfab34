"""The position that each view has reached, and why a view stopped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    MetaData,
    Table,
    Text,
    insert,
    inspect,
    select,
)

from projections.engine.projection import Projection

POSITIONS = Table(
    "projection_position",
    MetaData(),
    Column("projection", Text, primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("parked", Text, nullable=False),
)


class Known(NamedTuple):
    """What is known of one view; ``quarantined`` is empty while it goes on."""

    version: int
    position: int
    quarantined: str


def lock_positions(connection: Connection) -> dict[str, Known]:
    """Reads every view's position, and locks them until the transaction ends."""
    query = select(POSITIONS).order_by(POSITIONS.c.projection).with_for_update()
    return _known(connection, query)


def has_positions(connection: Connection, schema: str | None) -> bool:
    """Whether any view was ever drawn here."""
    return inspect(connection).has_table(POSITIONS.name, schema=schema)


def read_positions(connection: Connection) -> dict[str, Known]:
    return _known(connection, select(POSITIONS))


def set_position(
    connection: Connection, projection: type[Projection], position: int, quarantined: str = ""
) -> None:
    values = {"version": projection.version, "position": position, "parked": quarantined}
    where = POSITIONS.c.projection == projection.name
    changed = connection.execute(POSITIONS.update().where(where).values(values))
    if not changed.rowcount:
        connection.execute(insert(POSITIONS).values(projection=projection.name, **values))


def set_first_positions(
    connection: Connection, projections: Sequence[type[Projection]], position: int
) -> None:
    """All of them at once; none may be there."""
    values = [
        {"projection": each.name, "version": each.version, "position": position, "parked": ""}
        for each in projections
    ]
    connection.execute(insert(POSITIONS), values)


def move_positions(
    connection: Connection, projections: Sequence[type[Projection]], position: int
) -> None:
    """Moves all these positions, which must exist."""
    names = [each.name for each in projections]
    where = POSITIONS.c.projection.in_(names)
    connection.execute(POSITIONS.update().where(where).values(position=position))


def let_go_on(connection: Connection, names: Sequence[str]) -> None:
    """Forgets why these views stopped."""
    where = POSITIONS.c.projection.in_(names)
    connection.execute(POSITIONS.update().where(where).values(parked=""))


def _known(connection: Connection, query: object) -> dict[str, Known]:
    rows = connection.execute(query)  # type: ignore[call-overload]
    return {name: Known(*rest) for name, *rest in rows}
