"""Any view at any position, or on any day, is what a replay of the facts up to there gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from events.access.access import AccessGiven
from events.fact import FORGOTTEN, Fact, Provenance
from events.feedback.feedback import FeedbackSubmitted, FeedbackTakenBack
from events.feedback.triage import ConcernEscalated, FeedbackAnswered, FeedbackRead, ThemeGiven
from events.governance.decision import DecisionMade, DecisionProposed, EvidenceLinked
from events.period import PartialDate
from infra.partnerships import every_projection
from infra.time_travel import row_history as memory
from infra.time_travel.masking import CLOSED, OPEN
from infra.time_travel.version_tables import versions_of
from projections.access.people import People
from projections.engine.as_of import AsOf
from projections.engine.projection import Projection
from projections.feedback.triage_queue import TriageQueue
from tests.infra.time_travel.conftest import Record

Step = tuple[int, int, int]
TOLD = Provenance("a tester", "a test")
CANARY = "a heron by the river"
KINDS = 9
HISTORIES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, KINDS - 1), st.integers(1, 28)),
    min_size=1,
    max_size=40,
)


def history(steps: list[Step]) -> list[Fact]:
    """Facts of a few streams, whichever the steps say; each says words of its own."""
    versions: dict[UUID, int] = {}
    facts = []
    for place, (stream, kind, day) in enumerate(steps):
        id = UUID(int=stream + 1)
        versions[id] = versions.get(id, 0) + 1
        provenance = Provenance(
            "a tester", "a test", PartialDate(f"2026-02-{day:02}") if day % 2 else None
        )
        facts.append(MAKERS[kind](id, versions[id], provenance, f'words {place} "of" \\ somebody'))
    return facts


def _submitted(id: UUID, version: int, provenance: Provenance, words: str) -> Fact:
    return FeedbackSubmitted(
        id, version, provenance, "web", "sad", "school", words, "", True, words[:7], False
    )


MAKERS: list[Callable[[UUID, int, Provenance, str], Fact]] = [
    _submitted,
    lambda id, version, provenance, words: FeedbackRead(id, version, provenance, "triage"),
    lambda id, version, provenance, words: ThemeGiven(id, version, provenance, words),
    lambda id, version, provenance, words: FeedbackAnswered(
        id, version, provenance, "we did", words, None
    ),
    lambda id, version, provenance, words: DecisionProposed(
        id, version, provenance, words, "", "t", False
    ),
    lambda id, version, provenance, words: EvidenceLinked(
        id, version, provenance, "feedback", UUID(int=1), words
    ),
    lambda id, version, provenance, words: DecisionMade(
        id, version, provenance, "we will", words, "us", words, words, provenance.effective_on, None
    ),
    lambda id, version, provenance, words: AccessGiven(
        id, version, provenance, words, f"{words}@a.example", "triage"
    ),
    _submitted,
]


def submitted(number: int) -> list[Fact]:
    return [_submitted(UUID(int=number), 1, TOLD, CANARY)]


def rows(view: Projection) -> dict[str, list[str]]:
    """Every row of a view as it is read, in an order of its own."""
    return {
        each.name: sorted(map(repr, each.__get__(view, type(view)).where()))
        for each in view.tables()
    }


def replayed(facts: list[Fact], projection: type[Projection], standing: AsOf) -> Any:
    known = [fact for fact in facts[: standing.position] if standing.holds(fact)]
    view = projection.over(known)
    try:
        return rows(view)
    finally:
        view.close()


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=HISTORIES,
    page=st.integers(1, 50),
    shares=st.lists(st.floats(0, 1), min_size=1, max_size=3),
    in_force=st.none() | st.dates(date(2026, 1, 30), date(2026, 3, 2)),
)
def test_every_view_at_any_position_is_a_replay_of_the_facts_up_to_there(
    fresh: Callable[[], Record],
    steps: list[Step],
    page: int,
    shares: list[float],
    in_force: date | None,
) -> None:
    record = fresh()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(memory, "PAGE", page)
        record.ledger.save(*history(steps))
        facts = record.facts()
        for share in shares:
            standing = AsOf(round(share * len(steps)), in_force)
            past = record.past()
            for projection in every_projection():
                with past.read(projection, standing) as view:
                    assert rows(view) == replayed(facts, projection, standing), projection.name


def test_words_taken_back_later_are_in_no_past_view(record: Record) -> None:
    record.ledger.save(*submitted(1))
    with record.past().read(TriageQueue, AsOf(1)) as view:
        assert view.waiting()[0].words == CANARY
    record.ledger.save(FeedbackTakenBack(UUID(int=1), 2, TOLD))
    for standing in (AsOf(1), AsOf(1, date(2999, 1, 1))):
        with record.past().read(TriageQueue, standing) as view:
            [item] = view.waiting()
        assert item.words == CLOSED
        assert CANARY not in repr(item)


def test_words_of_a_concern_that_was_raised_later_are_closed(record: Record) -> None:
    raised = ConcernEscalated(UUID(int=1), 2, TOLD, "the front door", "today", CANARY)
    record.ledger.save(*submitted(1), raised)
    for position in (1, 2):
        with record.past().read(TriageQueue, AsOf(position)) as view:
            [item] = view.waiting()
        assert CANARY not in repr(item)
        assert bool(item.escalated_to) is (position == 2)


def test_forgotten_words_never_come_back(record: Record) -> None:
    record.ledger.save(*submitted(1), *submitted(2))
    with record.past().read(TriageQueue, AsOf(2)) as view:
        assert len(view.waiting()) == 2
    record.mapper.sealing.forget([UUID(int=1)])  # type: ignore[attr-defined]
    with record.past().read(TriageQueue, AsOf(2)) as view:
        assert sorted(item.words for item in view.waiting()) == [FORGOTTEN, CANARY]


def test_what_is_remembered_holds_no_words_and_no_names(record: Record) -> None:
    name = AccessGiven(UUID(int=3), 1, TOLD, CANARY, f"{CANARY}@a.example", "triage")
    record.ledger.save(*submitted(1), name)
    past = record.past()
    with past.read(TriageQueue, AsOf(2)) as view, past.read(People, AsOf(2)) as people:
        assert (view.waiting()[0].words, people.all()[0].name) == (CANARY, CANARY)
    for projection in every_projection():
        past.memory.reach(projection, 2)
        with past.memory.engine.connect() as connection:
            for declared in projection.tables():
                kept = connection.execute(select(versions_of(declared))).all()
                assert CANARY not in repr(kept)


def test_people_are_in_the_order_of_their_names(record: Record) -> None:
    names = ["Zadie", "Amina", "Moss"]
    for n, name in enumerate(names, 1):
        record.ledger.save(AccessGiven(UUID(int=n), 1, TOLD, name, f"{n}@a.example", "triage"))
    with record.past().read(People, AsOf(3)) as view:
        assert [person.name for person in view.all()] == ["Amina", "Moss", "Zadie"]


def test_a_mark_that_somebody_typed_is_only_what_they_typed(record: Record) -> None:
    typed = f"{OPEN}aabbccddeeff.1.words\ue001"
    record.ledger.save(*submitted(1), ThemeGiven(UUID(int=1), 2, TOLD, typed))
    with record.past().read(TriageQueue, AsOf(2)) as view:
        assert view.waiting()[0].theme == typed
