"""Who may be quoted, where, and what ends it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from events.fact import FORGOTTEN, Provenance
from events.feedback.feedback import FeedbackSubmitted, FeedbackTakenBack, MoreSaid, StatementQuoted
from events.feedback.triage import ConcernEscalated
from events.participation.quotation import (
    QuoteConsentGiven,
    QuoteConsentWithdrawn,
    QuoteProposed,
    QuoteSetAside,
    QuoteSignedOff,
    StatementWithdrawn,
)
from events.period import PartialDate
from services.access.access import AccessService
from services.feedback.feedback import FeedbackService
from services.feedback.receipt import ReceiptBook
from services.four_eyes import LetInByOther, Outsider, SomebodyHereMay
from services.ledger import Ledger
from services.let_in import LetIn
from services.participation.quotation import (
    NotTheirWords,
    QuotationService,
    ToldInOtherWords,
    agree,
    propose,
    set_aside,
    withdraw,
)
from services.participation.quotation_state import NeverQuoted, NothingToQuote, evolve
from services.participation.signing_off import (
    LinkedToWriter,
    SignedByYou,
    SignedOutside,
    WrittenByYou,
    sign_off,
    sign_off_outside,
)
from services.participation.statement import evolve as evolve_statement
from services.participation.statement import withdraw as withdraw_statement
from services.refusals import AlreadyThere, Missing, NotFound, Refusal
from tests.stories import TOLD, given, recorded

SAID = recorded(
    FeedbackSubmitted,
    channel="web",
    feeling="",
    about="",
    age_band="",
    wants_answer=False,
    words="I did not like it. Adults should listen.",
    receipt="",
    demo=False,
)
PROPOSED = recorded(QuoteProposed, number=1, words="Adults should listen.")
YES = recorded(QuoteConsentGiven, number=1, use="full report")
SIGNED = recorded(QuoteSignedOff, number=1, why="many say so")
ASIDE = recorded(QuoteSetAside, number=1, why="a rare thing")
BACK = recorded(FeedbackTakenBack)
CONCERN = recorded(ConcernEscalated, to="a", escalated_at="b", reference="c")
USE = {"number": 1, "use": "full report"}


def test_an_exact_part_of_the_words_is_proposed() -> None:
    given(evolve, SAID).when(propose, words="Adults should listen.").then(
        QuoteProposed, number=1, words="Adults should listen."
    )


@pytest.mark.parametrize("words", ["Adults must listen", "dults should", "i did not like it"])
def test_other_words_are_a_paraphrase_and_never_a_quotation(words: str) -> None:
    given(evolve, SAID).when(propose, words=words).refused(NotTheirWords, "words")


@pytest.mark.parametrize(("closed", "why"), [(CONCERN, NeverQuoted), (BACK, NothingToQuote)])
def test_words_with_an_open_concern_or_taken_back_are_never_quoted(
    closed: ConcernEscalated | FeedbackTakenBack, why: type[Refusal]
) -> None:
    story = given(evolve, SAID, PROPOSED, closed)
    story.when(propose, words="I did not like it.").refused(why)
    story.when(sign_off, number=1, why="it is", let_in=LetIn()).refused(why)
    story.when(agree, **USE).refused(why)


def test_nothing_is_quoted_of_words_that_are_forgotten_however_many_pieces_there_were() -> None:
    gone = replace(SAID, words=FORGOTTEN)
    more = recorded(MoreSaid, kind="what would help", words=FORGOTTEN)
    given(evolve, gone, more, PROPOSED).when(agree, **USE).refused(NothingToQuote)
    given(evolve, gone, more).when(propose, words="forgotten").refused(NothingToQuote)


def test_a_yes_is_for_one_use_of_words_that_were_shown() -> None:
    given(evolve, SAID).when(agree, **USE).refused(NotFound)
    story = given(evolve, SAID, PROPOSED)
    story.when(agree, **USE).then(QuoteConsentGiven, **USE)
    story.when(agree, number=1, use="a poster").refused(NotFound)
    story.when(withdraw, **USE).refused(AlreadyThere)
    given(evolve, SAID, PROPOSED, YES).when(agree, **USE).refused(AlreadyThere)


def test_a_yes_is_withdrawn_at_any_time_even_with_a_concern() -> None:
    given(evolve, SAID, PROPOSED, YES, CONCERN).when(withdraw, **USE).then(QuoteConsentWithdrawn)


def test_nobody_signs_off_twice() -> None:
    story = given(evolve, SAID, PROPOSED, SIGNED)
    story.when(sign_off, number=1, why="again", let_in=LetIn()).refused(SignedByYou)
    again = replace(story.state, excerpts=story.state.excerpts)
    second = sign_off(
        again, Provenance("another", "a test"), number=1, why="nothing rare", let_in=LetIn()
    )
    assert second.why == "nothing rare"
    given(evolve, SAID, PROPOSED).when(sign_off, number=1, why="", let_in=LetIn()).refused(
        Missing, "why"
    )


def test_what_is_set_aside_is_over() -> None:
    given(evolve, SAID, PROPOSED).when(set_aside, number=1, why="rare").then(QuoteSetAside)
    story = given(evolve, SAID, PROPOSED, ASIDE)
    story.when(agree, **USE).refused(NotFound)
    story.when(propose, words="Adults should listen.").then(QuoteProposed, number=2)


def test_a_statement_of_a_document_is_withdrawn_when_asked() -> None:
    quoted = recorded(StatementQuoted, words="Listen", who="a group", theme="a", verbatim=True)
    asked = {"asked_by": "the young person", "why": "they asked"}
    story = given(evolve_statement, quoted)
    story.when(withdraw_statement, **asked).then(StatementWithdrawn, asked_by="the young person")
    story.when(withdraw_statement, asked_by="the young person", why="").refused(Missing, "why")
    gone = StatementWithdrawn(quoted.originator_id, 2, TOLD, **asked)  # type: ignore[arg-type]
    given(evolve_statement, quoted, gone).when(withdraw_statement, **asked).refused(AlreadyThere)


def test_one_adult_with_two_addresses_does_not_sign_off_alone(ledger: Ledger) -> None:
    access, quote = AccessService(ledger), QuotationService(ledger)
    feedback = FeedbackService(ledger, ReceiptBook(bytes(32)))
    feedback.submit("a client", words="Adults should listen.")
    id = feedback.id_of("a client")
    first = access.give(TOLD, name="B", email="b@x.example", role="coordinator")
    boss = Provenance(str(first), "a test")
    again = access.give(boss, name="B again", email="b2@x.example", role="triage")
    second = Provenance(str(again), "a test")
    other = Provenance(
        str(access.give(TOLD, name="C", email="c@x.example", role="triage")), "a test"
    )
    for number, pair in enumerate([(boss, second), (second, boss)], 1):
        quote.propose(id, boss, words=("Adults", "listen")[number - 1])
        quote.sign_off(id, pair[0], number=number, why="many say so")
        with pytest.raises(LetInByOther):
            quote.sign_off(id, pair[1], number=number, why="many say so")
        quote.sign_off(id, other, number=number, why="many say so")


def test_who_wrote_it_down_does_not_sign_it_off_and_a_paraphrase_is_never_quoted() -> None:
    written = type(SAID)(**{**vars(SAID), "hand": "word for word"})
    given(evolve, written, PROPOSED, YES).when(sign_off, number=1, why="w", let_in=LetIn()).refused(
        WrittenByYou
    )
    other = type(SAID)(**{**vars(written), "provenance": replace(TOLD, by="a youth worker")})
    known = given(evolve, other, PROPOSED, YES)
    linked = (("a youth worker", TOLD.by), (TOLD.by, "a youth worker"))
    for below, above in linked:
        let_in = LetIn({below: frozenset({above})})
        known.when(sign_off, number=1, why="w", let_in=let_in).refused(LinkedToWriter)
    let_in = LetIn({"a youth worker": frozenset({"else"})})
    known.when(sign_off, number=1, why="w", let_in=let_in).then(QuoteSignedOff, number=1, why="w")
    provenance = type(SAID)(**{**vars(SAID), "hand": "in other words"})
    given(evolve, provenance).when(propose, words="Adults should listen.").refused(ToldInOtherWords)


def test_one_coordinator_alone_signs_and_somebody_outside_signs_as_second() -> None:
    nurse = Outsider("designated nurse", "NHS Norfolk", PartialDate("2026-11-30"))
    asked = {"number": 1, "why": "many say so", "let_in": LetIn(), "outsider": nurse}
    alone = {TOLD.by: "Jo (coordinator)"}
    given(evolve, SAID, PROPOSED).when(sign_off_outside, may=alone, **asked).refused(
        SomebodyHereMay
    )
    signed = given(evolve, SAID, PROPOSED, SIGNED)
    signed.when(sign_off_outside, may=alone, **asked).then(
        QuoteSignedOff, seconded_by=nurse.words, seconded_on=nurse.on
    )
    signed.when(sign_off_outside, may={**alone, "bo": "Bo"}, **asked).refused(SomebodyHereMay)
    twice = replace(SIGNED, seconded_by=nurse.words)
    again = given(evolve, SAID, PROPOSED, SIGNED, twice)
    again.when(sign_off_outside, may=alone, **asked).refused(SignedOutside, "role")


def test_no_quotation_runs_from_one_message_into_the_next() -> None:
    more = recorded(MoreSaid, kind="later", words="Ask us.")
    given(evolve, SAID, more).when(propose, words="Ask us.").then(QuoteProposed, words="Ask us.")
    both = "Adults should listen. Ask us."
    given(evolve, SAID, more).when(propose, words=both).refused(NotTheirWords, "words")
