"""Makes editions of published reports, one after the other, and never in a request."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from infra.editions.build import EditionBuild, OpenPartnerships
from infra.editions.page_renderer import PageRenderer
from projections.reporting.edition_rows import Shelved
from projections.reporting.editions import Editions
from web.ports.editions import VERSIONS, EditionVersion

_log = logging.getLogger(__name__)
_NAMES = [each.name for each in VERSIONS]


class EditionWorker:
    """Works in a thread of its own, so that nobody's pages wait for somebody's PDF.

    Killed at any moment, it begins again with what is not recorded as kept yet.
    """

    def __init__(self, house: OpenPartnerships) -> None:
        self._house = house
        self._pending: set[str] = set()
        self._failed: set[tuple[UUID, str, str]] = set()
        self._thread: threading.Thread | None = None
        self._stopped = False

    def look(self, slugs: Iterable[str]) -> None:
        """Queues the editions that are wanted by partnerships with new facts."""
        if self._house.editions is not None:
            self._pending |= {slug for slug in slugs if self._wanted(slug)}
        if self._pending and not (self._thread and self._thread.is_alive()):
            self._thread = threading.Thread(target=self._run, name="printer", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        self._stopped = True
        self.finish()

    def finish(self, seconds: float = 10) -> None:
        """Waits until every queued edition is made."""
        if self._thread:
            self._thread.join(timeout=seconds)

    def work(self, slug: str) -> None:
        """Makes every wanted edition of one partnership. Logs a failure, and tries again later."""
        for row, version in self._wanted(slug):
            if not self._stopped:
                EditionBuild(self._house, slug, row, version, self._renderer).make(self._fail)

    @cached_property
    def _renderer(self) -> PageRenderer:
        return PageRenderer(self._house)

    def _run(self) -> None:
        while self._pending and not self._stopped:
            try:
                self.work(self._pending.pop())
            except Exception:
                _log.exception("editions could not be made; the next look tries again")

    def _wanted(self, slug: str) -> list[tuple[Shelved, EditionVersion]]:
        with self._house.open(slug).read(Editions) as view:
            rows = view.wanting(_NAMES)
        return [
            (row, version)
            for row in rows
            for version in VERSIONS
            if (row.report, row.ground, version.name) not in self._failed
            and not (row.has(version.name, "html") and row.has(version.name, "pdf"))
        ]

    def _fail(self, row: Shelved, version: EditionVersion) -> None:
        self._failed.add((row.report, row.ground, version.name))
