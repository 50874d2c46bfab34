"""Views as the rows of their tables, and the facts of the loaded documents to draw them from."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, select

from events.fact import Fact
from infra.bootstrap import Partnerships
from infra.keys.root import RootKey
from infra.loading import load_seeds
from infra.post import FolderPost
from infra.storage.lane import Lane
from infra.storage.mapper import FactMapper
from infra.storage.store import SQLiteStore
from projections.projection import Projection

Drawn = dict[str, list[str]]


def drawn(connection: Connection, projection: type[Projection]) -> Drawn:
    """Every row of a view, as JSON, to the byte."""
    tables = [declared.table() for declared in projection.tables()]
    return {
        table.name: sorted(
            json.dumps(list(row), ensure_ascii=False) for row in connection.execute(select(table))
        )
        for table in tables
    }


def drawn_over(facts: Iterable[Fact], projection: type[Projection]) -> Drawn:
    view = projection.over(facts)
    try:
        return drawn(view.connection, projection)
    finally:
        view.close()


def facts_of(lane: Lane) -> list[Fact]:
    return FactMapper().facts(lane.read(0, 100_000))


@cache
def story() -> dict[str, list[Fact]]:
    """The four partnerships' facts, as the documents and the demonstration tell them."""
    with tempfile.TemporaryDirectory() as folder:
        store = SQLiteStore(Path(folder) / "partnerships")
        store.migrate()
        partnerships = Partnerships(
            store, RootKey.kept_in(Path(folder)), FolderPost(Path(folder)), "http://localhost"
        )
        load_seeds(partnerships, lambda said: None, io.StringIO())
        told = {slug: facts_of(store.recorder(slug)) for slug in store.slugs()}
        store.close()
    return told
