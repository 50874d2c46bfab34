"""What every web process runs is read once, before gunicorn makes them: they share it in memory.

Nothing is opened here, no file, no connection and no thread: none of these may be shared.
"""

from __future__ import annotations

import gc
import pkgutil
from importlib import import_module

import web
from infra.partnerships import every_projection
from infra.storage.fact_codec import import_every_fact

_OPENING = ("infra.shared_buckets", "infra.start_up", "infra.worker.standby")


def preload() -> None:
    """Reads every fact, view and page, and leaves out what was read of later collections."""
    import_every_fact()
    every_projection()
    pages = [module.name for module in pkgutil.walk_packages(web.__path__, "web.")]
    for name in (*_OPENING, *pages):
        import_module(name)
    gc.collect()
    gc.freeze()
