"""Forgetting: asked, confirmed by another, taken back; and what is left afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from events.fact import FORGOTTEN, Provenance
from events.feedback.feedback import FeedbackSubmitted
from events.privacy.erasure import ForgettingConfirmed, Forgot
from infra.storage.fact_mapper import FactMapper
from services.access.access import AccessService
from services.access.access_state import ToBeForgotten
from services.feedback.feedback import FeedbackService
from services.feedback.receipt import ReceiptBook
from services.four_eyes import LetInByOther
from services.ledger import Ledger
from services.privacy.erasure import ErasureService
from services.privacy.erasure_state import (
    AskedAlready,
    MayStillSignIn,
    NobodyAsked,
    SecondPersonNeeded,
)
from services.refusals import AlreadyThere, Forgotten, Missing, Refusal

AMAL, BO = Provenance("amal", "a test"), Provenance("bo", "a test")
WORDS = "Nobody asked me about the canary."


@pytest.fixture
def feedback(ledger: Ledger) -> FeedbackService:
    return FeedbackService(ledger, ReceiptBook(bytes(32)))


@pytest.fixture
def forgetting(ledger: Ledger) -> ErasureService:
    mapper = ledger.mapper
    assert isinstance(mapper, FactMapper)
    return ErasureService(ledger, mapper.sealing)


@pytest.fixture
def said(feedback: FeedbackService) -> UUID:
    """Something a young person said, read and answered."""
    client = uuid4().hex
    feedback.submit(client, words=WORDS, feeling="sad")
    id = feedback.id_of(client)
    feedback.read(id, AMAL, reader="triage")
    feedback.answer(id, AMAL, outcome="we did", reply="We asked you then.")
    return id


def words_of(ledger: Ledger, id: UUID) -> list[str]:
    """Every personal field of the stream, as anybody would read it now."""
    return [str(getattr(fact, name)) for fact in ledger.facts(id) for name in sorted(fact.PERSONAL)]


def test_two_people_forget_and_the_words_are_gone_but_not_that_they_came(
    ledger: Ledger, forgetting: ErasureService, said: UUID
) -> None:
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    forgetting.confirm(said, BO)
    assert words_of(ledger, said) == [FORGOTTEN, FORGOTTEN]
    first = ledger.facts(said)[0]
    assert isinstance(first, FeedbackSubmitted)
    assert (first.feeling, first.channel) == ("sad", "web")
    assert forgetting.of(said).done


def test_nothing_is_forgotten_before_a_second_person_confirms(
    ledger: Ledger, forgetting: ErasureService, said: UUID
) -> None:
    with pytest.raises(NobodyAsked):
        forgetting.confirm(said, BO)
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    with pytest.raises(AskedAlready):
        forgetting.ask(said, BO, kind="feedback", ground="kept long enough")
    with pytest.raises(SecondPersonNeeded):
        forgetting.confirm(said, AMAL)
    forgetting.decline(said, BO, why="It is needed for the audit.")
    with pytest.raises(NobodyAsked):
        forgetting.confirm(said, BO)
    assert words_of(ledger, said)[0] == WORDS


def test_nobody_confirms_their_own_forgetting_or_for_whom_they_let_in(
    ledger: Ledger, forgetting: ErasureService, said: UUID
) -> None:
    access = AccessService(ledger)
    boss = access.give(
        Provenance("earshot join", "x"), name="B", email="b@x.example", role="coordinator"
    )
    by_boss = Provenance(str(boss), "a test")
    second = access.give(by_boss, name="B again", email="b2@x.example", role="triage")
    forgetting.ask(said, by_boss, kind="feedback", ground="kept long enough")
    with pytest.raises(LetInByOther):
        forgetting.confirm(said, Provenance(str(second), "a test"))
    access.end(second, by_boss, why="left")
    forgetting.ask(second, AMAL, kind="person", ground="asked for by whom it is about")
    with pytest.raises(ToBeForgotten):
        access.give(by_boss, name="B again", email="b2@x.example", role="triage")
    with pytest.raises(SecondPersonNeeded):
        forgetting.confirm(second, Provenance(str(second), "a test"))
    forgetting.confirm(second, BO)
    forgetting.ask(boss, AMAL, kind="person", ground="asked for by whom it is about")
    with pytest.raises(MayStillSignIn):
        forgetting.confirm(boss, BO)


def test_a_young_person_takes_their_own_words_back_alone(
    ledger: Ledger, feedback: FeedbackService, forgetting: ErasureService, said: UUID
) -> None:
    provenance = Provenance("young person", "receipt page")
    assert forgetting.take_back(said, provenance, lambda: feedback.taken_back(said, provenance))
    assert feedback.recall(said).taken_back
    assert words_of(ledger, said) == [FORGOTTEN, FORGOTTEN]


def test_words_taken_back_while_held_are_kept_closed(
    ledger: Ledger, feedback: FeedbackService, forgetting: ErasureService, said: UUID
) -> None:
    forgetting.hold(said, AMAL, reason="A court has asked for it.")
    provenance = Provenance("young person", "receipt page")
    assert not forgetting.take_back(said, provenance, lambda: feedback.taken_back(said, provenance))
    assert feedback.recall(said).taken_back
    assert words_of(ledger, said)[0] == WORDS


def test_a_second_hold_does_not_hide_the_reason_of_the_first(
    forgetting: ErasureService, said: UUID
) -> None:
    forgetting.hold(said, AMAL, reason="A court has asked for it.")
    with pytest.raises(AlreadyThere, match="A court has asked for it"):
        forgetting.hold(said, BO, reason="Something else.")
    assert forgetting.of(said).hold == "A court has asked for it."


def test_nothing_is_written_about_it_afterwards(
    feedback: FeedbackService, forgetting: ErasureService, said: UUID
) -> None:
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    forgetting.confirm(said, BO)
    with pytest.raises(Forgotten):
        feedback.answer(said, BO, outcome="we will", reply="Once more.")
    for again in (
        lambda: forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough"),
        lambda: forgetting.hold(said, AMAL, reason="Too late."),
    ):
        with pytest.raises(Forgotten):
            again()


def test_killed_between_confirming_and_destroying_it_is_gone_on_with(
    ledger: Ledger, forgetting: ErasureService, said: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    with monkeypatch.context() as killed:
        killed.setattr(forgetting, "finish", lambda subject: None)
        forgetting.confirm(said, BO)
    assert words_of(ledger, said)[0] == WORDS
    forgetting.finish(said)
    forgetting.finish(said)
    assert words_of(ledger, said)[0] == FORGOTTEN
    stream = ledger.name_of("forgetting", str(said))
    assert [type(fact) for fact in ledger.facts(stream)[-2:]] == [ForgettingConfirmed, Forgot]


def test_the_record_still_holds_to_the_byte(
    ledger: Ledger, forgetting: ErasureService, said: UUID, tmp_path: Path
) -> None:
    recorder = ledger.recorder
    before = [row.state for row in recorder.read(0, 100)]  # type: ignore[attr-defined]
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    forgetting.confirm(said, BO)
    assert [row.state for row in recorder.read(0, 100)][: len(before)] == before  # type: ignore[attr-defined]
    assert recorder.verify_chain().n > len(before)  # type: ignore[attr-defined]


@pytest.mark.parametrize("missing", ["ground", "reason", "why"])
def test_a_reason_is_always_asked_for(forgetting: ErasureService, said: UUID, missing: str) -> None:
    attempts = {
        "ground": lambda: forgetting.ask(said, AMAL, kind="feedback", ground=""),  # type: ignore[arg-type]
        "reason": lambda: forgetting.hold(said, AMAL, reason=""),
        "why": lambda: forgetting.lift(said, AMAL, why=""),
    }
    with pytest.raises(Missing) as refused:
        attempts[missing]()
    assert refused.value.at == missing


def test_a_double_click_is_one_asking(forgetting: ErasureService, said: UUID) -> None:
    once = replace(AMAL, key="k" * 32)
    forgetting.ask(said, once, kind="feedback", ground="kept long enough")
    forgetting.ask(said, once, kind="feedback", ground="kept long enough")
    with pytest.raises(Refusal):
        forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")


def test_a_resend_after_forgetting_changes_nothing_and_gives_the_same_words(
    ledger: Ledger, feedback: FeedbackService, forgetting: ErasureService
) -> None:
    client = uuid4().hex
    receipt = feedback.submit(client, words=WORDS)
    id, provenance = feedback.id_of(client), Provenance("young person", "receipt page")
    forgetting.take_back(id, provenance, lambda: feedback.taken_back(id, provenance))
    before = len(ledger.facts(id))
    assert feedback.submit(client, words=WORDS) == receipt
    assert len(ledger.facts(id)) == before
    assert words_of(ledger, id)[0] == FORGOTTEN
