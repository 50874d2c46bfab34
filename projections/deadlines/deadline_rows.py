"""One deadline as a row: what is due, who owns it, by when, how it was counted, when it was met."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from events.deadlines.deadline import Clock, DeadlineRecalculated, DeadlineSet
from events.fact import Fact
from events.period import PartialDate

Kind = Literal[
    "case review", "report", "case action", "decision action", "audit action", "meeting action"
]
ACTIONS: tuple[Kind, ...] = ("case action", "decision action", "audit action", "meeting action")
PARTNERS = "The safeguarding partners"
WHAT: dict[Clock, str] = {
    "notification": "Notify the national Panel",
    "rapid review": "Complete the rapid review",
    "practice review": "Publish the practice review",
    "copies before publication": "Send the full report to the Panel and the Secretary of State",
}


@dataclass(frozen=True)
class About:
    """What deadlines are about, by its name; ``copies`` names who has one of a report."""

    id: UUID
    kind: Kind
    name: str
    demo: bool
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deadline:
    """``due`` is none where nobody can tell, as the day it counts from is not known.

    ``by`` is the last ISO day in time, for ordering; ``moved`` says how it was counted again.
    ``is_stated`` says that a document tells it, which may not tell whether it was done.
    It is not open once it was met, or was stopped without being met.
    """

    key: str
    subject: UUID
    kind: Kind
    what: str
    about: str
    demo: bool
    due: PartialDate | None
    by: str
    owner: str
    rule: str = ""
    counted_from: str = ""
    calendar: str = ""
    is_stated: bool = False
    is_open: bool = True
    met_on: PartialDate | None = None
    moved: tuple[str, ...] = ()


def key_of(subject: UUID, name: str) -> str:
    return f"{subject}:{name}"


def unknown(about: About, clock: Clock) -> Deadline:
    """A clock that should run, but nobody knows from when."""
    owner = "The local authority" if clock == "notification" else PARTNERS
    return Deadline(
        key_of(about.id, clock),
        about.id,
        "case review",
        WHAT[clock],
        about.name,
        about.demo,
        None,
        "",
        owner,
    )


def counted(row: Deadline, fact: DeadlineSet) -> Deadline:
    return replace(
        row,
        due=fact.due,
        by=last_day(fact.due),
        owner=fact.owner,
        rule=fact.rule,
        counted_from=f"{fact.started_on} ({fact.start})",
        calendar=fact.calendar,
    )


def counted_again(row: Deadline, fact: DeadlineRecalculated) -> Deadline:
    moved = f"{fact.was} became {fact.now}. Why: {fact.why}"
    return replace(
        row, due=fact.now, by=last_day(fact.now), calendar=fact.calendar, moved=(*row.moved, moved)
    )


def put_off(row: Deadline, due: PartialDate, why: str) -> Deadline:
    """The day of an action moved, with a reason."""
    moved = f"{row.due or 'no day'} became {due}. Why: {why}"
    return replace(row, due=due, by=last_day(due), moved=(*row.moved, moved))


def action_of(
    about: About, action: str, text: str, owner: str, due: PartialDate | None
) -> Deadline:
    """It is on the board once it has a day."""
    kinds: dict[Kind, Kind] = {"case review": "case action"}
    return Deadline(
        key_of(about.id, action),
        about.id,
        kinds.get(about.kind, about.kind),
        text,
        about.name,
        about.demo,
        due,
        last_day(due),
        owner,
    )


def last_day(due: PartialDate | None) -> str:
    return due.last.isoformat() if due else ""


def stated_in(row: Deadline, fact: Fact) -> Deadline:
    return replace(row, is_stated=bool(fact.provenance.document))


def has_a_day(row: Deadline) -> bool:
    """Of an action without a day nothing can be late; of a clock that is worth saying."""
    return bool(row.by) or not row.kind.endswith("action")


def stopped(row: Deadline) -> Deadline:
    return replace(row, is_open=False)
