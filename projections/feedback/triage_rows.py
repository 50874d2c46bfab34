"""One message in the triage queue, and how each fact of it changes what is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import (
    ConcernEscalated,
    FeedbackAnswered,
    FeedbackSubmitted,
    MoreSaid,
    PictureAdded,
)
from projections.engine.encryption import Personal, PersonalNames
from projections.feedback.urgent_phrases import ASKED_FOR_HELP, reasons_in

Status = Literal["waiting", "read", "passed on", "answered", "taken back", "forgotten"]
NEEDS_SOMEBODY: tuple[Status, ...] = ("waiting", "read", "passed on")
DONE: tuple[Status, ...] = ("answered", "taken back", "forgotten")


@dataclass(frozen=True)
class Picture:
    """A photo or drawing, kept sealed under its digest."""

    digest: str
    type: str


@dataclass(frozen=True)
class TriageItem:
    """One submission; words are gone once taken back.

    ``better`` is what would help, ``later`` what they added since. It waits since ``received_at``
    or, where they added words or a picture to it, since ``waiting_since``. Those, ``read_at`` and
    ``red_at`` (when a concern was first escalated) are ISO 8601 in UTC.
    """

    id: UUID
    received_at: str
    channel: str
    feeling: str
    about: str
    words: Personal
    age_band: str
    wants_answer: bool
    demo: bool
    status: Status = "waiting"
    theme: str = ""
    passed_to: str = ""
    escalated_to: str = ""
    escalated_at: str = ""
    reference: Personal = ""
    outcome: str = ""
    reply: Personal = ""
    decisions: tuple[UUID, ...] = ()
    read_at: str = ""
    red_at: str = ""
    better: Personal = ""
    later: PersonalNames = ()
    waiting_since: str = ""
    pictures: tuple[Picture, ...] = ()
    place: str = ""
    language: str = "en"
    asks_help: bool = False
    hand: str = ""
    written_by: str = ""
    raised: bool = False
    reasons: PersonalNames = ()
    no_action_by: str = ""
    no_action_why: Personal = ""
    listened: str = ""
    taken_back: bool = False

    @property
    def needs_somebody(self) -> bool:
        return self.status in NEEDS_SOMEBODY

    @property
    def said(self) -> tuple[str, ...]:
        """Every piece of their words, in the order they said them."""
        return tuple(words for words in (self.words, self.better, *self.later) if words)

    def without_words(self) -> TriageItem:
        """The same with the words and the reference closed."""
        return replace(
            self,
            words="",
            reference="",
            better="",
            later=(),
            pictures=(),
            reasons=(),
            no_action_why="",
        )


ORDER: tuple[Status, ...] = (
    "waiting",
    "read",
    "passed on",
    "answered",
    "taken back",
    "forgotten",
)


def waiting(fact: FeedbackSubmitted) -> TriageItem:
    row = TriageItem(
        fact.originator_id,
        moment(fact),
        fact.channel,
        fact.feeling,
        fact.about,
        fact.words,
        fact.age_band,
        fact.wants_answer,
        fact.demo,
        place=fact.place,
        language=fact.language,
        asks_help=fact.asks_help,
        hand=fact.hand,
        written_by=fact.provenance.by if fact.hand else "",
    )
    return raised_by(row, fact.words, fact.asks_help)


def forgotten(row: TriageItem) -> TriageItem:
    """What stays can be counted: when it came, about what, its theme and outcome."""
    status: Status = "taken back" if row.taken_back else "forgotten"
    return replace(without_any_words(row), status=status, reference="", reply="")


def taken_back(row: TriageItem) -> TriageItem:
    """What was raised and nobody has read yet stays for a person to read, held, before it goes."""
    if row.raised and row.status == "waiting":
        return replace(row, taken_back=True, wants_answer=False)
    return replace(without_any_words(row), status="taken back", taken_back=True)


def concern_escalated(row: TriageItem, fact: ConcernEscalated) -> TriageItem:
    row = replace(
        row,
        escalated_to=fact.to,
        escalated_at=fact.escalated_at,
        reference=fact.reference,
        red_at=row.red_at or moment(fact),
    )
    return replace(without_any_words(row), status="taken back") if row.taken_back else row


def without_any_words(row: TriageItem) -> TriageItem:
    return replace(row, words="", better="", later=(), pictures=(), reasons=(), no_action_why="")


def more_said(row: TriageItem, fact: MoreSaid) -> TriageItem:
    """What is added later waits to be read, as the first did."""
    if fact.kind == "what would help":
        return raised_by(replace(row, better=fact.words), fact.words)
    row = replace(_waiting_anew(row, fact), later=(*row.later, fact.words))
    return raised_by(row, fact.words)


def picture_added(row: TriageItem, fact: PictureAdded) -> TriageItem:
    """What comes before anybody has read is seen with it; what comes later waits to be seen."""
    row = replace(row, pictures=(*row.pictures, Picture(fact.digest, fact.type)))
    return row if row.status == "waiting" else _waiting_anew(row, fact)


def _waiting_anew(row: TriageItem, fact: Fact) -> TriageItem:
    return replace(row, status="waiting", waiting_since=moment(fact), read_at="")


def raised_by(row: TriageItem, words: str, asks_help: bool = False) -> TriageItem:
    """To the top, for reasons that whoever reads it is shown; never down again."""
    new = (*((ASKED_FOR_HELP,) if asks_help else ()), *reasons_in(words))
    reasons = tuple(dict.fromkeys((*row.reasons, *new)))
    return replace(row, reasons=reasons, raised=row.raised or bool(new))


def read_at(row: TriageItem, at: str) -> TriageItem:
    return replace(further(row, "read"), read_at=row.read_at or at)


def moment(fact: Fact) -> str:
    return fact.recorded_at.isoformat(timespec="seconds")


def further(row: TriageItem, status: Status) -> TriageItem:
    return replace(row, status=max(row.status, status, key=ORDER.index))


def linked(row: TriageItem, decision: UUID) -> TriageItem:
    return replace(row, decisions=tuple(dict.fromkeys((*row.decisions, decision))))


def answered(row: TriageItem, fact: FeedbackAnswered) -> TriageItem:
    row = replace(further(row, "answered"), outcome=fact.outcome, reply=fact.reply)
    return linked(row, fact.decision) if fact.decision else row
