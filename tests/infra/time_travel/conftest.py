"""A partnership's ledger on each store, with its past."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from events.fact import Fact
from infra.partnerships import every_projection
from infra.projector.projector import Projector
from infra.storage.fact_mapper import FactMapper
from infra.storage.recorder import Recorder
from infra.storage.store import Store
from infra.time_travel.history import RecordHistory
from services.ledger import Ledger
from tests.keys import mapper_for


@dataclass(frozen=True)
class Record:
    """A ledger and what can be seen of its past."""

    store: Store
    lane: Recorder
    mapper: FactMapper
    ledger: Ledger
    now: Projector

    def past(self) -> RecordHistory:
        """As another process would open it."""
        return RecordHistory(self.lane, self.mapper, *self.store.views(self.lane.slug), self.now)

    def facts(self) -> list[Fact]:
        return self.mapper.facts(self.lane.read(0, 100_000))


@pytest.fixture
def fresh(store: Store, tmp_path: Path) -> Callable[[], Record]:
    """Makes a partnership that nobody has used yet."""
    numbers = count(1)

    def make() -> Record:
        slug = f"place-{next(numbers)}"
        store.create(slug)
        lane = store.recorder(slug)
        mapper = mapper_for(lane, tmp_path / "keys")
        now = Projector(lane, mapper, *store.views(slug), every_projection())
        return Record(store, lane, mapper, Ledger(slug, lane, mapper), now)

    return make


@pytest.fixture
def record(fresh: Callable[[], Record]) -> Record:
    return fresh()
