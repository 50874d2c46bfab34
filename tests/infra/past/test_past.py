"""Any view at any position, or on any day, is what a replay of the facts up to there gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_type_hints
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from events.access import AccessGiven
from events.decision import DecisionMade, DecisionProposed, EvidenceLinked
from events.fact import CATALOGUE, FORGOTTEN, Fact, Told
from events.feedback import (
    ConcernEscalated,
    FeedbackAnswered,
    FeedbackRead,
    FeedbackSubmitted,
    FeedbackTakenBack,
    ThemeGiven,
)
from events.forgetting import ForgettingConfirmed
from events.period import PartialDate
from infra.bootstrap import every_projection
from infra.past import memory
from infra.past.masking import CLOSED, OPEN
from infra.past.versions import versions_of
from projections.closed_words import ClosedWords
from projections.people import People
from projections.projection import Projection
from projections.standing import Standing
from projections.triage_queue import TriageQueue
from tests.infra.past.conftest import Record

Step = tuple[int, int, int]
TOLD = Told("a tester", "a test")
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
        told = Told("a tester", "a test", PartialDate(f"2026-02-{day:02}") if day % 2 else None)
        facts.append(MAKERS[kind](id, versions[id], told, f'words {place} "of" \\ somebody'))
    return facts


def _submitted(id: UUID, version: int, told: Told, words: str) -> Fact:
    return FeedbackSubmitted(
        id, version, told, "web", "sad", "school", words, "", True, words[:7], False
    )


MAKERS: list[Callable[[UUID, int, Told, str], Fact]] = [
    _submitted,
    lambda id, version, told, words: FeedbackRead(id, version, told, "triage"),
    lambda id, version, told, words: ThemeGiven(id, version, told, words),
    lambda id, version, told, words: FeedbackAnswered(id, version, told, "we did", words, None),
    lambda id, version, told, words: DecisionProposed(id, version, told, words, "", "t", False),
    lambda id, version, told, words: EvidenceLinked(
        id, version, told, "feedback", UUID(int=1), words
    ),
    lambda id, version, told, words: DecisionMade(
        id, version, told, "we will", words, "us", words, words, told.effective_on, None
    ),
    lambda id, version, told, words: AccessGiven(
        id, version, told, words, f"{words}@a.example", "triage"
    ),
    _submitted,
]


def rows(view: Projection) -> dict[str, list[str]]:
    """Every row of a view as it is read, in an order of its own."""
    return {
        each.name: sorted(map(repr, each.__get__(view, type(view)).where()))
        for each in view.tables()
    }


def replayed(record: Record, projection: type[Projection], standing: Standing) -> Any:
    known = [fact for fact in record.facts()[: standing.position] if standing.holds(fact)]
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
        for share in shares:
            standing = Standing(round(share * len(steps)), in_force)
            past = record.past()
            for projection in every_projection():
                with past.read(projection, standing) as view:
                    assert rows(view) == replayed(record, projection, standing), projection.name


def test_words_taken_back_later_are_in_no_past_view(record: Record) -> None:
    record.ledger.save(*submitted(1))
    with record.past().read(TriageQueue, Standing(1)) as view:
        assert view.waiting()[0].words == CANARY
    record.ledger.save(FeedbackTakenBack(UUID(int=1), 2, TOLD))
    for standing in (Standing(1), Standing(1, date(2999, 1, 1))):
        with record.past().read(TriageQueue, standing) as view:
            [item] = view.waiting()
        assert item.words == CLOSED
        assert CANARY not in repr(item)


def test_words_of_a_concern_that_was_raised_later_are_closed(record: Record) -> None:
    raised = ConcernEscalated(UUID(int=1), 2, TOLD, "the front door", "today", CANARY)
    record.ledger.save(*submitted(1), raised)
    for position in (1, 2):
        with record.past().read(TriageQueue, Standing(position)) as view:
            [item] = view.waiting()
        assert CANARY not in repr(item)
        assert bool(item.escalated_to) is (position == 2)


def test_forgotten_words_never_come_back(record: Record) -> None:
    record.ledger.save(*submitted(1), *submitted(2))
    with record.past().read(TriageQueue, Standing(2)) as view:
        assert len(view.waiting()) == 2
    record.mapper.sealing.forget([UUID(int=1)])  # type: ignore[attr-defined]
    with record.past().read(TriageQueue, Standing(2)) as view:
        assert sorted(item.words for item in view.waiting()) == [FORGOTTEN, CANARY]


def test_what_is_remembered_holds_no_words_and_no_names(record: Record) -> None:
    name = AccessGiven(UUID(int=3), 1, TOLD, CANARY, f"{CANARY}@a.example", "triage")
    record.ledger.save(*submitted(1), name)
    past = record.past()
    with past.read(TriageQueue, Standing(2)) as view, past.read(People, Standing(2)) as people:
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
    with record.past().read(People, Standing(3)) as view:
        assert [person.name for person in view.all()] == ["Amina", "Moss", "Zadie"]


def test_a_mark_that_somebody_typed_is_only_what_they_typed(record: Record) -> None:
    typed = f"{OPEN}aabbccddeeff.1.words\ue001"
    record.ledger.save(*submitted(1), ThemeGiven(UUID(int=1), 2, TOLD, typed))
    with record.past().read(TriageQueue, Standing(2)) as view:
        assert view.waiting()[0].theme == typed


def test_a_view_of_another_version_is_remembered_anew(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.ledger.save(*submitted(1))
    past = record.past()
    mark = past.memory.reach(TriageQueue, 1)
    assert past.memory.reach(TriageQueue, 1) == mark
    monkeypatch.setattr(TriageQueue, "version", 99)
    again = past.memory.reach(TriageQueue, 1)
    assert again != mark
    past.drop_all()
    assert past.memory.reach(TriageQueue, 1) not in {mark, again}
    with past.read(TriageQueue, Standing(1)) as view:
        assert view.waiting()[0].words == CANARY


def test_what_is_personal_is_words_or_several_of_them() -> None:
    for kind in CATALOGUE.values():
        hints = get_type_hints(kind)
        assert {hints[name] for name in kind.PERSONAL} <= {str, tuple[str, ...]}, kind


def submitted(number: int) -> list[Fact]:
    return [_submitted(UUID(int=number), 1, TOLD, CANARY)]


def test_nothing_is_shown_where_nobody_can_tell_what_is_closed(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(self: ClosedWords, fact: Fact) -> None:
        raise ValueError("cannot")

    record.ledger.save(*submitted(1))
    monkeypatch.setattr(ClosedWords, "apply", cannot)
    with (
        pytest.raises(LookupError, match="whose words are closed"),
        record.past().read(TriageQueue, Standing(1)),
    ):
        pass


def test_the_past_is_remembered_in_the_background(record: Record) -> None:
    record.ledger.save(*submitted(1), *submitted(2))
    past, views = record.past(), every_projection()
    steps = 0
    while past.remember(views, 2):
        steps += 1
        assert steps < 100
    marks = [past.memory.reach(view, 2) for view in views]
    assert marks == [record.past().memory.reach(view, 2) for view in views]
    assert not past.remember(views, 2)
    assert past.remember(views, 3)


def test_two_processes_remember_each_fact_once(record: Record) -> None:
    record.ledger.save(*submitted(1), *submitted(2))
    one, other = record.past(), record.past()
    for each in (one, other, one, other):
        each.memory.advance(TriageQueue)
    record.ledger.save(*submitted(3))
    for each in (other, one):
        each.memory.advance(TriageQueue)
    with one.read(TriageQueue, Standing(3)) as view:
        assert view.count("waiting") == 3


def test_what_is_to_be_forgotten_is_closed_before_its_key_is_gone(record: Record) -> None:
    id = UUID(int=1)
    confirmed = ForgettingConfirmed(UUID(int=9), 1, TOLD, id, "feedback", "kept long enough", (id,))
    record.ledger.save(*submitted(1), confirmed)
    with record.past().read(TriageQueue, Standing(1)) as view:
        assert view.waiting()[0].words == CLOSED
