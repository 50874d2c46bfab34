"""What is asked of one partnership's file is not compiled again for another's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import select

from infra.proof.tables import STATE
from infra.storage.sqlite.store import SQLiteStore


def test_a_statement_is_compiled_once_for_all_files(tmp_path: Path) -> None:
    store, how = SQLiteStore(tmp_path), []
    store.migrate()
    for slug in ("norfolk", "surrey"):
        store.create(slug)
        engine, _ = store.views(slug)
        with engine.begin() as connection:
            STATE.create(connection)
            answer: Any = connection.execute(select(STATE.c.size).where(STATE.c.size == 17))
            how.append(answer.context.cache_hit.name)
            assert answer.all() == []
    store.close()
    assert how[-1] == "CACHE_HIT"
