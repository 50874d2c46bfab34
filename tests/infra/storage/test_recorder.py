"""A lane is dense, in order, its clock never runs backwards, and it belongs to one partnership."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from eventsourcing.persistence import IntegrityError, NotSupportedError

from infra.storage.hash_chain import leaf, micros
from infra.storage.recorder import Recorder
from infra.storage.store import Store
from tests.infra.storage.facts import in_processes, stored


@pytest.fixture
def recorder(store: Store) -> Recorder:
    store.create("norfolk")
    return store.recorder("norfolk")


def positions(recorder: Recorder) -> list[int]:
    return [row.n for row in recorder.read(0, 100_000)]


def test_an_empty_lane_ends_at_nothing(recorder: Recorder) -> None:
    assert recorder.head().n == 0
    assert recorder.max_notification_id() is None
    assert recorder.read(0, 10) == []
    assert recorder.verify_chain() == recorder.head()


def test_a_fact_comes_back_to_the_byte(recorder: Recorder) -> None:
    event = stored(state=bytes(range(256)))
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    assert recorder.insert_events([event]) == [1]
    [row] = recorder.read(0, 10)
    assert row[:5] == (1, event.originator_id, 1, "test.stored", bytes(range(256)))
    assert before <= row.at <= datetime.now(UTC)
    assert row.at.utcoffset() == timedelta(0)
    assert recorder.head()[:2] == (1, row.at)


def test_a_conflict_burns_no_position_and_changes_nothing(recorder: Recorder) -> None:
    stream = uuid4()
    recorder.insert_events([stored(stream, 1), stored(stream, 2)])
    before = recorder.head()
    for again in ([stored(stream, 2)], [stored(), stored(stream, 1)], [stored(stream, 3)] * 2):
        with pytest.raises(IntegrityError):
            recorder.insert_events(again)
    assert recorder.head() == before
    assert recorder.insert_events([stored(stream, 3)]) == [3]
    assert positions(recorder) == [1, 2, 3]


def test_facts_saved_together_are_recorded_at_one_moment(recorder: Recorder) -> None:
    recorder.insert_events([stored(), stored(), stored()])
    assert len({row.at for row in recorder.read(0, 10)}) == 1


def test_a_page_follows_a_position(recorder: Recorder) -> None:
    recorder.insert_events([stored() for _ in range(10)])
    assert [row.n for row in recorder.read(3, 4)] == [4, 5, 6, 7]
    assert recorder.read(10, 4) == []


def test_a_whole_lane_streams_by_as_it_would_be_read(recorder: Recorder) -> None:
    recorder.insert_events([stored() for _ in range(2_500)])
    assert list(recorder.rows(0)) == recorder.read(0, 10_000)
    assert [row.n for row in recorder.rows(2_498)] == [2_499, 2_500]
    assert next(recorder.rows(7)).n == 8
    assert recorder.insert_events([stored()]) == [2_501]


def test_the_leaf_is_written_with_the_fact_and_streams_by(recorder: Recorder) -> None:
    stream = uuid4()
    recorder.insert_events([stored(stream, 1, bytes(range(256)))])
    recorder.insert_events([stored(stream, version) for version in range(2, 2_502)])
    found = [
        leaf(row.n, row.originator_id, row.version, row.topic, row.state, micros(row.at))
        for row in recorder.read(0, 10_000)
    ]
    assert list(recorder.leaves(0, 2_501)) == found
    assert list(recorder.leaves(2_499, 2_501)) == found[2_499:]
    assert [link.leaf for link in recorder.links(0, 2_501)] == found


def test_a_stream_is_found_with_its_positions(recorder: Recorder) -> None:
    stream = uuid4()
    recorder.insert_events([stored(stream, 1), stored(), stored(stream, 2)])
    assert [(row.n, row.version) for row in recorder.of_stream(stream)] == [(1, 1), (3, 2)]
    assert recorder.of_stream(stream) == [recorder.read(0, 1)[0], recorder.read(2, 1)[0]]
    assert recorder.of_stream(uuid4()) == []


def test_a_moment_has_a_position(recorder: Recorder) -> None:
    for _ in range(20):
        recorder.insert_events([stored()])
    rows = recorder.read(0, 20)
    for row in rows:
        last = max(other.n for other in rows if other.at == row.at)
        assert recorder.position_at(row.at) == last
    assert recorder.position_at(rows[0].at - timedelta(microseconds=1)) == 0
    assert recorder.position_at(rows[-1].at + timedelta(days=1)) == 20


def test_a_moment_may_be_said_in_any_time_zone(recorder: Recorder) -> None:
    recorder.insert_events([stored()])
    at = recorder.head().at
    assert recorder.position_at(at.astimezone()) == 1


def test_a_lane_is_not_subscribed_to(recorder: Recorder) -> None:
    with pytest.raises(NotSupportedError, match="polling"):
        recorder.subscribe()


def test_a_lane_never_shows_what_is_anothers(store: Store) -> None:
    for slug in ("norfolk", "suffolk"):
        store.create(slug)
    norfolk, suffolk = store.recorder("norfolk"), store.recorder("suffolk")
    ours, theirs = stored(), stored()
    norfolk.insert_events([ours])
    suffolk.insert_events([theirs, stored(ours.originator_id, 2)])
    assert [row.originator_id for row in norfolk.read(0, 10)] == [ours.originator_id]
    assert norfolk.select_events(theirs.originator_id) == []
    assert [event.originator_version for event in norfolk.select_events(ours.originator_id)] == [1]
    assert norfolk.head().hash != suffolk.head().hash
    assert norfolk.verify_chain().n == 1
    assert suffolk.verify_chain().n == 2


def test_processes_that_append_to_one_lane_queue_for_it(store: Store, recorder: Recorder) -> None:
    recorder.insert_events([stored()])

    def write(_: int) -> None:
        mine = store.recorder("norfolk")
        for _ in range(50):
            mine.insert_events([stored(), stored()])

    in_processes(2, write)
    assert positions(recorder) == list(range(1, 202))
    assert recorder.verify_chain().n == 201


def test_of_two_processes_that_write_the_same_version_one_is_refused(
    store: Store, recorder: Recorder
) -> None:
    stream = uuid4()

    def write(number: int) -> None:
        mine, refused = store.recorder("norfolk"), 0
        for version in range(1, 41):
            try:
                mine.insert_events([stored(stream, version, b"%d" % number)])
            except IntegrityError:
                refused += 1
        mine.insert_events([stored(state=b"%d" % refused)])

    in_processes(2, write)
    *written, first, second = sorted(
        recorder.read(0, 1_000), key=lambda row: row.originator_id != stream
    )
    assert len(written) == 40
    assert int(first.state) + int(second.state) == 40
    assert positions(recorder) == list(range(1, 43))
