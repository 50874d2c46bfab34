"""A fact comes back as it was told, whatever it holds; what is not in the catalogue is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import MapperDeserialisationError, StoredEvent

from events.fact import CATALOGUE, NOT_YET, Fact, Provenance
from events.period import PartialDate, Period
from infra.errors import NewerFact, UnknownTopic
from infra.storage.fact_codec import shape_of
from infra.storage.fact_mapper import FactMapper
from infra.storage.ledger_rows import StoredFact

TOLD = Provenance("Ms Okafor", "minutes of 4 March", PartialDate("2026-03"), "abc")
AT = datetime(2026, 3, 5, 9, 30, 0, 123456, UTC)


@dataclass(frozen=True)
class Agreed:
    who: str
    by: PartialDate | None = None


@pytest.fixture
def kind() -> Iterator[type[Any]]:
    """A kind of fact that holds everything that facts hold, gone from the catalogue afterwards."""

    @dataclass(frozen=True)
    class EverythingTold(Fact):
        TOPIC = "test.everything_told"
        PERSONAL = frozenset()
        ruleset: Literal["2018", "2026"]
        within: Period
        agreed: tuple[Agreed, ...]
        decision: UUID | None
        heard_at: datetime
        score: int = 3

    yield EverythingTold
    CATALOGUE.pop(EverythingTold.TOPIC)
    shape_of.cache_clear()


def everything(kind: type[Any]) -> Any:
    period = Period(PartialDate("2026-01"), PartialDate("2026-03-31"))
    agreed = (Agreed("school"), Agreed("police", PartialDate("2026")))
    return kind(uuid4(), 2, TOLD, "2026", period, agreed, uuid4(), AT)


def stored_at(event: StoredEvent, at: datetime) -> Any:
    return StoredFact(event.originator_id, event.originator_version, event.topic, event.state, at)


def test_a_fact_comes_back_as_it_was_told_and_says_when_it_was_recorded(kind: type[Any]) -> None:
    mapper, fact = FactMapper(), everything(kind)
    back = mapper.to_domain_event(stored_at(mapper.to_stored_event(fact), AT))
    assert back == fact
    assert isinstance(back, kind)
    assert back.recorded_at == AT


def test_what_the_lane_keeps_is_not_written_twice(kind: type[Any]) -> None:
    state = FactMapper().to_stored_event(everything(kind)).state
    assert not any(name in state for name in (b"originator", b"recorded_at", b"class_version"))


def test_a_fact_that_no_lane_has_recorded_says_so(kind: type[Any]) -> None:
    mapper = FactMapper()
    back: Any = mapper.to_domain_event(mapper.to_stored_event(everything(kind)))
    assert back.recorded_at == NOT_YET


def test_a_field_added_since_has_its_default(kind: type[Any]) -> None:
    mapper = FactMapper()
    stored = mapper.to_stored_event(everything(kind))
    older = stored.state.replace(b',"score":3', b"")
    assert older != stored.state
    back: Any = mapper.to_domain_event(
        StoredEvent(stored.originator_id, stored.originator_version, stored.topic, older)
    )
    assert back.score == 3


@pytest.mark.parametrize("state", [b"{", b"{}", b'{"told": 1}', b"[]"])
def test_bytes_that_are_no_such_fact_are_refused_by_name(kind: type[Any], state: bytes) -> None:
    stored = StoredEvent(uuid4(), 1, kind.TOPIC, state)
    with pytest.raises(MapperDeserialisationError, match="cannot be read"):
        FactMapper().to_domain_event(stored)


@pytest.mark.parametrize("topic", ["feedback.imagined", "os:system", "events.fact:Fact", ""])
def test_an_unknown_topic_is_refused_and_nothing_is_imported(topic: str) -> None:
    with pytest.raises(UnknownTopic, match="no kind of fact"):
        FactMapper().to_domain_event(StoredEvent(uuid4(), 1, topic, b"{}"))


def test_every_fact_of_the_catalogue_can_be_read() -> None:
    FactMapper()
    assert CATALOGUE
    for topic in CATALOGUE:
        assert topic == shape_of(topic).kind.TOPIC


@pytest.fixture
def renamed() -> Iterator[type[Any]]:
    """A kind of fact in its second version."""

    @dataclass(frozen=True)
    class Renamed(Fact):
        TOPIC = "test.renamed"
        PERSONAL = frozenset()
        class_version = 2
        agency: str

        @staticmethod
        def upcast_v1_v2(state: dict[str, Any]) -> None:
            state["agency"] = state.pop("organisation")

    yield Renamed
    CATALOGUE.pop(Renamed.TOPIC)
    shape_of.cache_clear()


def test_a_fact_of_an_earlier_version_is_read_as_one_of_this_version(renamed: type[Any]) -> None:
    old = b'{"told":{"by":"a","source":"b"},"organisation":"police"}'
    back: Any = FactMapper().to_domain_event(StoredEvent(uuid4(), 1, renamed.TOPIC, old))
    assert back.agency == "police"


def test_a_fact_of_this_version_says_so_and_is_read_as_it_is(renamed: type[Any]) -> None:
    mapper, fact = FactMapper(), renamed(uuid4(), 1, TOLD, "police")
    stored = mapper.to_stored_event(fact)
    assert b'"class_version":2' in stored.state
    assert mapper.to_domain_event(stored) == fact


def test_a_fact_of_a_later_version_is_refused(renamed: type[Any]) -> None:
    newer = b'{"told":{"by":"a","source":"b"},"agency":"police","class_version":3}'
    with pytest.raises(NewerFact, match="later release"):
        FactMapper().to_domain_event(StoredEvent(uuid4(), 1, renamed.TOPIC, newer))
