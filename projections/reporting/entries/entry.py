"""One entry of a yearly report, and the days and document it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
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
    "money",
]
ANY_BODY = " of any body"  # a role that ended before holders could have it in several
TAKEN_OFF = "taken off"
WITHDRAWN_FIGURE = "figure withdrawn"
WITHDRAWN_COURSE = "course withdrawn"
STILL = "9999-12-31"  # the last day of what stands and has not ended
_YEAR = timedelta(days=364)


@dataclass(frozen=True)
class Entry:
    """``first`` and ``last`` are the ISO days it can be true for; empty where it states none.

    ``main`` is the one ISO day that places it in a report. ``stated`` is its time in words,
    ``document`` the source without its line. ``thing`` names what begins to stand with it, or
    what ``ends``. ``known`` is when it was recorded, ``superseded`` when it was given another day
    or withdrawn (microseconds since 1970, 0 where it was not).
    """

    key: str
    subject: UUID
    order: int
    known: int
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
    main: str = ""
    thing: str = ""
    ends: bool = False
    superseded: int = 0

    @property
    def item(self) -> str:
        """The key of what was recorded, whatever day it was given since."""
        return self.key.partition("+")[0]

    @property
    def stands(self) -> bool:
        """Whether it began to stand, and so belongs in each report until it ends."""
        return bool(self.thing) and not self.ends


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
    thing: str = "",
    ends: bool = False,
    subject: UUID | None = None,
) -> Entry:
    """An entry for a fact, dated by ``when``, else by the day the fact was told to be true for.

    A fact that comes from no document happened here, so the day it was recorded is its day.
    ``thing`` names what stands from that day, for the whole of a period or until a fact ends it.
    ``subject`` is what it grows with, if not with the fact's own stream.
    """
    dated, stands = when or fact.told_on, bool(thing) and not ends
    return Entry(
        *(fact.key, subject or fact.originator_id, fact.micros, fact.micros, section, kind),
        heading,
        words,
        value,
        note,
        str(dated or ""),
        *days(dated, stands=stands),
        tag,
        *(fact.provenance.source, fact.provenance.document),
        demo,
        derived_from,
        main_day(dated),
        thing,
        ends,
    )


def days(when: Period | PartialDate | None, *, stands: bool = False) -> tuple[str, str]:
    """The first and the last ISO day. What stands from a day has no last day yet."""
    match when:
        case Period(start=start, end=end):
            return start.first.isoformat(), end.last.isoformat()
        case PartialDate(first=first, last=last):
            return first.isoformat(), STILL if stands else last.isoformat()
        case None:
            return "", ""


def main_day(when: Period | PartialDate | None) -> str:
    """The one day that places it in a report: the middle of its last twelve months.

    So a day or a month is placed where it lies, a year where most of it lies, and what covers
    several years in the report of the last.
    """
    if when is None:
        return ""
    first, last = map(date.fromisoformat, days(when))
    first = last - _YEAR if last - first > _YEAR else first
    return (first + (last - first) / 2).isoformat()
