"""One entry of a yearly report, and the days and document it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import Any, Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate, Period

Section = Literal[
    "who", "priorities", "outcomes", "children", "audits", "inspections", "reviews", "training",
    "figures", "decisions", "meetings", "work", "next", "discrepancies",
    "scrutiny",
]  # fmt: skip
TAKEN_OFF = "taken off"


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


@singledispatch
def entry(fact: Fact) -> Entry | None:
    """What the fact puts into a report; nothing where it is not for a report."""
    return None


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
    document = document_of(fact)
    dated = when or fact.told.effective_on or (None if document else fact.on)
    first, last = _days(dated)
    return Entry(
        f"{fact.originator_id}:{fact.originator_version}", fact.originator_id,
        int(fact.recorded_at.timestamp() * 1_000_000), section, kind, heading, words, value, note,
        str(dated or ""), first, last, tag, fact.told.source, document, demo, derived_from,
    )  # fmt: skip


def document_of(fact: Fact) -> str:
    """The document a fact comes from, without its line; empty where it comes from none."""
    source = fact.told.source
    document, line, _ = source.rpartition(", line")
    return document if line else ""


def _days(when: Any) -> tuple[str, str]:
    match when:
        case Period(start=start, end=end):
            return start.first.isoformat(), end.last.isoformat()
        case PartialDate():
            return when.first.isoformat(), when.last.isoformat()
        case _:
            return "", ""
