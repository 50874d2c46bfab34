"""Views of the facts in force on a day: replayed in memory, a few of them cached."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock, RLock
from typing import Any, TypeVar

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from events.fact import Fact
from infra.database.compiled_once import compile_once
from infra.storage.fact_mapper import FactMapper
from infra.storage.recorder import Recorder
from infra.time_travel.masking import masked, new_mark
from projections.engine.as_of import AsOf
from projections.engine.projection import Projection

P = TypeVar("P", bound=Projection)
_MOST, _SECONDS = 12, 300.0
_PAGE = 1000


@dataclass
class _Drawn:
    """A view in memory, which one thread at a time may read."""

    view: Projection
    mark: str
    at: float
    reading: Any = field(default_factory=RLock)


class InForce:
    """One partnership's. What is kept holds no words; dropped when it is old or too many."""

    def __init__(self, recorder: Recorder, mapper: FactMapper) -> None:
        self.recorder, self.mapper = recorder, mapper
        self._drawn: OrderedDict[tuple[type[Projection], AsOf], _Drawn] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def view(self, projection: type[P], standing: AsOf) -> Iterator[tuple[P, str]]:
        """A view of the facts that stand there, and what its marks are marked with."""
        with self._lock:
            drawn = self._kept(projection, standing)
        with drawn.reading:
            yield projection(drawn.view.connection), drawn.mark

    def facts(self, standing: AsOf) -> Iterator[tuple[int, Fact]]:
        """The facts that stand there, each with its position."""
        position = 0
        while position < standing.position:
            rows = self.recorder.read(position, min(_PAGE, standing.position - position))
            for row, fact in zip(rows, self.mapper.facts(rows), strict=True):
                if standing.holds(fact):
                    yield row.n, fact
            position += len(rows)

    def drop_all(self) -> None:
        with self._lock:
            self._drawn.clear()

    def _kept(self, projection: type[P], standing: AsOf) -> _Drawn:
        now = time.monotonic()
        for key in [key for key, each in self._drawn.items() if now - each.at > _SECONDS]:
            del self._drawn[key]
        found = self._drawn.get((projection, standing))
        if found is None:
            found = self._draw(projection, standing, now)
            self._drawn[projection, standing] = found
            while len(self._drawn) > _MOST:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end((projection, standing))
        return found

    def _draw(self, projection: type[P], standing: AsOf, now: float) -> _Drawn:
        mark = new_mark()
        view = _empty(projection)
        facts = (masked(fact, n, mark) for n, fact in self.facts(standing))
        while page := list(islice(facts, _PAGE)):
            view.learn(page)
        return _Drawn(view, mark, now)


def _empty(projection: type[P]) -> P:
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )
    compile_once(engine)
    view = projection(engine.connect(), is_new=True)
    view.create()
    return view
