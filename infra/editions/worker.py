"""Makes editions of published reports, one after the other, and never in a request."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from uuid import UUID

from infra.editions.build import EditionBuild, OpenPartnerships
from infra.editions.page_renderer import PageRenderer
from projections.reporting.edition_rows import Shelved
from projections.reporting.editions import Editions
from web.ports.editions import VERSIONS, EditionVersion

_log = logging.getLogger(__name__)
_NAMES = [each.name for each in VERSIONS]
_FIRST_PAUSE, _LONGEST_PAUSE = 60.0, 15 * 60.0
_Wanted = tuple[UUID, str, str]  # a report, what called for it, a version


@dataclass(frozen=True)
class _Rest:
    """Until when a failed edition of this partnership is not tried again."""

    slug: str
    seconds: float
    until: float


class EditionWorker:
    """Works in a thread of its own, so that nobody's pages wait for somebody's PDF.

    Killed at any moment, it begins again with what is not recorded as kept yet. What could not be
    made is tried again by itself: after a minute, then later each time. ``now`` is in seconds.
    """

    def __init__(self, house: OpenPartnerships, now: Callable[[], float] = time.monotonic) -> None:
        self._house, self._now = house, now
        self._pending: set[str] = set()
        self._failed: dict[_Wanted, _Rest] = {}
        self._thread: threading.Thread | None = None
        self._stopped = False

    def look(self, slugs: Iterable[str]) -> None:
        """Queues the editions that are wanted by partnerships with new facts, or again by now."""
        due = {each.slug for each in self._failed.values() if each.until <= self._now()}
        if self._house.editions is not None:
            self._pending |= {slug for slug in {*slugs, *due} if self._wanted(slug)}
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
                build = EditionBuild(self._house, slug, row, version, self._renderer)
                build.make(partial(self._fail, slug))

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
            if not self._rests(row, version)
            and not (row.has(version.name, "html") and row.has(version.name, "pdf"))
        ]

    def _rests(self, row: Shelved, version: EditionVersion) -> bool:
        pause = self._failed.get((row.report, row.ground, version.name))
        return pause is not None and pause.until > self._now()

    def _fail(self, slug: str, row: Shelved, version: EditionVersion) -> None:
        wanted = (row.report, row.ground, version.name)
        before = self._failed.get(wanted)
        seconds = min(_LONGEST_PAUSE, before.seconds * 2) if before else _FIRST_PAUSE
        self._failed[wanted] = _Rest(slug, seconds, self._now() + seconds)
