"""Nothing is done because of a child's words only where a second reader agrees."""

from __future__ import annotations

import pytest

from events.fact import Fact, Provenance
from events.feedback.feedback import FeedbackSubmitted
from events.feedback.triage import (
    FeedbackAnswered,
    FeedbackRead,
    NoActionDeclined,
    NoActionProposed,
)
from events.period import PartialDate
from services.access.access import AccessService
from services.feedback.feedback import FeedbackService
from services.feedback.feedback_state import NotReadYet, evolve
from services.feedback.no_action import (
    NobodyProposed,
    SecondReaderNeeded,
    agree_outside,
    agree_to_no_action,
    decline_no_action,
    propose_no_action,
)
from services.feedback.receipt import ReceiptBook
from services.four_eyes import LetInByOther, Outsider, SomebodyHereMay
from services.ledger import Ledger
from services.let_in import LetIn
from services.refusals import AlreadyThere, Missing
from tests.services.interleaved import interleave
from tests.stories import TOLD, given, recorded

SAID = recorded(
    FeedbackSubmitted,
    channel="web",
    feeling="sad",
    about="school",
    words="Hello",
    age_band="",
    wants_answer=True,
    receipt="00",
    demo=False,
)
READ, WHY = recorded(FeedbackRead, reader="triage"), "You asked for a dog. We have no dogs."
PROPOSED = recorded(NoActionProposed, why=WHY)


def by_another(fact: Fact) -> Fact:
    return type(fact)(
        **{**vars(fact), "provenance": type(fact.provenance)("somebody else", "a test")}
    )


def test_what_was_read_may_be_proposed_for_nothing_with_a_reason() -> None:
    given(evolve, SAID, READ).when(propose_no_action, why=WHY).then(NoActionProposed, why=WHY)
    given(evolve, SAID).when(propose_no_action, why=WHY).refused(NotReadYet)
    given(evolve, SAID, READ).when(propose_no_action, why="").refused(Missing, "why")
    given(evolve, SAID, READ, PROPOSED).when(propose_no_action, why=WHY).refused(AlreadyThere)


def test_a_second_reader_agrees_and_the_child_is_told_why() -> None:
    theirs = by_another(PROPOSED)
    given(evolve, SAID, READ, theirs).when(agree_to_no_action, let_in=LetIn()).then(
        FeedbackAnswered, outcome="we could not", reply=WHY
    )
    given(evolve, SAID, READ, PROPOSED).when(agree_to_no_action, let_in=LetIn()).refused(
        SecondReaderNeeded
    )
    given(evolve, SAID, READ).when(agree_to_no_action, let_in=LetIn()).refused(NobodyProposed)


def test_a_second_reader_declines_and_it_goes_on() -> None:
    theirs, declined = by_another(PROPOSED), recorded(NoActionDeclined)
    given(evolve, SAID, READ, theirs).when(decline_no_action).then(NoActionDeclined)
    given(evolve, SAID, READ, PROPOSED).when(decline_no_action).then(NoActionDeclined)
    given(evolve, SAID, READ, theirs, declined).when(agree_to_no_action, let_in=LetIn()).refused(
        NobodyProposed
    )


def test_whom_the_proposer_let_in_is_no_second_reader_and_nor_is_who_let_them_in() -> None:
    story = given(evolve, SAID, READ, by_another(PROPOSED))
    for above in ({TOLD.by: frozenset({"somebody else"})}, {"somebody else": frozenset({TOLD.by})}):
        story.when(agree_to_no_action, let_in=LetIn(above)).refused(LetInByOther)


def test_where_nobody_here_may_agree_somebody_outside_does_and_it_says_so() -> None:
    nurse = Outsider("designated nurse", "NHS Norfolk", PartialDate("2026-11-30"))
    story, alone = given(evolve, SAID, READ, PROPOSED), {TOLD.by: "Jo (coordinator)"}
    asked = {"outsider": nurse, "let_in": LetIn()}
    story.when(agree_outside, may=alone, **asked).then(
        FeedbackAnswered,
        outcome="we could not",
        reply=WHY,
        seconded_by="designated nurse, NHS Norfolk",
        seconded_on=PartialDate("2026-11-30"),
    )
    two = {**alone, "bo": "Bo (triage)"}
    story.when(agree_outside, may=two, **asked).refused(SomebodyHereMay)
    let_in = LetIn({"bo": frozenset({TOLD.by})})
    story.when(agree_outside, may=two, outsider=nurse, let_in=let_in).then(FeedbackAnswered)
    nobody = Outsider("", "NHS Norfolk", PartialDate("2026-11-30"))
    story.when(agree_outside, may=alone, outsider=nobody, let_in=LetIn()).refused(Missing, "role")
    given(evolve, SAID, READ).when(agree_outside, may=alone, **asked).refused(NobodyProposed)


def test_one_adult_with_two_addresses_does_not_agree_alone(ledger: Ledger) -> None:
    access, feedback = AccessService(ledger), FeedbackService(ledger, ReceiptBook(bytes(32)))
    feedback.submit("a client", words="Adults should listen.")
    id = feedback.id_of("a client")
    boss = Provenance(
        str(access.give(TOLD, name="B", email="b@x.example", role="coordinator")), "a test"
    )
    again = Provenance(
        str(access.give(boss, name="B", email="b2@x.example", role="triage")), "a test"
    )
    other = Provenance(
        str(access.give(TOLD, name="C", email="c@x.example", role="triage")), "a test"
    )
    feedback.read(id, boss, reader="coordinator")
    feedback.propose_no_action(id, boss, why=WHY)
    with pytest.raises(LetInByOther):
        feedback.agree_to_no_action(id, again)
    feedback.agree_to_no_action(id, other)


def test_of_two_who_agree_at_once_one_does_and_the_other_is_told(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    feedback = FeedbackService(ledger, ReceiptBook(bytes(32)))
    feedback.submit("a client", words="Adults should listen.")
    id, one, other = feedback.id_of("a client"), Provenance("b", "x"), Provenance("c", "x")
    feedback.read(id, TOLD, reader="triage")
    feedback.propose_no_action(id, TOLD, why=WHY)
    interleave(monkeypatch, ledger, lambda: feedback.agree_to_no_action(id, one))
    with pytest.raises(NobodyProposed):
        feedback.agree_to_no_action(id, other)
    assert [type(fact) for fact in ledger.facts(id)].count(FeedbackAnswered) == 1
