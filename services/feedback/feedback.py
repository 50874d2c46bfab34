"""The service of young people's messages: received, answered, taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from uuid import UUID

from events.fact import Provenance
from events.feedback.feedback import (
    About,
    AgeBand,
    Channel,
    FeedbackTakenBack,
    Hand,
    PictureAdded,
    SafeNow,
)
from events.feedback.triage import FeedbackAnswered
from events.vocabulary import Feeling
from services.change import Decided
from services.command import Service, command, informed_command, opening_command
from services.feedback.escalation import escalate, give_reference
from services.feedback.feedback_state import Feedback, evolve, not_taken_back
from services.feedback.flood import set_aside
from services.feedback.follow_up import come_back, say_if_heard, say_more
from services.feedback.no_action import (
    agree_outside,
    agree_to_no_action,
    decline_no_action,
    propose_no_action,
)
from services.feedback.pictures import may_take, picture_type
from services.feedback.published_statement import quote_statement
from services.feedback.receipt import ReceiptBook, in_every_order, readings
from services.feedback.submission import Message, kept_receipt, unless_told, unsaid
from services.feedback.triage import answer, give_theme, pass_on, read
from services.files import EvidenceGone, NotKept
from services.four_eyes import Outsider
from services.ledger import Ledger
from services.let_in import who_let_in
from services.ports import Evidence


def take_back(feedback: Feedback, provenance: Provenance) -> FeedbackTakenBack:
    return FeedbackTakenBack(*not_taken_back(feedback).next(provenance))


class FeedbackService(Service[Feedback]):
    evolve = staticmethod(evolve)
    read = command(read)
    give_theme = command(give_theme)
    pass_on = command(pass_on)
    escalate = command(escalate)
    give_reference = command(give_reference)
    answer = command(answer)
    propose_no_action = command(propose_no_action)
    decline_no_action = command(decline_no_action)
    set_aside = command(set_aside)
    take_back = command(take_back)
    say_more = command(say_more)
    come_back = command(come_back)
    say_if_heard = command(say_if_heard)
    quote_statement = opening_command(quote_statement)

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
        safe_now: SafeNow = "",
        crowded: bool = False,
    ) -> str:
        """Records a ``Message`` once for each ``client_id``, and gives five words. ``provenance``
        says who wrote it down, where it was not the young person."""
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
            safe_now,
            crowded,
        )
        return self.record(client_id, message, provenance or Provenance("young person", channel))

    def record(self, client_id: str, message: Message, provenance: Provenance) -> str:
        """Raises what ``Message.checked`` does, and ``ToldDifferently`` where the same request
        came before with other content."""
        stream, receipt = self.id_of(client_id), self.receipt_of(client_id)
        kept = self.receipts.hash_of(tuple(receipt.split()))
        facts = message.checked().facts(stream, provenance, kept)

        def once(feedback: Feedback) -> Decided:
            return unless_told(facts, self.ledger.facts(stream)) if feedback.version else facts

        self.ledger.begin(self.change(stream, provenance, once, "either"))
        return receipt

    def add_picture(self, stream: UUID, provenance: Provenance, *, content: bytes) -> None:
        """Keeps a photo or drawing beside the words; the same one again changes nothing.

        Raises ``NotAPicture``, ``NotThisPicture``, ``PictureTooLarge``, ``BadImage``,
        ``NotKept``, ``TooManyPictures``, ``AlreadyTakenBack``."""
        if self.evidence is None:
            raise NotKept
        type = picture_type(content)
        seen = self.ledger.name_of("picture", str(stream), sha256(content).hexdigest())
        if not may_take(self.recall(stream), seen):
            return
        cleaned = self.evidence.cleaned(content)
        digest = self.evidence.keep(stream, cleaned)

        def decide(feedback: Feedback) -> Decided:
            if not may_take(feedback, seen):
                return ()
            return PictureAdded(
                *feedback.next(provenance),
                picture=seen,
                digest=digest,
                type=type,
                size=len(cleaned),
            )

        self.ledger.change(self.change(stream, provenance, decide))

    def picture(self, stream: UUID, digest: str) -> bytes:
        """The bytes of a picture. Raises ``EvidenceGone``."""
        if self.evidence is None:
            raise EvidenceGone
        return self.evidence.fetch(stream, digest)

    @informed_command()
    def agree_to_no_action(self, feedback: Feedback, provenance: Provenance) -> FeedbackAnswered:
        let_in = who_let_in(self.ledger, (provenance.by, feedback.proposed_by))
        return agree_to_no_action(feedback, provenance, let_in=let_in)

    @informed_command()
    def agree_outside(
        self,
        feedback: Feedback,
        provenance: Provenance,
        *,
        outsider: Outsider,
        may: Mapping[str, str],
    ) -> FeedbackAnswered:
        let_in = who_let_in(self.ledger, (*may, feedback.proposed_by))
        return agree_outside(feedback, provenance, outsider=outsider, may=may, let_in=let_in)

    def taken_back(self, stream: UUID, provenance: Provenance) -> FeedbackTakenBack:
        """The fact that a young person took their words back, to be recorded with its outcome."""
        return take_back(self.recall(stream), provenance)

    def id_of(self, client_id: str) -> UUID:
        return self.ledger.name_of("feedback", client_id)

    def has_come(self, client_id: str, by: str = "") -> bool:
        """Whether the message with this client id is recorded already; ``by`` this user, if given.

        Nobody else is given the five words of what somebody wrote down.
        """
        known = self.ledger.facts(self.id_of(client_id))
        return bool(known) and (not by or known[0].provenance.by == by)

    def receipt_of(self, client_id: str) -> str:
        """The five words of the message with this client id."""
        kept = kept_receipt(self.ledger.facts(self.id_of(client_id)))
        return " ".join(self.receipts.words_for(client_id, kept))

    def unsaid(self, client_id: str, typed: Sequence[str]) -> list[str]:
        """Those of the typed texts that the message does not hold. None if it was taken back."""
        stream = self.id_of(client_id)
        gone = self.recall(stream).taken_back
        return [] if gone else unsaid(typed, self.ledger.facts(stream))

    def receipt_hashes(self, text: str) -> dict[str, tuple[str, ...]]:
        """The hashes that may find a receipt, each with its words; those as typed come first.
        Nobody has to remember an order. Raises ``NotAReceipt``."""
        meant = (each for words in readings(text) for each in in_every_order(words))
        return {self.receipts.hash_of(each): each for each in meant}
