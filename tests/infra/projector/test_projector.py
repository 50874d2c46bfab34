"""The projector on both stores: each fact once, by whomever, whatever happens in between."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted
from events.feedback.triage import ThemeGiven
from infra.errors import UnknownTopic
from infra.partnerships import every_projection
from infra.projector import projector as infra_projector
from infra.projector.drawn_views import CannotRebuild
from infra.projector.positions import read_positions
from infra.storage.fact_mapper import FactMapper
from infra.storage.store import Store
from projections.feedback.receipt import Receipt
from projections.feedback.triage_queue import TriageQueue
from tests.infra.drawing import story
from tests.infra.views import SLUG, Choosy, Counted, Newer, Views, in_another_process


@pytest.fixture
def views(store: Store, tmp_path: Path) -> Views:
    store.create(SLUG)
    return Views(store, tmp_path / "keys")


@pytest.fixture
def told(views: Views) -> Views:
    """Norfolk's documents are in its ledger."""
    views.ledger.save(*story()[SLUG])
    return views


@pytest.mark.parametrize("page", [1, 7, 50, 1000])
def test_any_page_size_draws_what_the_whole_record_draws(
    told: Views, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(infra_projector, "PAGE", page)
    told.projector().catch_up()
    assert told.differing() == []


def test_catching_up_again_changes_nothing(told: Views) -> None:
    projector = told.projector(Counted)
    projector.catch_up()
    before = told.drawn(Counted)
    projector.catch_up()
    told.projector(Counted).catch_up()
    assert told.drawn(Counted) == before == told.expected(Counted)


def test_facts_that_come_later_are_applied_to_what_is_there(views: Views) -> None:
    views.projector().catch_up()
    for fact in story()[SLUG]:
        views.ledger.save(fact)
        views.projector().catch_up()
    assert views.differing() == []


def test_several_processes_at_once_apply_each_fact_once(views: Views) -> None:
    views.projector(Counted).catch_up()
    views.hear(300)
    processes = [in_another_process(views, Counted, Receipt, page=10) for _ in range(3)]
    while any(process.is_alive() for process in processes):
        views.hear(1)
        views.projector(Counted, Receipt).catch_up()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    views.projector(Counted, Receipt).catch_up()
    assert views.drawn(Counted) == views.expected(Counted)
    assert views.drawn(Receipt) == views.expected(Receipt)


def test_a_process_killed_between_pages_changes_nothing(views: Views) -> None:
    views.projector(Counted).catch_up()
    views.hear(400)
    for stops_at in (50, 300):
        process = in_another_process(views, Counted, page=5)
        while _position(views) < stops_at and process.is_alive():
            time.sleep(0.002)
        process.kill()
        process.join()
        assert process.exitcode == -9
    assert _position(views) < 800
    views.projector(Counted).catch_up()
    assert views.drawn(Counted) == views.expected(Counted)


def test_a_view_drawn_anew_is_the_live_one_to_the_byte(told: Views) -> None:
    projector = told.projector()
    projector.catch_up()
    live = {each.name: told.drawn(each) for each in every_projection()}
    tables = told.tables()
    for _ in range(2):
        for each in every_projection():
            projector.rebuild(each)
    assert {each.name: told.drawn(each) for each in every_projection()} == live
    assert told.tables() == tables


def test_views_drawn_from_an_empty_read_store_are_the_same_to_the_byte(told: Views) -> None:
    told.projector().catch_up()
    live = {each.name: told.drawn(each) for each in every_projection()}
    (engine, schema), tables = told.store.views(SLUG), told.tables()
    with engine.begin() as connection:
        for table in tables:
            name = f'"{schema}"."{table}"' if schema else f'"{table}"'
            connection.exec_driver_sql(f"DROP TABLE {name}")
    assert {each.name: told.drawn(each) for each in every_projection()} == live


def test_a_rebuild_stands_in_nobodys_way(told: Views) -> None:
    stop, wrong = threading.Event(), []

    def meanwhile(work: object) -> None:
        while not stop.is_set():
            try:
                work()  # type: ignore[operator]
            except Exception as error:  # whatever it is, it is a fault
                wrong.append(error)

    def read() -> None:
        with told.projector(Receipt).read(Receipt) as view:
            for decision in view.reasons.where():
                view.reasons.get(decision.decision)
            view.kept_rows.where()

    def write() -> None:
        told.hear(1)
        told.projector(Receipt, TriageQueue).catch_up()

    threads = [threading.Thread(target=meanwhile, args=(each,)) for each in (read, read, write)]
    for thread in threads:
        thread.start()
    for _ in range(10):
        told.projector(Receipt, TriageQueue).rebuild(Receipt)
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    told.projector(Receipt).catch_up()
    assert told.drawn(Receipt) == told.expected(Receipt)


def test_a_view_of_an_older_release_is_drawn_anew_before_anyone_sees_it(views: Views) -> None:
    views.hear(5)
    views.projector(TriageQueue).catch_up()
    with views.projector(Newer).read(Newer) as view:
        assert [item.words for item in view.waiting()] == [""] * 5
    assert views.drawn(Newer) == views.expected(Newer)


def test_an_older_release_leaves_the_newer_views_alone(views: Views) -> None:
    older, newer = views.projector(TriageQueue), views.projector(Newer)
    older.catch_up()
    newer.catch_up()
    views.hear(3)
    older.catch_up()
    assert _position(views, Newer.name) == 0
    newer.catch_up()
    assert views.drawn(Newer) == views.expected(Newer)
    views.projector(TriageQueue).catch_up()
    views.hear(1)
    newer.catch_up()
    assert views.drawn(Newer) == views.expected(Newer)


def test_a_fact_too_much_for_one_view_parks_that_one_alone(views: Views) -> None:
    projector = views.projector(Choosy, Receipt)
    projector.catch_up()
    views.hear(1)
    projector.catch_up()
    assert projector.quarantined() == {"triage_queue": "parked at fact 2"}
    views.hear(2)
    projector.catch_up()
    assert views.drawn(Receipt) == views.expected(Receipt)
    with pytest.raises(CannotRebuild, match="triage_queue can't be drawn"):
        projector.rebuild(Choosy)
    assert projector.quarantined() == {"triage_queue": "parked at fact 2"}
    mended = views.projector(TriageQueue, Receipt)
    mended.catch_up()
    assert mended.quarantined() == {"triage_queue": "parked at fact 2"}
    mended.rebuild(TriageQueue)
    assert mended.quarantined() == {}
    assert views.drawn(TriageQueue) == views.expected(TriageQueue)


def test_views_that_stopped_are_tried_again_when_a_worker_starts(views: Views) -> None:
    old = views.projector(Choosy, Receipt)
    old.catch_up()
    views.hear(2)
    old.catch_up()
    mended = views.projector(TriageQueue, Receipt)
    mended.try_again()
    mended.catch_up()
    assert mended.quarantined() == {}
    assert views.drawn(TriageQueue) == views.expected(TriageQueue)


def test_what_an_older_release_cannot_read_pauses_that_one_alone(views: Views) -> None:
    class Older(FactMapper):
        """Of before there were themes."""

        def fact(self, row: Any, together: list[bytes] | None = None) -> Fact:
            if row.topic == ThemeGiven.TOPIC:
                raise UnknownTopic(row.topic)
            return super().fact(row, together)

    older, newer = views.projector(TriageQueue, Receipt), views.projector(TriageQueue, Receipt)
    older.mapper = Older(views.mapper.sealing)
    for each in (older, newer):
        each.catch_up()
    views.hear(2)
    older.catch_up()
    words = "paused at fact 2: this release cannot read it"
    assert older.quarantined() == {"triage_queue": words, "receipt": words}
    assert newer.quarantined() == {}
    newer.catch_up()
    assert views.drawn(TriageQueue) == views.expected(TriageQueue)
    older.catch_up()
    assert views.drawn(Receipt) == views.expected(Receipt)


def test_on_sqlite_others_write_while_a_view_is_drawn_again(
    views: Views, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On PostgreSQL they wait for the positions alone, and for those at the very end."""
    projector, others = views.projector(TriageQueue), views.projector(Receipt)
    projector.catch_up()
    others.catch_up()
    views.hear(3)
    applied = TriageQueue.apply

    def meanwhile(view: TriageQueue, fact: Fact) -> None:
        monkeypatch.setattr(TriageQueue, "apply", applied)
        views.hear(1)
        others.catch_up()
        applied(view, fact)

    monkeypatch.setattr(TriageQueue, "apply", meanwhile)
    projector.rebuild(TriageQueue)
    assert views.drawn(TriageQueue) == views.expected(TriageQueue)
    assert views.drawn(Receipt) == views.expected(Receipt)


def test_a_new_view_that_cannot_be_drawn_is_parked_and_empty(views: Views) -> None:
    views.hear(3)
    projector = views.projector(Choosy, Receipt)
    projector.catch_up()
    assert list(projector.quarantined()) == ["triage_queue"]
    assert views.drawn(Receipt) == views.expected(Receipt)
    assert views.drawn(TriageQueue) == {"triage_queue_items": []}


def test_a_childs_words_can_hold_anything_and_stop_nothing(views: Views) -> None:
    odd = "a\0b \x1b \ud7ff \U0001f600 \\N \\. \t\n\r 'quoted' \"and\" {1,2} %s ?"
    projector = views.projector()
    projector.catch_up()
    for count in (1, 30):
        views.hear(count, odd)
        projector.catch_up()
    projector.rebuild(TriageQueue)
    assert projector.quarantined() == {}
    with projector.read(TriageQueue) as view:
        assert {item.words for item in view.waiting()} == {odd.replace("\0", "\ufffd")}
    assert views.differing() == []


def test_no_error_of_the_database_tells_a_childs_words(
    views: Views, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "a lonely zebra"

    class Broken(TriageQueue):
        def apply(self, fact: object) -> None:
            assert isinstance(fact, FeedbackSubmitted)
            mark = "?" if self.connection.dialect.name == "sqlite" else "%s"
            self.connection.exec_driver_sql(
                f"SELECT 1 FROM nowhere WHERE a = {mark}", (fact.words,)
            )

    views.projector(Broken).catch_up()
    views.hear(1, secret)
    views.projector(Broken).catch_up()
    assert "parked" in caplog.text
    assert secret not in caplog.text


def _position(views: Views, name: str = Counted.name) -> int:
    engine, schema = views.store.views(SLUG)
    reading = engine.execution_options(schema_translate_map={None: schema}, reading=True)
    with reading.connect() as connection:
        return read_positions(connection)[name].position
