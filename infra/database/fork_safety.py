"""Keeps a forked child from talking through its parent's connections."""

from __future__ import annotations

import os
from weakref import WeakSet

from sqlalchemy import Engine, Pool

_ENGINES: WeakSet[Engine] = WeakSet()
_LEFT_TO_THE_PARENT: list[Pool] = []


def stay_in_process(engine: Engine) -> None:
    """Makes a forked child open connections of its own, whoever holds the engine.

    Not at checkout, as SQLAlchemy's recipe has it: by then a ping has gone down the parent's line.
    """
    _ENGINES.add(engine)


def _forked() -> None:
    for engine in list(_ENGINES):
        _LEFT_TO_THE_PARENT.append(engine.pool)
        engine.dispose(close=False)


os.register_at_fork(after_in_child=_forked)
