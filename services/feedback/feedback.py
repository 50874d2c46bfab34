"""Hearing a young person, and answering them."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from uuid import UUID

from events.fact import Fact, Provenance
from events.feedback.feedback import (
    About,
    AgeBand,
    Channel,
    ConcernEscalated,
    FeedbackPassedOn,
    FeedbackRead,
    FeedbackTakenBack,
    Feeling,
    Hand,
    PictureAdded,
    StatementQuoted,
    ThemeGiven,
)
from services.feedback.answering import answer
from services.feedback.feedback_state import (
    Feedback,
    evolve,
    following,
    once_read,
)
from services.feedback.follow_up import come_back, say_if_heard, say_more
from services.feedback.no_action import agree_to_no_action, decline_no_action, propose_no_action
from services.feedback.pictures import may_take, picture_type
from services.feedback.receipt import ReceiptBook, read_words
from services.feedback.submission import Message
from services.files import EvidenceGone, NotKept
from services.four_eyes import who_let_in
from services.ledger import Decided, Ledger, Service, decides, is_again, opens
from services.ports import Evidence
from services.refusals import Missing, ToldDifferently


def read(
    feedback: Feedback, provenance: Provenance, *, reader: str, kept: bool = False
) -> FeedbackRead:
    """Somebody has read it with their own eyes.

    ``kept`` says that it is held for a person to read although it was taken back.
    """
    version = feedback.version + 1 if kept else following(feedback)
    return FeedbackRead(feedback.id, version, provenance, reader)


def give_theme(feedback: Feedback, provenance: Provenance, *, theme: str) -> ThemeGiven:
    if not theme:
        raise Missing("Say which theme this belongs to.", field="theme")
    return ThemeGiven(feedback.id, following(feedback), provenance, theme)


def pass_on(feedback: Feedback, provenance: Provenance, *, to: str, asked: str) -> FeedbackPassedOn:
    if not to:
        raise Missing("Say who this goes to.", field="to")
    return FeedbackPassedOn(feedback.id, following(once_read(feedback)), provenance, to, asked)


def escalate(
    feedback: Feedback,
    provenance: Provenance,
    *,
    to: str,
    escalated_at: str,
    reference: str,
    reader: str = "",
) -> ConcernEscalated | tuple[FeedbackRead, ConcernEscalated]:
    """A child may be at risk. It may be done at any time, even after the words were taken back.

    Whoever escalates has read it: where a ``reader`` is named, that is told the child as well.
    """
    for field, given in (("to", to), ("escalated_at", escalated_at), ("reference", reference)):
        if not given:
            raise Missing("Say who was told, when, and under which reference.", field=field)
    unread = bool(reader) and not feedback.read and not feedback.taken_back
    version = feedback.version + (2 if unread else 1)
    escalated = ConcernEscalated(feedback.id, version, provenance, to, escalated_at, reference)
    return (read(feedback, provenance, reader=reader), escalated) if unread else escalated


def take_back(feedback: Feedback, provenance: Provenance) -> FeedbackTakenBack:
    return FeedbackTakenBack(feedback.id, following(feedback), provenance)


def quote_statement(
    stream: UUID, provenance: Provenance, *, words: str, who: str, theme: str, verbatim: bool = True
) -> StatementQuoted:
    """What children said, as a document gives it or as a group told it."""
    for field, given in (("words", words), ("who", who), ("theme", theme)):
        if not given:
            raise Missing("Write what was said, by whom as a group, and about what.", field=field)
    return StatementQuoted(stream, 1, provenance, words, who, theme, verbatim)


class FeedbackService(Service[Feedback]):
    evolve = staticmethod(evolve)
    read = decides(read)
    give_theme = decides(give_theme)
    pass_on = decides(pass_on)
    escalate = decides(escalate)
    answer = decides(answer)
    propose_no_action = decides(propose_no_action)
    decline_no_action = decides(decline_no_action)
    take_back = decides(take_back)
    say_more = decides(say_more)
    come_back = decides(come_back)
    say_if_heard = decides(say_if_heard)
    quote_statement = opens(quote_statement)

    def __init__(
        self, ledger: Ledger, receipts: ReceiptBook, evidence: Evidence | None = None
    ) -> None:
        super().__init__(ledger)
        self.receipts, self.evidence = receipts, evidence

    def submit(
        self,
        client_id: str,
        provenance: Provenance | None = None,
        *,
        feeling: Feeling = "",
        about: About = "",
        words: str = "",
        better: str = "",
        age_band: AgeBand = "",
        wants_answer: bool = False,
        channel: Channel = "web",
        place: str = "",
        language: str = "en",
        asks_help: bool = False,
        hand: Hand = "",
        demo: bool = False,
    ) -> str:
        """Records a ``Message`` once for each ``client_id``, and gives five words.

        ``provenance`` says who wrote it down, where it was not the young person. Raises what
        ``Message.checked`` does, or ``ToldDifferently`` where the same request came before with
        other content.
        """
        message = Message(
            feeling,
            about,
            words,
            better,
            age_band,
            wants_answer,
            channel,
            place,
            language,
            asks_help,
            hand,
            demo,
        ).checked()
        provenance = provenance or Provenance("young person", message.channel)
        receipt = self.receipts.words_for(client_id)
        facts = message.facts(self.id_of(client_id), provenance, self.receipts.hash_of(receipt))
        self.ledger.begin(facts[0].originator_id, provenance, partial(_once, facts))
        return " ".join(receipt)

    def add_picture(self, stream: UUID, provenance: Provenance, *, content: bytes) -> None:
        """Keeps a photo or drawing beside the words; the same one again changes nothing.

        Raises ``NotAPicture``, ``PictureTooLarge``, ``BadImage``, ``NotKept``,
        ``TooManyPictures``, ``AlreadyTakenBack``.
        """
        if self.evidence is None:
            raise NotKept
        type = picture_type(content)
        seen = self.ledger.name_of("picture", str(stream), sha256(content).hexdigest())
        if not may_take(self.recall(stream), seen):
            return
        cleaned = self.evidence.cleaned(content)
        digest = self.evidence.keep(stream, cleaned)

        def decide(known: list[Fact]) -> Decided:
            feedback = self._known(known)
            if not may_take(feedback, seen):
                return ()
            following = feedback.version + 1
            return PictureAdded(stream, following, provenance, seen, digest, type, len(cleaned))

        self.ledger.change(stream, provenance, decide)

    def picture(self, stream: UUID, digest: str) -> bytes:
        """Raises ``EvidenceGone``."""
        if self.evidence is None:
            raise EvidenceGone
        return self.evidence.fetch(stream, digest)

    def agree_to_no_action(self, stream: UUID, provenance: Provenance) -> list[Fact]:
        def then(known: list[Fact]) -> Decided:
            let_in = who_let_in(self.ledger, provenance.by)
            return agree_to_no_action(self._known(known), provenance, let_in=let_in)

        return self.ledger.change(stream, provenance, then)

    def taken_back(self, stream: UUID, provenance: Provenance) -> FeedbackTakenBack:
        """The fact that a young person took their words back, to be recorded with its outcome."""
        return take_back(self.recall(stream), provenance)

    def id_of(self, client_id: str) -> UUID:
        return self.ledger.name_of("feedback", client_id)

    def has_come(self, client_id: str) -> bool:
        """Whether what was asked for by this name is in the record already."""
        return bool(self.ledger.facts(self.id_of(client_id)))

    def receipt_hash(self, text: str) -> str:
        """What a receipt is found by. Raises ``NotAReceipt`` with words that say what to do."""
        return self.receipts.hash_of(read_words(text))


def _once(provenance: tuple[Fact, ...], known: list[Fact]) -> Decided:
    if not known:
        return provenance
    again = known[: len(provenance)]
    if len(again) < len(provenance) or not all(map(is_again, provenance, again)):
        raise ToldDifferently
    return ()
