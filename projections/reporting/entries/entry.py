"""One entry of a yearly report, and the days and document it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate, Period

Section = Literal[
    "who",
    "priorities",
    "outcomes",
    "children",
    "audits",
    "inspections",
    "reviews",
    "training",
    "figures",
    "decisions",
    "meetings",
    "work",
    "next",
    "discrepancies",
    "scrutiny",
]
TAKEN_OFF = "taken off"
WITHDRAWN_FIGURE = "figure withdrawn"


@dataclass(frozen=True)
class Entry:
    """``first`` and ``last`` are the ISO days it can be true for; empty where it states none.

    ``stated`` is that time in words, ``document`` the source without its line.
    """

    key: str
    subject: UUID
    order: int
    section: Section
    kind: str
    heading: str
    words: str
    value: str
    note: str
    stated: str
    first: str
    last: str
    tag: str
    source: str
    document: str
    demo: bool
    derived_from: tuple[UUID, ...]


def made(
    fact: Fact,
    section: Section,
    kind: str,
    *,
    heading: str = "",
    words: str = "",
    value: str = "",
    note: str = "",
    when: Period | PartialDate | None = None,
    tag: str = "",
    demo: bool = False,
    derived_from: tuple[UUID, ...] = (),
) -> Entry:
    """An entry for a fact, dated by ``when``, else by the day the fact was told to be true for.

    A fact that comes from no document happened here, so the day it was recorded is its day.
    """
    dated = when or fact.told_on
    return Entry(
        fact.key,
        fact.originator_id,
        fact.micros,
        section,
        kind,
        heading,
        words,
        value,
        note,
        str(dated or ""),
        *_days(dated),
        tag,
        fact.provenance.source,
        fact.provenance.document,
        demo,
        derived_from,
    )


def _days(when: Period | PartialDate | None) -> tuple[str, str]:
    match when:
        case Period(start=start, end=end):
            return start.first.isoformat(), end.last.isoformat()
        case PartialDate(first=first, last=last):
            return first.isoformat(), last.isoformat()
        case None:
            return "", ""
