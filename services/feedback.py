"""Hearing a young person, and answering them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import assert_never
from uuid import UUID

from events.fact import Fact, Told
from events.feedback import (
    About,
    AgeBand,
    Channel,
    ConcernEscalated,
    FeedbackAnswered,
    FeedbackFact,
    FeedbackPassedOn,
    FeedbackRead,
    FeedbackSubmitted,
    FeedbackTakenBack,
    Feeling,
    Outcome,
    StatementQuoted,
    ThemeGiven,
)
from events.quote import QuoteFact
from services.ledger import Decided, Ledger, Service, State, decides, is_again, opens
from services.receipt import ReceiptBook, read_words
from services.refusals import Missing, Refusal, ToldDifferently

WORDS_LIMIT = 2000


class NothingSaid(Refusal):
    words = "Pick a face, pick what it is about, or write something. One of them is enough."
    field = "words"


class TooManyWords(Refusal):
    words = f"That is more than {WORDS_LIMIT:,} letters. Please make it shorter, or send two."
    field = "words"


class AlreadyTakenBack(Refusal):
    words = "The young person has taken this back, so nothing more can be done with it."


class NotReadYet(Refusal):
    words = "Nobody has read this yet. Read it first, then go on."


@dataclass(frozen=True)
class Feedback(State):
    read: bool = False
    taken_back: bool = False


def evolve(feedback: Feedback | None, fact: FeedbackFact | QuoteFact) -> Feedback:
    state = replace(feedback or Feedback(fact.originator_id, 0), version=fact.originator_version)
    if isinstance(fact, QuoteFact | FeedbackSubmitted | ThemeGiven):
        return state
    match fact:
        case FeedbackRead():
            return replace(state, read=True)
        case FeedbackTakenBack():
            return replace(state, taken_back=True)
        case FeedbackPassedOn() | ConcernEscalated() | FeedbackAnswered():
            return state
        case _:
            assert_never(fact)


def read(feedback: Feedback, told: Told, *, reader: str) -> FeedbackRead:
    """Somebody has read it with their own eyes."""
    return FeedbackRead(feedback.id, _next(feedback), told, reader)


def give_theme(feedback: Feedback, told: Told, *, theme: str) -> ThemeGiven:
    if not theme:
        raise Missing("Say which theme this belongs to.", field="theme")
    return ThemeGiven(feedback.id, _next(feedback), told, theme)


def pass_on(feedback: Feedback, told: Told, *, to: str, asked: str) -> FeedbackPassedOn:
    if not to:
        raise Missing("Say who this goes to.", field="to")
    return FeedbackPassedOn(feedback.id, _next(_read(feedback)), told, to, asked)


def escalate(
    feedback: Feedback, told: Told, *, to: str, escalated_at: str, reference: str
) -> ConcernEscalated:
    """A child may be at risk. It may be done at any time, even after the words were taken back."""
    for field, given in (("to", to), ("escalated_at", escalated_at), ("reference", reference)):
        if not given:
            raise Missing("Say who was told, when, and under which reference.", field=field)
    return ConcernEscalated(feedback.id, feedback.version + 1, told, to, escalated_at, reference)


def answer(
    feedback: Feedback, told: Told, *, outcome: Outcome, reply: str, decision: UUID | None = None
) -> FeedbackAnswered:
    if not reply:
        raise Missing("Write the reply in words a child understands.", field="reply")
    return FeedbackAnswered(feedback.id, _next(_read(feedback)), told, outcome, reply, decision)


def take_back(feedback: Feedback, told: Told) -> FeedbackTakenBack:
    return FeedbackTakenBack(feedback.id, _next(feedback), told)


def quote_statement(
    stream: UUID, told: Told, *, words: str, who: str, theme: str, verbatim: bool = True
) -> StatementQuoted:
    """What children said, as a document gives it or as a group told it."""
    for field, given in (("words", words), ("who", who), ("theme", theme)):
        if not given:
            raise Missing("Write what was said, by whom as a group, and about what.", field=field)
    return StatementQuoted(stream, 1, told, words, who, theme, verbatim)


class FeedbackService(Service[Feedback]):
    evolve = staticmethod(evolve)
    read = decides(read)
    give_theme = decides(give_theme)
    pass_on = decides(pass_on)
    escalate = decides(escalate)
    answer = decides(answer)
    take_back = decides(take_back)
    quote_statement = opens(quote_statement)

    def __init__(self, ledger: Ledger, receipts: ReceiptBook) -> None:
        super().__init__(ledger)
        self.receipts = receipts

    def submit(
        self,
        client_id: str,
        *,
        channel: Channel = "web",
        feeling: Feeling = "",
        about: About = "",
        words: str = "",
        age_band: AgeBand = "",
        wants_answer: bool = False,
        demo: bool = False,
    ) -> str:
        """Records what a young person said, once for each ``client_id``, and gives five words.

        Raises ``NothingSaid``, ``TooManyWords``, or ``ToldDifferently`` where the same request
        came before with other content.
        """
        said = words.replace("\r\n", "\n").strip()
        if not (feeling or about or said):
            raise NothingSaid
        if len(said) > WORDS_LIMIT:
            raise TooManyWords
        receipt = self.receipts.words_for(client_id)
        told = Told("young person", channel)
        fact = FeedbackSubmitted(
            self.id_of(client_id), 1, told, channel, feeling, about, said, age_band,
            wants_answer, self.receipts.hash_of(receipt), demo,
        )  # fmt: skip
        self.ledger.begin(fact.originator_id, told, partial(_once, fact))
        return " ".join(receipt)

    def taken_back(self, stream: UUID, told: Told) -> FeedbackTakenBack:
        """The fact that a young person took their words back, to be recorded with its outcome."""
        return take_back(self.recall(stream), told)

    def id_of(self, client_id: str) -> UUID:
        return self.ledger.name_of("feedback", client_id)

    def receipt_hash(self, text: str) -> str:
        """What a receipt is found by. Raises ``NotAReceipt`` with words that say what to do."""
        return self.receipts.hash_of(read_words(text))


def _once(fact: FeedbackSubmitted, known: list[Fact]) -> Decided:
    if known and not is_again(fact, known[0]):
        raise ToldDifferently
    return () if known else fact


def _next(feedback: Feedback) -> int:
    if feedback.taken_back:
        raise AlreadyTakenBack
    return feedback.version + 1


def _read(feedback: Feedback) -> Feedback:
    if not feedback.read:
        raise NotReadYet
    return feedback
