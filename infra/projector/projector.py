"""Updates the read tables from the ledger: each fact once, one page per transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress

from eventsourcing.persistence import MapperDeserialisationError
from sqlalchemy import Connection

from events.fact import Fact
from infra.projector.drawn_views import DrawnViews, Views, raise_passing
from infra.projector.positions import (
    Known,
    lock_positions,
    move_positions,
    read_positions,
)
from infra.storage.ledger_rows import LedgerRow
from projections.engine.projection import Projection

Learn = Callable[[Connection, Views, int, list[Fact]], Views]
PAGE = 1000
_log = logging.getLogger(__name__)


class Projector(DrawnViews):
    """One partnership's read tables. Safe to call from anywhere at any time: positions are locked.

    A fact that a view cannot digest parks that view, with an alarm; the others go on.
    """

    def catch_up(self) -> None:
        """Applies every fact recorded so far."""
        self._prepare()
        head = self.recorder.head().n
        while self._behind(head) and self._advance():
            pass

    def _behind(self, head: int) -> bool:
        with self._reading.connect() as connection:
            known = read_positions(connection)
        if any(known[each.name].version < each.version for each in self.projections):
            self._ready = False  # an older release, starting late, drew its own
            self._prepare()
            return self._behind(head)
        return any(known[each.name].position < head for each in self._going(known))

    def _advance(self) -> bool:
        """Applies one page of facts to the views furthest behind. Gives False if there was none."""
        try:
            return self._page(self._learn)
        except Exception as error:
            raise_passing(error)
            return self._page(self._learn_each)

    def _page(self, learn: Learn) -> bool:
        with self._engine.begin() as connection:
            known = lock_positions(connection)
            going = self._going(known)
            start = min((known[each.name].position for each in going), default=0)
            rows = self.recorder.read(start, PAGE) if going else []
            facts = self._readable(rows)
            behind = [each for each in going if known[each.name].position == start]
            if facts:
                done = learn(connection, behind, start, facts)
                move_positions(connection, done, start + len(facts))
            elif rows:
                for projection in behind:
                    self._park(connection, projection, start, f"at fact {start + 1}")
            return bool(rows)

    def _readable(self, rows: list[LedgerRow]) -> list[Fact]:
        """The facts of some rows, as far as the first that this release cannot read."""
        try:
            return self.mapper.facts(rows)
        except MapperDeserialisationError:
            _log.exception("the record of %s has a fact that cannot be read", self.recorder.slug)
        facts: list[Fact] = []
        with suppress(MapperDeserialisationError):
            for row in rows:
                facts.append(self.mapper.fact(row))
        return facts

    def _going(self, known: dict[str, Known]) -> list[type[Projection]]:
        """The views that this release drew and that have not stopped."""
        return [
            each
            for each in self.projections
            if known[each.name].version == each.version and not known[each.name].quarantined
        ]

    def _learn(self, connection: Connection, behind: Views, start: int, facts: list[Fact]) -> Views:
        """Applies the facts to all views, in few queries."""
        for projection in behind:
            projection(connection, is_new=start == 0, seal=self.mapper.seal).learn(facts)
        return behind

    def _learn_each(
        self, connection: Connection, behind: Views, start: int, facts: list[Fact]
    ) -> Views:
        """Applies the facts to each view alone. Gives the views that could apply them."""
        return [each for each in behind if self._digests(connection, each, start, facts)]

    def _digests(
        self, connection: Connection, projection: type[Projection], start: int, facts: list[Fact]
    ) -> bool:
        view = projection(connection, is_new=start == 0, seal=self.mapper.seal)
        try:
            with connection.begin_nested():
                view.learn(facts)
        except Exception as error:
            raise_passing(error)
            at = f"at fact {start + view.learning}" if view.learning else f"in {PAGE} after {start}"
            self._park(connection, projection, start, at)
            return False
        return True
