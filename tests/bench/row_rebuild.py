"""Rebuilding a view, against the library's projection runner and against COPY of the same rows."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, Tracking
from eventsourcing.postgres import PostgresTrackingRecorder
from eventsourcing.projection import Projection as LibraryProjection
from eventsourcing.projection import ProjectionRunner
from psycopg.sql import SQL

from events.feedback.feedback import FeedbackSubmitted
from infra.projector.projector import Projector
from infra.storage.postgres.store import PostgresStore
from projections.engine.projection import Projection
from projections.feedback.receipt import Receipt
from projections.feedback.triage_queue import TriageQueue
from tests.bench.measure import Bench, Row, at_least, rate
from tests.bench.subject import ledger, mapper_of, raw_mapper, submitted

_RUNNER_FACTS = 1_000


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store("norfolk") as store:
        mine = ledger(store, "norfolk")
        for _ in range(bench.facts // 1_000):
            mine.save(*(submitted() for _ in range(1_000)))
        runner = _Runner(bench, store)
        slow = bench.in_turn({"library": runner.rate})["library"]
        for view in (TriageQueue, Receipt):
            ours, copied = bench.in_turn(_against_copy(store, view, bench)).values()
            if view is TriageQueue:
                work = "rebuild of a view, against the library's runner"
                yield at_least(work, _figure(ours, "library", slow), ours / slow, 50)
            work = f"rebuild of {view.name}, against COPY of its rows"
            yield at_least(work, _figure(ours, "COPY", copied), ours / copied, 0.3)


def _against_copy(
    store: PostgresStore, view: type[Projection], bench: Bench
) -> dict[str, Callable[[], float]]:
    projector = _projector(store, view)
    return {
        "ours": lambda: rate(lambda: _rebuilt(projector, view, bench)),
        "copy": lambda: _copied(store, view),
    }


def _figure(ours: float, other: str, theirs: float) -> str:
    return f"{ours:,.0f} facts per s, {other} {theirs:,.0f}"


def _projector(store: PostgresStore, view: type[Projection]) -> Projector:
    engine, schema = store.views("norfolk")
    recorder = store.recorder("norfolk")
    projector = Projector(recorder, mapper_of(recorder), engine, schema, [view])
    projector.catch_up()
    return projector


def _rebuilt(projector: Projector, view: type[Projection], bench: Bench) -> int:
    projector.rebuild(view)
    return bench.facts


def _copied(store: PostgresStore, view: type[Projection]) -> float:
    """Rows per second, into a table with the same key and indexes, committed."""
    engine, schema = store.views("norfolk")
    [table, *_] = view.tables()
    name = f'"{schema}"."{table.table().name}"'
    with engine.connect() as made:
        connection = made.connection.driver_connection
        assert connection is not None
        held = connection.execute(f"SELECT * FROM {name}").fetchall()
        connection.execute(f"CREATE TABLE {schema}.copied (LIKE {name} INCLUDING ALL)")
        connection.commit()
        gc.collect()
        started = time.perf_counter()
        with connection.cursor() as cursor, cursor.copy(f"COPY {schema}.copied FROM STDIN") as copy:
            for row in held:
                copy.write_row(row)
        connection.commit()
        took = time.perf_counter() - started
        connection.execute(f"DROP TABLE {schema}.copied")
        connection.commit()
    return len(held) / took


class _Facts(Application[UUID]):
    """The library's own recorder; our mapper, which is faster than its own."""

    name = "facts"

    def construct_mapper(self) -> Mapper[UUID]:
        return raw_mapper()


class _View(PostgresTrackingRecorder):
    """As it is shown in the library's documentation: a table, and a row with each event."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.sql_create_statements.append(
            SQL(
                "CREATE TABLE IF NOT EXISTS public.waiting (id uuid PRIMARY KEY, received_at text, "
                "channel text, feeling text, about text, words text, age_band text, "
                "wants_answer boolean, demo boolean, status text)"
            )
        )

    def put(self, fact: FeedbackSubmitted, tracking: Tracking) -> None:
        values = (
            fact.originator_id,
            fact.recorded_at.isoformat(),
            fact.channel,
            fact.feeling,
            fact.about,
            fact.words,
            fact.age_band,
            fact.wants_answer,
            fact.demo,
            "waiting",
        )
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(
                "INSERT INTO public.waiting VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) "
                "ON CONFLICT (id) DO UPDATE SET status = excluded.status",
                values,
            )


class _Waiting(LibraryProjection[_View]):
    name = "waiting"

    def process_event(self, domain_event: DomainEventProtocol[UUID], tracking: Tracking) -> None:
        assert isinstance(domain_event, FeedbackSubmitted)
        self.view.put(domain_event, tracking)


class _Runner:
    def __init__(self, bench: Bench, store: PostgresStore) -> None:
        self.env = {
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_DBNAME": store.url.rpartition("/")[2],
            "POSTGRES_HOST": "127.0.0.1",
            "POSTGRES_PORT": str(bench.server.port),
            "POSTGRES_USER": "postgres",
            "POSTGRES_PASSWORD": "",
        }
        self.database, self.server = store.url.rpartition("/")[2], bench.server
        application = _Facts(self.env)
        application.save(*(submitted() for _ in range(_RUNNER_FACTS)))
        application.close()

    def rate(self) -> float:
        """Events per second, from nothing to the last."""
        for table in ("waiting", "waiting_tracking"):
            self.server.run(f"DROP TABLE IF EXISTS public.{table}", self.database)
        started = time.perf_counter()
        with ProjectionRunner(
            application_class=_Facts, projection_class=_Waiting, view_class=_View, env=self.env
        ) as runner:
            runner.wait(_RUNNER_FACTS, timeout=120)
            return _RUNNER_FACTS / (time.perf_counter() - started)
