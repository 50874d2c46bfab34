"""Tables of past versions of rows, and which of them were known at a position."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Column, Index, MetaData, Subquery, Table, select

from projections.engine.tables import TableOf, fields_of

FROM, UNTIL = "known_from", "known_until"
ALWAYS = 2**62


@cache
def versions_of(declared: TableOf[Any]) -> Table:
    """The table of a view's states: the view's own columns, and from where until where."""
    live = declared.table()
    name = f"{live.name}__past"
    columns = [
        Column(each.name, each.type, primary_key=each.primary_key, autoincrement=False)
        for each in live.columns
    ]
    known = [
        Column(FROM, BigInteger, primary_key=True, autoincrement=False),
        Column(UNTIL, BigInteger, nullable=False),
    ]
    table = Table(name, MetaData(), *columns, *known)
    Index(f"{name}_by_{FROM}", table.c[FROM])
    for together in map(fields_of, declared.index):
        fields = (table.c[each] for each in together)
        Index(f"{name}_by_{'_'.join(together)}", *fields, table.c[FROM], table.c[UNTIL])
    return table


def known_at(declared: TableOf[Any], position: int) -> Subquery:
    """The rows as they were known at a position."""
    table = versions_of(declared)
    own = [each for each in table.columns if each.name not in {FROM, UNTIL}]
    query = select(*own).where(table.c[FROM] <= position, table.c[UNTIL] > position)
    return query.subquery(declared.name)
