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

    def try_again(self) -> None:
        """Lets views go on that stopped: this release may apply what an earlier one could not."""
        if stopped := super().quarantined():
            _log.warning("stopped views of %s are tried again", self.recorder.slug)
            with self._engine.begin() as connection:
                lock_positions(connection)
                let_go_on(connection, list(stopped))

    def _catch_up(self) -> None:
        self._prepare()
        head = self.refuse_ahead()
        if self._behind(head):
            with self._one_thread():
                while self._behind(head) and self._advance():
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

    def refuse_ahead(self) -> int:
        """Draws all again where the views know of more than the record. Gives the record's end."""
        head = self.recorder.head().n
        if self._is_ahead(head):
            _log.error("the views of %s are ahead of its record: drawn again", self.recorder.slug)
            self.gone_back()
            self.draw_again()
        return head

    def _is_ahead(self, head: int) -> bool:
        """Whether a view knows of facts that the record does not have: an older one was put back.

        The record may have grown since ``head`` was read.
        """
        with self._reading.connect() as connection:
            if not self._ready and not has_positions(connection, self._schema):
                return False
            furthest = max(
                (each.position for each in read_positions(connection).values()), default=0
            )
        return furthest > head and furthest > self.recorder.head().n

    def draw_again(self) -> None:
        """Draws every view from the record as it is now. Raises ``CannotRebuild``."""
        for projection in self.projections:
            self.rebuild(projection)

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
                self._unread = start + 1
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
