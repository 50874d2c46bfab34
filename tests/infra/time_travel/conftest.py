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
    recorder: Recorder
    mapper: FactMapper
    ledger: Ledger
    now: Projector

    def past(self) -> RecordHistory:
        """As another process would open it."""
        return RecordHistory(
            self.recorder, self.mapper, *self.store.views(self.recorder.slug), self.now
        )

    def facts(self) -> list[Fact]:
        return self.mapper.facts(self.recorder.read(0, 100_000))


@pytest.fixture
def fresh(store: Store, tmp_path: Path) -> Callable[[], Record]:
    """Makes a partnership that nobody has used yet."""
    numbers = count(1)

    def make() -> Record:
        slug = f"place-{next(numbers)}"
        store.create(slug)
        recorder = store.recorder(slug)
        mapper = mapper_for(recorder, tmp_path / "keys")
        now = Projector(recorder, mapper, *store.views(slug), every_projection())
        return Record(store, recorder, mapper, Ledger(slug, recorder, mapper), now)

    return make


@pytest.fixture
def record(fresh: Callable[[], Record]) -> Record:
    return fresh()
