"""Updates the read tables from the ledger: each fact once, one page per transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from eventsourcing.persistence import MapperDeserialisationError
from sqlalchemy import Connection

from events.fact import Fact
from infra.database import patience
from infra.database.patience import LOCK_SECONDS
from infra.projector.drawn_views import DrawnViews, Views, raise_passing
from infra.projector.positions import (
    Known,
    has_positions,
    let_go_on,
    lock_positions,
    move_positions,
    read_positions,
)
from infra.storage.ledger_rows import LedgerRow
from projections.engine.projection import Projection
from web.site.unavailable import Unavailable, is_passing

Learn = Callable[[Connection, Views, int, list[Fact]], Views]
PAGE = 1000
_log = logging.getLogger(__name__)


class Projector(DrawnViews):
    """One partnership's read tables. Safe to call from anywhere at any time: positions are locked.

    A fact that a view cannot digest parks that view, with an alarm; the others go on. A fact that
    this release cannot read makes this process pause: another release may go on. ``gone_back`` is
    called where an older record was put in the place of this one.
    """

    gone_back: Callable[[], object] = staticmethod(lambda: None)
    _unread = 0

    def quarantined(self) -> dict[str, str]:
        """The views that stopped, for all releases or for this one."""
        stopped = super().quarantined()
        if self._unread:
            with self._reading.connect() as connection:
                known = read_positions(connection)
            words = f"paused at fact {self._unread}: this release cannot read it"
            at = [name for name, each in known.items() if each.position + 1 == self._unread]
            stopped |= dict.fromkeys(at, words)
        return stopped

    def catch_up(self) -> bool:
        """Applies every fact recorded so far. A page that would wait too long reads on as it is.

        Says whether all is applied.
        """
        try:
            self._catch_up()
        except Exception as error:
            if not (patience.is_page() and is_passing(error)):
                raise
            _log.warning("the views of %s are read as they stand", self.recorder.slug)
            return False
        return True

    def catch_up_a_page(self) -> bool:
        """Applies one page of facts, for whoever has others to see to. Says if more may wait."""
        self._prepare()
        head = self.recorder.head().n
        return self._is_behind(head) and self._advance(head)

    def try_again(self) -> None:
        """Lets views go on that stopped: this release may apply what an earlier one could not."""
        if stopped := super().quarantined():
            _log.warning("stopped views of %s are tried again", self.recorder.slug)
            with self._engine.begin() as connection:
                lock_positions(connection)
                let_go_on(connection, list(stopped))

    def _catch_up(self) -> None:
        self._prepare()
        head = self.recorder.head().n
        if self._is_behind(head):
            with self._one_thread():
                while self._advance(head):
                    pass

    @contextmanager
    def _one_thread(self) -> Iterator[None]:
        """One thread of a process waits for the views' lock; the others hold no connection."""
        with patience.waiting(LOCK_SECONDS) as seconds:
            is_ours = self._going_on.acquire(timeout=seconds if patience.is_page() else -1)
        if not is_ours:
            raise Unavailable(f"the views of {self.recorder.slug} are being brought in step")
        try:
            yield
        finally:
            self._going_on.release()

    def refuse_ahead(self) -> None:
        """Draws all again where the views know of more than the record: it is an older one."""
        with self._reading.connect() as connection:
            if not self._ready and not has_positions(connection, self._schema):
                return
            known = read_positions(connection)
        furthest = _furthest(known)
        if furthest and furthest > self.recorder.head().n:  # read after: the record grows
            _log.error("the views of %s are ahead of its record: drawn again", self.recorder.slug)
            self.gone_back()
            self.draw_again()

    def _is_behind(self, head: int) -> bool:
        """Whether a view waits for facts, where the record ended at ``head`` a moment ago."""
        known = self._known()
        if _furthest(known) > head:
            self.refuse_ahead()
            known = self._known()
        return any(known[each.name].position < head for each in self._going(known))

    def _known(self) -> dict[str, Known]:
        """Every view's position. An older release, starting late, may have drawn its own views."""
        with self._reading.connect() as connection:
            known = read_positions(connection)
        if any(known[each.name].version < each.version for each in self.projections):
            self._ready = False
            self._prepare()
            return self._known()
        return known

    def draw_again(self) -> None:
        """Draws every view from the record as it is now. Raises ``CannotRebuild``."""
        for projection in self.projections:
            self.rebuild(projection)

    def _advance(self, head: int) -> bool:
        """Applies one page of facts to the views furthest behind. Says whether more may wait."""
        try:
            return self._page(head, self._learn)
        except Exception as error:
            raise_passing(error)
            return self._page(head, self._learn_each)

    def _page(self, head: int, learn: Learn) -> bool:
        with self._engine.begin() as connection:
            known = lock_positions(connection)
            going = self._going(known)
            start = min((known[each.name].position for each in going), default=head)
            rows = self.recorder.read(start, PAGE) if start < head else []
            facts = self._readable(rows)
            behind = [each for each in going if known[each.name].position == start]
            if facts:
                done = learn(connection, behind, start, facts)
                move_positions(connection, done, start + len(facts))
            elif rows:
                self._unread = start + 1
            return bool(rows) and (len(behind) < len(going) or start + len(facts) < head)

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
        """The views that this release drew, that have not stopped and whose next fact it reads."""
        return [
            each
            for each in self.projections
            if known[each.name].version == each.version
            and not known[each.name].quarantined
            and known[each.name].position + 1 != self._unread
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


def _furthest(known: dict[str, Known]) -> int:
    return max((each.position for each in known.values()), default=0)
