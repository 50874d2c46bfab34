"""The queue of triage: where each message stands, and whose words are closed."""

from __future__ import annotations

from uuid import UUID

from events.feedback.triage import ConcernEscalated, FeedbackRead
from projections.feedback.triage_queue import TriageQueue
from tests.projections.feedback.test_receipt import (
    ANSWERED,
    BACK,
    PASSED,
    READ,
    as_recorded,
    item,
    submitted,
)
from tests.stories import recorded


def test_the_queue_says_where_each_message_stands() -> None:
    assert item(submitted()).status == "waiting"
    assert item(submitted(), READ).status == "read"
    assert item(submitted(), READ, PASSED).status == "passed on"
    assert item(submitted(), READ, PASSED, ANSWERED).status == "answered"
    assert item(submitted(), READ, ANSWERED, PASSED).status == "answered"


def test_words_that_were_taken_back_are_gone_from_the_queue() -> None:
    gone = item(submitted(), READ, BACK)
    assert gone.status == "taken back"
    assert gone.words == ""
    assert not gone.needs_somebody


def test_an_escalated_message_closes_its_words_to_those_who_only_read() -> None:
    escalated = recorded(ConcernEscalated, to="front door", escalated_at="10:00", reference="R1")
    closed = item(submitted(), escalated).without_words()
    assert (closed.words, closed.reference) == ("", "")
    assert (closed.escalated_to, closed.escalated_at) == ("front door", "10:00")


def test_the_longest_waiting_comes_first_and_unread_before_read() -> None:
    ids = [UUID(int=n) for n in (11, 12, 13)]
    facts = [submitted(id) for id in ids]
    view = TriageQueue.over(
        as_recorded(*facts, recorded(FeedbackRead, stream=ids[0], reader="triage"))
    )
    assert [each.id for each in view.waiting()] == [ids[1], ids[2], ids[0]]
    assert view.count("waiting") == 2
    view.close()
