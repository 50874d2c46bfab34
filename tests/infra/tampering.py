"""What goes wrong with a store of its own accord, or by somebody who owns the machine."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import psycopg
from eventsourcing.persistence import StoredEvent

from tests.infra.backup.places import Place

_CUT = """
    DELETE FROM {0}event WHERE n > {1};
    UPDATE {0}lane SET n = {1}, at = (SELECT at FROM {0}event WHERE n = {1}),
        hash = (SELECT hash FROM {0}event WHERE n = {1});
"""


def ledger_of(place: Place, slug: str = "norfolk") -> Path:
    return place.var / "partnerships" / slug / "ledger.db"


def cut(place: Place, n: int, *, checkpoints: bool = True, slug: str = "norfolk") -> None:
    """The record ends at fact ``n``, as if no later one had been; with what was signed of them."""
    more = f"DELETE FROM {{0}}checkpoint WHERE size > {n};" if checkpoints else ""
    _without_guards(place, slug, (_CUT + more).replace("{1}", str(n)))


def rewrite(place: Place, n: int, slug: str = "norfolk") -> None:
    """Facts ``n`` and later are written anew at the same length, chained as they should be.

    What was signed of them is deleted beside the facts and beside the pages.
    """
    with closing(place.opened()) as partnerships:
        recorder = partnerships.store.recorder(slug)
        rows, head = list(recorder.rows(n - 1)), recorder.head().n
    cut(place, n - 1, slug=slug)
    drop_views(place, slug)
    with closing(place.opened()) as partnerships:
        recorder = partnerships.store.recorder(slug)
        for row in rows:
            stream, version = row.originator_id, row.version
            recorder.insert_events([StoredEvent(stream, version, row.topic, row.state)])
        assert recorder.head().n == head


def damage(place: Place, stream: UUID, slug: str = "norfolk") -> None:
    """The first fact of a stream is not as it was written: its sealed words have a letter more."""
    before, after = '"sealed":"', '"sealed":"A'
    state = f"CAST(replace(CAST(state AS TEXT), '{before}', '{after}') AS BLOB)"
    where = f"originator_id = x'{stream.hex}'"
    if place.database:
        words = f"replace(convert_from(state, 'UTF8'), '{before}', '{after}')"
        state, where = f"convert_to({words}, 'UTF8')", f"originator_id = '{stream}'"
    first = f"{where} AND originator_version = 1"
    _without_guards(place, slug, f"UPDATE {{0}}event SET state = {state} WHERE {first};")


def drop_views(place: Place, slug: str = "norfolk") -> None:
    if not place.database:
        for each in ledger_of(place, slug).parent.glob("views.db*"):
            each.unlink()
        return
    schema = f"p_{slug}_views"
    with psycopg.connect(place.database, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE".encode())
        connection.execute(f"CREATE SCHEMA {schema} AUTHORIZATION earshot_app".encode())


def _without_guards(place: Place, slug: str, statements: str) -> None:
    """They are put back, so that nothing but the record itself can tell."""
    if place.database:
        _in_postgres(place.database, slug, statements)
        return
    with closing(sqlite3.connect(ledger_of(place, slug), isolation_level=None)) as ledger:
        guards = ledger.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = guards.fetchall()
        off = "".join(f"DROP TRIGGER {name};" for name, _ in kept)
        on = "".join(f"{sql};" for _, sql in kept)
        ledger.executescript(off + statements.replace("{0}", "") + on)


def _in_postgres(url: str, slug: str, statements: str) -> None:
    tables = [f"p_{slug}.{name}" for name in ("event", "lane", "checkpoint")]
    with psycopg.connect(url, autocommit=True) as connection:
        for table in tables:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL".encode())
        connection.execute(statements.replace("{0}", f"p_{slug}.").encode())
        for table in tables:
            connection.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER never".encode())
