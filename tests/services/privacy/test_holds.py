"""Holding words that somebody asked to be forgotten, and what an escalation keeps."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.fact import FORGOTTEN, Provenance
from services.feedback.feedback import FeedbackService
from services.ledger import Ledger
from services.privacy.erasure import ErasureService
from services.privacy.erasure_state import Held, SecondPersonNeeded
from tests.services.privacy.test_erasure import (
    AMAL,
    BO,
    WORDS,
    feedback,
    forgetting,
    said,
    words_of,
)

__all__ = ["feedback", "forgetting", "said"]


def test_a_hold_keeps_it_and_says_why(forgetting: ErasureService, said: UUID) -> None:
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    forgetting.hold(said, AMAL, reason="A court has asked for it.")
    for attempt in (
        lambda: forgetting.confirm(said, BO),
        lambda: forgetting.ask(said, BO, kind="feedback", ground="kept long enough"),
    ):
        with pytest.raises(Held, match="A court has asked for it"):
            attempt()
    forgetting.lift(said, BO, why="The court has it.")
    forgetting.confirm(said, BO)
    assert forgetting.of(said).done


def test_what_was_escalated_is_held_until_somebody_lifts_it(
    feedback: FeedbackService, forgetting: ErasureService, said: UUID
) -> None:
    feedback.escalate(said, AMAL, to="the front door", escalated_at="today", reference="R-1")
    with pytest.raises(Held, match="escalated"):
        forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    with pytest.raises(SecondPersonNeeded, match="You escalated this"):
        forgetting.lift(said, AMAL, why="The case is closed.")
    forgetting.lift(said, BO, why="The case is closed.")
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    feedback.escalate(said, AMAL, to="the police", escalated_at="today", reference="R-2")
    with pytest.raises(Held, match="escalated"):
        forgetting.confirm(said, BO)


def test_a_hold_that_was_lifted_frees_from_no_escalation(
    feedback: FeedbackService, forgetting: ErasureService, said: UUID
) -> None:
    forgetting.hold(said, AMAL, reason="A complaint.")
    with pytest.raises(SecondPersonNeeded, match="You held this"):
        forgetting.lift(said, AMAL, why="It is answered.")
    forgetting.lift(said, BO, why="It is answered.")
    feedback.escalate(said, AMAL, to="the front door", escalated_at="today", reference="R-1")
    forgetting.hold(said, AMAL, reason="A review.")
    forgetting.lift(said, BO, why="It is done.")
    with pytest.raises(Held, match="escalated"):
        forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")


def test_what_was_taken_back_while_held_is_forgotten_once_nothing_holds_it(
    ledger: Ledger, feedback: FeedbackService, forgetting: ErasureService, said: UUID
) -> None:
    forgetting.hold(said, AMAL, reason="A court has asked for it.")
    provenance = Provenance("young person", "receipt page")
    forgetting.take_back(said, provenance, lambda: feedback.taken_back(said, provenance))
    forgetting.lift(said, BO, why="The court has it.")
    assert forgetting.of(said).done
    assert words_of(ledger, said)[0] == FORGOTTEN


def test_a_concern_can_be_told_after_all_else_is_forgotten(
    ledger: Ledger, feedback: FeedbackService, forgetting: ErasureService, said: UUID
) -> None:
    provenance = Provenance("young person", "receipt page")
    forgetting.take_back(said, provenance, lambda: feedback.taken_back(said, provenance))
    feedback.escalate(said, AMAL, to="the police", escalated_at="today", reference="R-9")
    assert words_of(ledger, said)[-1] == "R-9"
    assert words_of(ledger, said)[0] == FORGOTTEN


def test_an_escalation_that_comes_in_between_stops_the_destroying(
    ledger: Ledger,
    feedback: FeedbackService,
    forgetting: ErasureService,
    said: UUID,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    with monkeypatch.context() as slow:
        slow.setattr(forgetting, "finish", lambda subject: None)
        forgetting.confirm(said, BO)
    feedback.escalate(said, AMAL, to="the police", escalated_at="today", reference="R-9")
    forgetting.finish(said)
    assert words_of(ledger, said)[0] == WORDS
    forgetting.lift(said, BO, why="They have the words.")
    assert words_of(ledger, said)[0] == FORGOTTEN
