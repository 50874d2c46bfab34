"""Quoting a young person: an exact part of their words, with their yes, signed off by two."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never, get_args

from events.fact import FORGOTTEN, Provenance
from events.feedback.feedback import (
    CameBack,
    ConcernEscalated,
    FeedbackAnswered,
    FeedbackFact,
    FeedbackPassedOn,
    FeedbackRead,
    FeedbackSubmitted,
    FeedbackTakenBack,
    MoreSaid,
    NoActionDeclined,
    NoActionProposed,
    PictureAdded,
    SaidIfHeard,
    ThemeGiven,
)
from events.participation.quotation import (
    QuoteConsentGiven,
    QuoteConsentWithdrawn,
    QuoteFact,
    QuoteProposed,
    QuoteSetAside,
    QuoteSignedOff,
    QuoteTranslated,
    Use,
)
from services.command import Service, command, informed_command
from services.four_eyes import who_let_in
from services.refusals import AlreadyThere, Missing, NotFound, Refusal
from services.state import State

_APART = "\x1f"  # no quotation runs from one message into the next


class NotTheirWords(Refusal):
    words = (
        "This is not an exact part of what they said. Copy their words as they stand, whole words "
        "only. Other words are a paraphrase, and a paraphrase is never a quotation."
    )
    field = "words"


class ToldInOtherWords(Refusal):
    words = (
        "Somebody wrote this down in other words. A paraphrase is never a quotation, so nothing of "
        "it may be quoted."
    )


class NeverQuoted(Refusal):
    words = (
        "A concern was escalated because of these words, so they are never quoted. Look after the "
        "child first."
    )


class NothingToQuote(Refusal):
    words = "The young person took these words back, or they are forgotten. Nobody may quote them."


class SignedByYou(Refusal):
    words = "You have signed this off already. Another adult must look at it too."


class WrittenByYou(Refusal):
    words = "You wrote this down for the child, so others must look at whether it may be quoted."


class WriterLetInByYou(Refusal):
    words = "You let in who wrote this down for the child. Others must look at whether to quote it."


class LetInBySigner(Refusal):
    words = "One of you who sign this off let the other in. Somebody else must look at it too."


@dataclass(frozen=True)
class Excerpt:
    words: str
    signed: tuple[str, ...] = ()
    consents: frozenset[Use] = frozenset()
    set_aside: bool = False


@dataclass(frozen=True)
class Quotable(State):
    """What a young person said, and what of it may be quoted."""

    words: str = ""
    concern: bool = False
    taken_back: bool = False
    paraphrased: bool = False
    written_by: str = ""
    excerpts: dict[int, Excerpt] = field(default_factory=dict)


def evolve(state: Quotable, fact: FeedbackFact | QuoteFact) -> Quotable:
    match fact:
        case FeedbackSubmitted(words=words, hand=hand, provenance=provenance):
            paraphrased, by = hand == "in other words", provenance.by if hand else ""
            return replace(state, words=words, paraphrased=paraphrased, written_by=by)
        case ConcernEscalated():
            return replace(state, concern=True)
        case FeedbackTakenBack():
            return replace(state, taken_back=True)
        case QuoteProposed(number=number, words=words):
            return replace(state, excerpts={**state.excerpts, number: Excerpt(words)})
        case QuoteConsentGiven() | QuoteConsentWithdrawn() | QuoteSignedOff() | QuoteSetAside():
            known = state.excerpts[fact.number]
            return replace(state, excerpts={**state.excerpts, fact.number: _changed(known, fact)})
        case MoreSaid(words=words):
            return replace(state, words=f"{state.words}{_APART}{words}")
        case (
            FeedbackRead()
            | ThemeGiven()
            | FeedbackPassedOn()
            | FeedbackAnswered()
            | NoActionProposed()
            | NoActionDeclined()
            | PictureAdded()
            | CameBack()
            | SaidIfHeard()
            | QuoteTranslated()
        ):
            return state
        case _:
            assert_never(fact)


def propose(quotable: Quotable, provenance: Provenance, *, words: str) -> QuoteProposed:
    """Raises ``NotTheirWords``, ``NeverQuoted``, ``NothingToQuote``, ``AlreadyThere``.

    Raises ``ToldInOtherWords`` where somebody wrote it down for them and not word for word.
    """
    _open(quotable)
    if quotable.paraphrased:
        raise ToldInOtherWords
    if not words:
        raise Missing("Copy the words that may be quoted.", field="words")
    if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", quotable.words):
        raise NotTheirWords
    if any(each.words == words and not each.set_aside for each in quotable.excerpts.values()):
        raise AlreadyThere("These words are proposed already.", field="words")
    number = len(quotable.excerpts) + 1
    return QuoteProposed(*quotable.next(provenance), number=number, words=words)


def agree(
    quotable: Quotable, provenance: Provenance, *, number: int, use: Use
) -> QuoteConsentGiven:
    """The young person says yes to one use of words they were shown."""
    _open(quotable)
    if use in _excerpt(quotable, number, use).consents:
        raise AlreadyThere("You said yes to this already.")
    return QuoteConsentGiven(*quotable.next(provenance), number=number, use=use)


def withdraw(
    quotable: Quotable, provenance: Provenance, *, number: int, use: Use
) -> QuoteConsentWithdrawn:
    """The young person says no again. It may be done at any time, and nobody is asked."""
    if use not in _excerpt(quotable, number, use).consents:
        raise AlreadyThere("We do not use your words there.")
    return QuoteConsentWithdrawn(*quotable.next(provenance), number=number, use=use)


def sign_off(
    quotable: Quotable, provenance: Provenance, *, number: int, why: str, let_in: Mapping[str, str]
) -> QuoteSignedOff:
    """``let_in`` says by whom each was let in.

    Raises ``SignedByYou``, ``LetInBySigner``, and ``WrittenByYou`` for who wrote the words down:
    they held the child's five words, which say yes. ``WriterLetInByYou`` is for who let those in.
    """
    _open(quotable)
    if provenance.by == quotable.written_by:
        raise WrittenByYou
    if let_in.get(quotable.written_by) == provenance.by:
        raise WriterLetInByYou
    signed = _excerpt(quotable, number).signed
    if provenance.by in signed:
        raise SignedByYou
    if let_in.get(provenance.by) in signed or provenance.by in {
        let_in.get(each) for each in signed
    }:
        raise LetInBySigner
    if not why:
        raise Missing("Say why nobody can tell who said it.", field="why")
    return QuoteSignedOff(*quotable.next(provenance), number=number, why=why)


def set_aside(
    quotable: Quotable, provenance: Provenance, *, number: int, why: str
) -> QuoteSetAside:
    """An adult sees a risk after all: it is quoted no longer."""
    _excerpt(quotable, number)
    if not why:
        raise Missing("Say why it is set aside.", field="why")
    return QuoteSetAside(*quotable.next(provenance), number=number, why=why)


class QuotationService(Service[Quotable]):
    evolve = staticmethod(evolve)
    propose = command(propose)
    agree = command(agree)
    withdraw = command(withdraw)
    set_aside = command(set_aside)

    @informed_command()
    def sign_off(
        self, quotable: Quotable, provenance: Provenance, *, number: int, why: str
    ) -> QuoteSignedOff:
        signed = quotable.excerpts[number].signed if number in quotable.excerpts else ()
        them = (provenance.by, *signed, quotable.written_by)
        let_in = {each: who_let_in(self.ledger, each) for each in them}
        return sign_off(quotable, provenance, number=number, why=why, let_in=let_in)


def _changed(
    known: Excerpt,
    fact: QuoteConsentGiven | QuoteConsentWithdrawn | QuoteSignedOff | QuoteSetAside,
) -> Excerpt:
    match fact:
        case QuoteConsentGiven(use=use):
            return replace(known, consents=known.consents | {use})
        case QuoteConsentWithdrawn(use=use):
            return replace(known, consents=known.consents - {use})
        case QuoteSignedOff(provenance=provenance):
            return replace(known, signed=(*known.signed, provenance.by))
        case QuoteSetAside():
            return replace(known, set_aside=True)
        case _:
            assert_never(fact)


def _open(quotable: Quotable) -> None:
    """What is of concern is never quoted; nor is what is no longer there."""
    if quotable.concern:
        raise NeverQuoted
    said = set(quotable.words.split(_APART))
    if quotable.taken_back or said <= {"", FORGOTTEN}:
        raise NothingToQuote


def _excerpt(quotable: Quotable, number: int, use: str = get_args(Use)[0]) -> Excerpt:
    known = quotable.excerpts.get(number)
    if known is None or known.set_aside or use not in get_args(Use):
        raise NotFound
    return known
