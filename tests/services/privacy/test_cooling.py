"""Words with an escalated concern are forgotten by two who are strangers, and some days later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from events.fact import FORGOTTEN, Provenance
from events.period import PartialDate
from events.privacy.erasure import ForgettingAgreed, ForgettingConfirmed
from infra.storage.fact_mapper import FactMapper
from projections.privacy.erasures import Erasures
from services.access.access import AccessService
from services.feedback.feedback import FeedbackService
from services.four_eyes import LetInByOther, LetInByTheSame, NeverOutside, Outsider, SomebodyHereMay
from services.ledger import Ledger
from services.privacy.erasure import ErasureService
from services.privacy.erasure_state import (
    AgreedAlready,
    AskedAlready,
    Held,
    NobodyAsked,
    SecondPersonNeeded,
    StillCooling,
)
from services.refusals import Refusal
from tests.services.interleaved import interleave
from tests.services.privacy.test_erasure import AMAL, BO, WORDS, feedback, said, words_of

__all__ = ["feedback", "said"]
CY = Provenance("cy", "a test")
CHILD = Provenance("young person", "receipt page")
NURSE = Outsider("designated nurse", "NHS Norfolk", PartialDate("2026-12-01"))
GROUND = {"kind": "feedback", "ground": "should never have been recorded"}


class Clock:
    today = date(2026, 12, 1)

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def forgetting(ledger: Ledger, clock: Clock) -> ErasureService:
    mapper = ledger.mapper
    assert isinstance(mapper, FactMapper)
    return ErasureService(ledger, mapper.sealing, today=clock)


@pytest.fixture
def escalated(feedback: FeedbackService, said: UUID) -> UUID:
    feedback.escalate(said, AMAL, to="the front door", escalated_at="today", reference="R-1")
    return said


@pytest.fixture
def agreed(forgetting: ErasureService, escalated: UUID) -> UUID:
    """Escalated by Amal, let go by Bo, asked for by Bo, agreed by Cy."""
    forgetting.lift(escalated, BO, why="The case is closed.")
    forgetting.ask(escalated, BO, **GROUND)  # type: ignore[arg-type]
    forgetting.confirm(escalated, CY)
    return escalated


def test_what_was_agreed_is_kept_for_a_week_and_then_forgotten(
    ledger: Ledger, forgetting: ErasureService, agreed: UUID, clock: Clock
) -> None:
    [*_, last] = ledger.facts(forgetting.stream_of(agreed))
    assert isinstance(last, ForgettingAgreed)
    assert last.until == PartialDate("2026-12-08")
    clock.today = date(2026, 12, 7)
    with pytest.raises(StillCooling):
        forgetting.carry_out(agreed)
    forgetting.finish(agreed)
    assert words_of(ledger, agreed)[0] == WORDS
    clock.today = date(2026, 12, 8)
    forgetting.carry_out(agreed)
    assert set(words_of(ledger, agreed)) == {FORGOTTEN}
    assert forgetting.of(agreed).done


@pytest.mark.parametrize(
    ("attempt", "refusal"),
    [
        (lambda it, id: it.confirm(id, CY), AgreedAlready),
        (lambda it, id: it.decline(id, CY, why="It is needed."), AgreedAlready),
        (lambda it, id: it.ask(id, CY, **GROUND), AskedAlready),
    ],
)
def test_nothing_but_a_hold_changes_what_was_agreed(
    forgetting: ErasureService,
    agreed: UUID,
    attempt: Callable[[ErasureService, UUID], object],
    refusal: type[Refusal],
) -> None:
    with pytest.raises(refusal):
        attempt(forgetting, agreed)


def test_a_hold_stops_it_and_once_lifted_a_second_person_decides_again(
    ledger: Ledger, forgetting: ErasureService, agreed: UUID, clock: Clock
) -> None:
    forgetting.hold(agreed, AMAL, reason="The scrutineer asks why.")
    clock.today = date(2027, 1, 1)
    with pytest.raises(Held):
        forgetting.carry_out(agreed)
    forgetting.lift(agreed, BO, why="It is answered.")
    with pytest.raises(NobodyAsked):
        forgetting.carry_out(agreed)
    forgetting.confirm(agreed, CY)
    assert words_of(ledger, agreed)[0] == WORDS
    clock.today = date(2027, 1, 8)
    forgetting.carry_out(agreed)
    assert words_of(ledger, agreed)[0] == FORGOTTEN


def test_a_concern_escalated_meanwhile_ends_what_was_agreed(
    ledger: Ledger,
    feedback: FeedbackService,
    forgetting: ErasureService,
    agreed: UUID,
    clock: Clock,
) -> None:
    feedback.escalate(agreed, AMAL, to="the police", escalated_at="today", reference="R-2")
    clock.today = date(2027, 1, 1)
    with pytest.raises(Held, match="escalated"):
        forgetting.carry_out(agreed)
    forgetting.lift(agreed, BO, why="They have it.")
    with pytest.raises(NobodyAsked):
        forgetting.carry_out(agreed)
    assert words_of(ledger, agreed)[0] == WORDS


def test_one_adult_with_two_mailboxes_destroys_no_escalated_concern(
    ledger: Ledger, feedback: FeedbackService, forgetting: ErasureService, said: UUID
) -> None:
    """The attack of the threat model: let in a second self, lift, ask, confirm."""
    access = AccessService(ledger)
    join = Provenance("earshot join", "command line")

    def enter(name: str, by: Provenance) -> Provenance:
        id = access.give(by, name=name, email=f"{name}@x.example", role="coordinator")
        return Provenance(str(id), "a page")

    root = enter("root", join)
    one, honest = enter("one", root), enter("honest", root)
    second_self, third_self = enter("second", one), enter("third", one)
    feedback.escalate(said, honest, to="the front door", escalated_at="today", reference="R-1")
    for selves, why in ((one, LetInByTheSame), (second_self, LetInByTheSame), (root, LetInByOther)):
        with pytest.raises(why):
            forgetting.lift(said, selves, why="The case is closed.")
    apart = enter("apart", join)
    forgetting.lift(said, apart, why="The case is closed.")
    forgetting.ask(said, second_self, **GROUND)  # type: ignore[arg-type]
    for self_, why in ((one, LetInByOther), (third_self, LetInByTheSame), (honest, LetInByTheSame)):
        with pytest.raises(why):
            forgetting.confirm(said, self_)
    forgetting.confirm(said, apart)
    assert forgetting.of(said).cooling
    assert words_of(ledger, said)[0] == WORDS


def test_who_placed_a_hold_does_not_lift_it(forgetting: ErasureService, said: UUID) -> None:
    forgetting.hold(said, AMAL, reason="A court has asked for it.")
    with pytest.raises(SecondPersonNeeded, match="You held this"):
        forgetting.lift(said, AMAL, why="It is over.")


def test_words_taken_back_by_their_young_person_cool_too_once_the_hold_is_lifted(
    ledger: Ledger,
    feedback: FeedbackService,
    forgetting: ErasureService,
    escalated: UUID,
    clock: Clock,
) -> None:
    assert not forgetting.take_back(escalated, CHILD, lambda: feedback.taken_back(escalated, CHILD))
    forgetting.lift(escalated, BO, why="The case is closed.")
    assert forgetting.of(escalated).cooling
    assert words_of(ledger, escalated)[0] == WORDS
    clock.today = date(2026, 12, 8)
    forgetting.carry_out(escalated)
    assert words_of(ledger, escalated)[0] == FORGOTTEN


def test_whoever_holds_a_childs_five_words_cannot_make_an_escalated_concern_vanish_at_once(
    ledger: Ledger, feedback: FeedbackService, forgetting: ErasureService, escalated: UUID
) -> None:
    forgetting.lift(escalated, BO, why="The case is closed.")
    assert not forgetting.take_back(escalated, CHILD, lambda: feedback.taken_back(escalated, CHILD))
    assert forgetting.of(escalated).cooling
    assert words_of(ledger, escalated)[0] == WORDS


def test_one_coordinator_alone_records_who_outside_agreed_to_forget(
    ledger: Ledger, forgetting: ErasureService, said: UUID
) -> None:
    alone = {AMAL.by: "Amal (coordinator)"}
    with pytest.raises(NobodyAsked):
        forgetting.confirm_outside(said, AMAL, outsider=NURSE, may=alone)
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    with pytest.raises(SomebodyHereMay, match="Ask Bo"):
        forgetting.confirm_outside(said, AMAL, outsider=NURSE, may={**alone, BO.by: "Bo"})
    forgetting.confirm_outside(said, AMAL, outsider=NURSE, may=alone)
    confirmed = next(
        fact
        for fact in ledger.facts(forgetting.stream_of(said))
        if isinstance(fact, ForgettingConfirmed)
    )
    assert (confirmed.seconded_by, confirmed.seconded_on) == (NURSE.words, NURSE.on)
    assert words_of(ledger, said)[0] == FORGOTTEN


def test_nobody_outside_ever_agrees_to_forget_an_escalated_concern(
    forgetting: ErasureService, escalated: UUID
) -> None:
    forgetting.lift(escalated, BO, why="The case is closed.")
    forgetting.ask(escalated, BO, **GROUND)  # type: ignore[arg-type]
    with pytest.raises(NeverOutside):
        forgetting.confirm_outside(escalated, BO, outsider=NURSE, may={})


def test_the_list_shows_until_when_it_can_be_stopped_and_that_it_was(
    ledger: Ledger, forgetting: ErasureService, agreed: UUID
) -> None:
    facts = ledger.facts(forgetting.stream_of(agreed))
    view = Erasures.over(facts)
    [entry] = view.standing("agreed")
    assert (entry.subject, entry.until, entry.asked_by, entry.by) == (
        agreed,
        "2026-12-08",
        BO.by,
        CY.by,
    )
    forgetting.hold(agreed, AMAL, reason="The scrutineer asks why.")
    view.learn(ledger.facts(forgetting.stream_of(agreed))[len(facts) :])
    assert view.standing("agreed") == []
    assert [each.until for each in view.standing("asked")] == [""]
    view.close()


def test_of_two_who_confirm_at_once_one_does_and_the_other_is_told(
    ledger: Ledger, forgetting: ErasureService, escalated: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgetting.lift(escalated, BO, why="The case is closed.")
    forgetting.ask(escalated, BO, **GROUND)  # type: ignore[arg-type]
    interleave(monkeypatch, ledger, lambda: forgetting.confirm(escalated, CY))
    with pytest.raises(AgreedAlready):
        forgetting.confirm(escalated, AMAL)
    facts = ledger.facts(forgetting.stream_of(escalated))
    assert [type(fact) for fact in facts].count(ForgettingAgreed) == 1


def test_a_hold_placed_just_before_the_day_is_carried_out_stops_it(
    ledger: Ledger,
    forgetting: ErasureService,
    agreed: UUID,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock.today = date(2026, 12, 8)
    stopped = lambda: forgetting.hold(agreed, AMAL, reason="Wait.")  # noqa: E731
    interleave(monkeypatch, ledger, stopped)
    with pytest.raises(Held, match="Wait"):
        forgetting.carry_out(agreed)
    assert words_of(ledger, agreed)[0] == WORDS


def test_a_confirmer_who_is_let_in_by_the_asker_meanwhile_is_decided_on_what_stands_then(
    ledger: Ledger, forgetting: ErasureService, said: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lost race is decided again, with who let whom in as it is known by then."""
    access = AccessService(ledger)
    join = Provenance("earshot join", "command line")
    asker = access.give(join, name="A", email="a@x.example", role="coordinator")
    other = access.id_of("b@x.example")
    by_asker = Provenance(str(asker), "a page")
    forgetting.ask(said, by_asker, kind="feedback", ground="kept long enough")

    def meanwhile() -> None:
        access.give(by_asker, name="B", email="b@x.example", role="triage")
        forgetting.hold(said, AMAL, reason="Wait.")
        forgetting.lift(said, BO, why="Go on.")

    interleave(monkeypatch, ledger, meanwhile)
    with pytest.raises(LetInByOther):
        forgetting.confirm(said, Provenance(str(other), "a page"))
    assert words_of(ledger, said)[0] == WORDS
