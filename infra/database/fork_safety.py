"""Keeps a forked child from talking through its parent's connections."""

from __future__ import annotations

import os
from weakref import WeakSet

from sqlalchemy import Engine, Pool

_ENGINES: WeakSet[Engine] = WeakSet()
_LEFT_TO_THE_PARENT: list[Pool] = []


def stay_in_process(engine: Engine) -> None:
    """Makes a forked child open connections of its own, wherever the engine is referenced.

    SQLAlchemy's recipe does this at checkout, which is too late: by then the pool has already sent
    a ping over the parent's connection.
    """
    _ENGINES.add(engine)


def _forked() -> None:
    for engine in list(_ENGINES):
        _LEFT_TO_THE_PARENT.append(engine.pool)
        engine.dispose(close=False)


os.register_at_fork(after_in_child=_forked)
