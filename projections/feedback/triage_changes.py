"""How each fact about a message changes its row in the triage queue."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted, MoreSaid, PictureAdded
from events.feedback.triage import ConcernEscalated, FeedbackAnswered
from projections.feedback.triage_rows import Picture, Status, TriageItem
from projections.feedback.urgent_phrases import ASKED_FOR_HELP, reasons_in

ORDER: tuple[Status, ...] = ("waiting", "read", "passed on", "answered", "taken back", "forgotten")


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
        safe_now=fact.safe_now,
        crowded=fact.crowded,
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
    row = replace(_waiting_again(row, fact), later=(*row.later, fact.words))
    return raised_by(row, fact.words)


def picture_added(row: TriageItem, fact: PictureAdded) -> TriageItem:
    """What comes before anybody has read is seen with it; what comes later waits to be seen."""
    row = replace(row, pictures=(*row.pictures, Picture(fact.digest, fact.type)))
    return row if row.status == "waiting" else _waiting_again(row, fact)


def _waiting_again(row: TriageItem, fact: Fact) -> TriageItem:
    return replace(row, status="waiting", waiting_since=moment(fact), read_at="")


def raised_by(row: TriageItem, words: str, asks_help: bool = False) -> TriageItem:
    """Moves it to the top, for reasons that the reader is shown. It never moves down again."""
    new = (*((ASKED_FOR_HELP,) if asks_help else ()), *reasons_in(words))
    reasons = tuple(dict.fromkeys((*row.reasons, *new)))
    raised = row.raised or bool(new)
    rank = (0 if row.asks_help else 1 if raised else 2) + 3 * row.crowded
    return replace(row, reasons=reasons, raised=raised, rank=rank)


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
    row = replace(row, seconded_by=fact.seconded_by)
    return linked(row, fact.decision) if fact.decision else row
