"""Statements for SQLite's files are compiled once in a process, not once for each file.

Each partnership has files of its own, so each has engines of its own; what they are asked is the
same. An engine on its own would compile some hundreds of statements again.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import Engine, create_engine
from sqlalchemy.util import LRUCache

_KEPT = 5_000


def compile_once(engine: Engine) -> None:
    """Lets a new engine of SQLite share what all of them compile."""
    model, compiled = _shared()
    engine.dialect = model.dialect
    engine.update_execution_options(compiled_cache=compiled)


@cache
def _shared() -> tuple[Engine, LRUCache[object, object]]:
    """The dialect belongs to what is compiled for it. A first connection makes it complete."""
    model = create_engine("sqlite://")
    model.connect().close()
    model.dispose()
    return model, LRUCache(_KEPT)
