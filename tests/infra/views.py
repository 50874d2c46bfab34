"""A partnership's views on a real store, and odd views that show what the projector does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import inspect

from events.fact import Fact, Provenance
from events.feedback.feedback import FeedbackSubmitted
from events.feedback.triage import ThemeGiven
from infra.partnerships import every_projection
from infra.projector import projector as infra_projector
from infra.projector.projector import Projector
from infra.storage.postgres.store import PostgresStore
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.feedback.triage_queue import TriageQueue
from projections.governance.partnership_card import PartnershipCard
from services.ledger import Ledger
from tests.infra.drawing import Drawn, drawn, drawn_over
from tests.keys import mapper_for

SLUG = "norfolk"
TOLD = Provenance("a tester", "a test")


@dataclass(frozen=True)
class Count:
    topic: str
    times: int


# Not children of Projection itself: those are taken for the house's own.
class Counted(PartnershipCard):
    """Counts facts by topic: learning one twice, or not at all, shows."""

    name = "counted"
    counts = TableOf(Count)

    def apply(self, fact: Fact) -> None:
        known = self.counts.get(fact.TOPIC) or Count(fact.TOPIC, 0)
        self.counts.put(replace(known, times=known.times + 1))


class Choosy(TriageQueue):
    """Cannot digest a theme."""

    def apply(self, fact: Fact) -> None:
        if isinstance(fact, ThemeGiven):
            raise ValueError("a theme is too much for me")
        super().apply(fact)


class Newer(TriageQueue):
    """As a later release has it: no words."""

    version = TriageQueue.version + 1

    def apply(self, fact: Fact) -> None:
        super().apply(replace(fact, words="") if isinstance(fact, FeedbackSubmitted) else fact)


class Views:
    """Everything about one partnership's read tables that a test may look at."""

    def __init__(self, store: Store, keys: Path) -> None:
        self.store, self.keys = store, keys
        self.recorder = store.recorder(SLUG)
        self.mapper = mapper_for(self.recorder, keys)
        self.ledger = Ledger(SLUG, self.recorder, self.mapper)

    def projector(self, *projections: type[Projection]) -> Projector:
        return projector_of(self.store, self.keys, projections or every_projection())

    def hear(self, count: int, words: str = "My school listens.") -> None:
        """So many young people, each given a theme by somebody who read it."""
        for _ in range(count):
            self.ledger.save(*heard(words))

    def drawn(self, projection: type[Projection]) -> Drawn:
        with self.projector(projection).read(projection) as view:
            return drawn(view.connection, projection, self.mapper.seal)

    def expected(self, projection: type[Projection]) -> Drawn:
        return drawn_over(self.mapper.facts(self.recorder.read(0, 100_000)), projection)

    def differing(self) -> list[str]:
        """The house's views that are not as the whole record has them."""
        return [each.name for each in every_projection() if self.drawn(each) != self.expected(each)]

    def tables(self) -> set[str]:
        engine, schema = self.store.views(SLUG)
        with engine.execution_options(reading=True).connect() as connection:
            return set(inspect(connection).get_table_names(schema=schema))


def heard(words: str) -> tuple[Fact, Fact]:
    stream = uuid4()
    said = FeedbackSubmitted(
        stream, 1, TOLD, "web", "mixed", "school", words, "13 to 15", True, uuid4().hex, False
    )
    return said, ThemeGiven(stream, 2, TOLD, "school")


def projector_of(store: Store, keys: Path, projections: Sequence[type[Projection]]) -> Projector:
    engine, schema = store.views(SLUG)
    recorder = store.recorder(SLUG)
    return Projector(recorder, mapper_for(recorder, keys), engine, schema, projections)


def in_another_process(views: Views, *projections: type[Projection], page: int) -> BaseProcess:
    """Catches up in small pages, in a process that shares nothing with this one."""
    store = views.store
    where: Any = store.folder if isinstance(store, SQLiteStore) else getattr(store, "url", None)
    process = get_context("spawn").Process(
        target=_catch_up, args=(where, views.keys, projections or every_projection(), page)
    )
    process.start()
    return process


def _catch_up(
    where: Path | str, keys: Path, projections: Sequence[type[Projection]], page: int
) -> None:
    infra_projector.PAGE = page
    store = SQLiteStore(where) if isinstance(where, Path) else PostgresStore(where)
    projector_of(store, keys, projections).catch_up()
