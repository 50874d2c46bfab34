"""Opening a view as it was known on a day, or drawing that view again from the whole record."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

from events.fact import Fact
from events.feedback.triage import FeedbackAnswered, FeedbackPassedOn, FeedbackRead, ThemeGiven
from events.governance.decision import DecisionMade, DecisionProposed, EvidenceLinked
from infra.partnerships import every_projection
from infra.projector.projector import Projector
from infra.storage.postgres.store import PostgresStore
from infra.storage.sqlite.store import SQLiteStore
from infra.time_travel.history import RecordHistory
from projections.engine.as_of import AsOf
from projections.engine.projection import Projection
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.you_said import YouSaid
from projections.governance.decisions import Decisions
from services.ledger import Ledger
from tests.bench.measure import Bench, Row, at_most, for_the_record
from tests.bench.subject import provenance, submitted
from tests.keys import mapper_for

_DAYS = 50
_VIEWS: tuple[type[Projection], ...] = (TriageQueue, Decisions, YouSaid)
_CASE = 10


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store("norfolk") as store, tempfile.TemporaryDirectory() as folder:
        yield from _of(store, bench, Path(folder), "PostgreSQL")
    with tempfile.TemporaryDirectory() as folder:
        sqlite = SQLiteStore(Path(folder) / "partnerships")
        sqlite.migrate()
        sqlite.create("norfolk")
        yield from _of(sqlite, bench, Path(folder), "SQLite")
        sqlite.close()


def _of(store: PostgresStore | SQLiteStore, bench: Bench, folder: Path, name: str) -> Iterator[Row]:
    recorder = store.recorder("norfolk")
    mapper = mapper_for(recorder, folder / "keys")
    facts = bench.facts * 5
    mine = Ledger("norfolk", recorder, mapper)
    for _ in range(facts // (_CASE * 100)):
        mine.save(*(fact for _ in range(100) for fact in case()))
    now = Projector(recorder, mapper, *store.views("norfolk"), every_projection())
    now.catch_up()
    past = RecordHistory(recorder, mapper, *store.views("norfolk"), now)
    before = _size(folder)
    remembering = sum(_timed(past.memory.reach, view, facts) for view in _VIEWS)
    kept = _size(folder) - before
    for view in _VIEWS:
        rebuilt = median(_timed(now.rebuild, view) for _ in range(bench.rounds))
        days = sorted(_timed(_open, past, view, facts) for _ in range(_DAYS))
        p95 = days[int(_DAYS * 0.95)]
        figure = f"p95 {p95 * 1e3:.0f} ms of {_DAYS} days, rebuild {rebuilt * 1e3:,.0f} ms"
        work = f"{view.name} on any past day of {facts:,} facts, against a rebuild, {name}"
        yield at_most(work, figure, p95 / rebuilt, 0.1)
    in_force = _timed(_open_in_force, past, facts)
    figure = f"{in_force * 1e3:,.0f} ms, the first time"
    yield for_the_record(f"a day in force of {facts:,} facts, replayed whole, {name}", figure, 1)
    figure = f"{facts * len(_VIEWS) / remembering:,.0f} facts per s and view"
    figure += f", {kept / facts:,.0f} bytes a fact for all three" if kept else ""
    yield for_the_record(f"remembering the past of {len(_VIEWS)} views, {name}", figure, 1)


def _open(past: RecordHistory, view: type[Projection], facts: int) -> None:
    """A day chosen at random, by its moment, and what its page asks first."""
    position = random.randint(1, facts)
    moment = past.moment_of(position) + timedelta(microseconds=1)
    with past.read(view, AsOf(past.position_at(moment))) as then:
        asked: Any = then
        if isinstance(asked, TriageQueue):
            asked.count("waiting"), asked.count("read"), asked.count("answered")
        elif isinstance(asked, Decisions):
            asked.decisions.count(), asked.decision(uuid4())
        else:
            asked.did.count(from_children=True)


def _open_in_force(past: RecordHistory, facts: int) -> None:
    with past.read(TriageQueue, AsOf(facts, date(2999, 1, 1))) as then:
        then.count("waiting")


def _size(folder: Path) -> int:
    """What SQLite's files take; nothing is counted on PostgreSQL."""
    return sum(file.stat().st_size for file in folder.rglob("views.db*"))


def case() -> list[Fact]:
    """What becomes of something that was said: read, given a theme, decided, answered."""
    said, decision = submitted(), uuid4()
    id = said.originator_id
    return [
        said,
        FeedbackRead(id, 2, provenance(), "triage"),
        ThemeGiven(id, 3, provenance(), "school"),
        FeedbackPassedOn(id, 4, provenance(), "the school's team", "Look into it."),
        DecisionProposed(decision, 1, provenance(), "A quiet room", "neglect", "school", False),
        EvidenceLinked(decision, 2, provenance(), "feedback", id, "what a young person told us"),
        DecisionMade(
            decision,
            3,
            provenance(),
            "we will",
            "A quiet room.",
            "The board",
            "It was asked for.",
            "You asked for it.",
            None,
            None,
        ),
        FeedbackAnswered(id, 5, provenance(), "we will", "There will be a quiet room.", decision),
        submitted(),
        submitted(),
    ]


def _timed(work: Any, *given: Any) -> float:
    started = time.perf_counter()
    work(*given)
    return time.perf_counter() - started
