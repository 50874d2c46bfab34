"""A message that may be quoted, as far as decisions need it, and why a quotation is refused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never, get_args

from events.fact import FORGOTTEN
from events.feedback.feedback import (
    CameBack,
    FeedbackFact,
    FeedbackSubmitted,
    FeedbackTakenBack,
    MoreSaid,
    PictureAdded,
    SaidIfHeard,
)
from events.feedback.triage import (
    ConcernEscalated,
    EscalationReferenceGiven,
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    NoActionDeclined,
    NoActionProposed,
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
from services.refusals import NotFound, Refusal
from services.state import State

_APART = "\x1f"  # no quotation runs from one message into the next


class NeverQuoted(Refusal):
    words = (
        "A concern was escalated because of these words, so they are never quoted. Look after the "
        "child first."
    )


class NothingToQuote(Refusal):
    words = "The young person took these words back, or they are forgotten. Nobody may quote them."


@dataclass(frozen=True)
class Excerpt:
    """``signed`` are people by id, and those outside this service by role and body."""

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
            | EscalationReferenceGiven()
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


def _changed(
    known: Excerpt, fact: QuoteConsentGiven | QuoteConsentWithdrawn | QuoteSignedOff | QuoteSetAside
) -> Excerpt:
    match fact:
        case QuoteConsentGiven(use=use):
            return replace(known, consents=known.consents | {use})
        case QuoteConsentWithdrawn(use=use):
            return replace(known, consents=known.consents - {use})
        case QuoteSignedOff(provenance=provenance):
            return replace(known, signed=(*known.signed, fact.seconded_by or provenance.by))
        case QuoteSetAside():
            return replace(known, set_aside=True)
        case _:
            assert_never(fact)


def still_quotable(quotable: Quotable) -> None:
    """What is of concern is never quoted; nor is what is no longer there."""
    if quotable.concern:
        raise NeverQuoted
    said = set(quotable.words.split(_APART))
    if quotable.taken_back or said <= {"", FORGOTTEN}:
        raise NothingToQuote


def excerpt_of(quotable: Quotable, number: int, use: str = get_args(Use)[0]) -> Excerpt:
    known = quotable.excerpts.get(number)
    if known is None or known.set_aside or use not in get_args(Use):
        raise NotFound
    return known
