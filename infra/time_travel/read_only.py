"""A tenant at a past moment: its views are as they were then, and its services refuse to write."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Never, TypeVar

from infra.time_travel.history import RecordHistory
from projections.engine.as_of import AsOf
from projections.engine.projection import Projection
from services.ledger import Ledger
from web.site.time_travel import ThePastIsClosed

P = TypeVar("P", bound=Projection)


@dataclass(frozen=True)
class AsOfViews:
    """One partnership's read tables as they stood."""

    past: RecordHistory
    standing: AsOf

    def read(self, projection: type[P]) -> AbstractContextManager[P]:
        return self.past.read(projection, self.standing)

    def catch_up(self) -> bool:
        """The past is in step with itself."""
        return True


class ReadOnlyLedger(Ledger):
    """Reads are allowed, as they say who may look. Every save is refused."""

    def save(self, *args: object, **kwargs: object) -> Never:
        """Raises ``ThePastIsClosed``."""
        raise ThePastIsClosed
