"""Which partnerships are served, and why others are closed: one at fault closes none other."""

from __future__ import annotations

import logging

from infra.errors import NotReady
from infra.storage.sqlite.files import unwritable
from infra.storage.store import SQLiteStore, Store

_log = logging.getLogger(__name__)


class Closings:
    """``faults`` are ledgers that can't be used; ``closed`` has those, and whoever else waits to
    be mended, each with the reason. ``lacking`` counts the keys that were missing at the start.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.faults: dict[str, str] = {}
        self.closed: dict[str, str] = {}
        self.lacking: dict[str, int] = {}

    def refuse_unreadable(self) -> None:
        """Leaves out ledgers that can't be used. Raises ``NotReady`` where that is all of them."""
        self.faults = self.store.faults()
        if self.faults and len(self.faults) == len(self.store.slugs()):
            self.store.close()
            raise NotReady(next(iter(self.faults.values())))
        for slug, why in self.faults.items():
            self.close_one(slug, why)

    def close_one(self, slug: str, why: str) -> None:
        """Nobody is served there until the cause is mended and the service started again."""
        _log.error("%s is closed: %s", slug, why)
        self.closed[slug] = why

    def troubles_of_all(self) -> dict[str, str]:
        """What is wrong for every partnership at once: the clock, or the data folder."""
        found = {"clock": self.store.clock.trouble()}
        if isinstance(self.store, SQLiteStore):  # a database says so itself, at the next append
            found["store"] = unwritable(self.store.folder)
        return {what: words for what, words in found.items() if words}

    def slugs(self) -> list[str]:
        """The partnerships whose ledgers can be used."""
        return [slug for slug in self.store.slugs() if slug not in self.faults]

    def served(self) -> list[str]:
        """The partnerships that are not closed."""
        return [slug for slug in self.store.slugs() if slug not in self.closed]
