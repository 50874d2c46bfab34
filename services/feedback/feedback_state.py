"""A message as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

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
from events.participation.quotation import QuoteFact
from services.refusals import Refusal
from services.state import State

WORDS_LIMIT = 2000
ENGLISH = "en"  # the one language that we can measure the reading age of


class NothingSaid(Refusal):
    words = "Pick a face, pick what it is about, or write something. One of them is enough."
    field = "words"


class NothingSaidOfHarm(Refusal):
    """Nothing was said by somebody who came by "Is someone hurting you?"."""

    words = "Write what is happening, or tell us if you are safe. One of them is enough."
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
    """``read`` says that somebody has seen all there is of it; ``pictures`` are their names."""

    read: bool = False
    taken_back: bool = False
    came_back: bool = False
    listened: str = ""
    pictures: tuple[UUID, ...] = ()
    no_action: NoActionProposed | None = None
    language: str = ENGLISH
    waits_for_reference: bool = False

    @property
    def proposed_by(self) -> str:
        """Who proposed to do nothing. Empty where nobody did, or it was decided."""
        return self.no_action.provenance.by if self.no_action else ""


def evolve(state: Feedback, fact: FeedbackFact | QuoteFact) -> Feedback:
    if isinstance(fact, QuoteFact | ThemeGiven | FeedbackPassedOn):
        return state
    match fact:
        case FeedbackSubmitted(language=language):
            return replace(state, language=language)
        case FeedbackRead():
            return replace(state, read=True)
        case MoreSaid(kind=kind):
            return replace(state, read=state.read and kind != "later")
        case FeedbackTakenBack():
            return replace(state, taken_back=True)
        case PictureAdded(picture=picture):
            return replace(state, pictures=(*state.pictures, picture), read=False)
        case CameBack():
            return replace(state, came_back=True)
        case SaidIfHeard(listened=listened):
            return replace(state, listened=listened)
        case NoActionProposed():
            return replace(state, no_action=fact)
        case NoActionDeclined() | FeedbackAnswered():
            return replace(state, no_action=None)
        case ConcernEscalated() | EscalationReferenceGiven():
            return replace(state, waits_for_reference=not fact.reference)
        case _:
            assert_never(fact)


def not_taken_back(feedback: Feedback) -> Feedback:
    """Gives the message. Raises ``AlreadyTakenBack``."""
    if feedback.taken_back:
        raise AlreadyTakenBack
    return feedback


def once_read(feedback: Feedback) -> Feedback:
    """Gives the message. Raises ``NotReadYet``."""
    if not feedback.read:
        raise NotReadYet
    return feedback
