"""Which share of urgent messages was opened in the time that the partnership chose.

A coordinator may state it as a figure of a report; nothing is published by itself
(design/safety.md, section 1: "as the partnership chose").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from events.office_hours import OfficeHours
from events.period import Period
from events.uk_time import UK
from projections.deadlines.service_standards import Promised
from projections.feedback.alerts import Alert, EarlierAlert
from projections.governance.arrangement_rows import Declared

_NAME = "Urgent messages opened in the promised time"


@dataclass(frozen=True)
class PromiseKept:
    """Of ``count`` urgent messages of a period, ``kept`` were opened within ``minutes``.

    The minutes run in office hours, where they are set. ``is_over`` says that the period has ended.
    """

    label: str
    period: Period
    kept: int
    count: int
    minutes: int
    is_over: bool

    @property
    def per_cent(self) -> int:
        """The share as a whole percentage. 0 where there was no message."""
        return round(100 * self.kept / self.count) if self.count else 0

    def as_figure(self) -> dict[str, str]:
        """What the form that states a figure is filled with."""
        return {
            "name": _NAME,
            "value": f"{self.per_cent}%",
            "start": self.period.start.text,
            "end": self.period.end.text,
            "definition": (
                f"Urgent messages of young people that a worker opened within {self.minutes} "
                "minutes of office hours, out of all urgent messages."
            ),
            "counts": "yes",
            "out_of": str(self.count),
            "counted_by": "Earshot, from the record",
            "stated_in": "The page “On duty”",
        }


def kept_in(
    periods: Iterable[Declared],
    alerts: Iterable[Alert | EarlierAlert],
    promised: Promised,
    minutes: int,
    now: datetime,
) -> Iterator[PromiseKept]:
    """Each declared period that has days and urgent messages, the newest first.

    One whose time still runs counts once it is opened, or its time is over.
    """
    raised = [(_local(each.raised_at), each) for each in alerts if not each.demo]
    timed = [(at, _local(each.opened_at), _due(at, promised, minutes)) for at, each in raised]
    dated = [(each, each.period) for each in periods if each.period]
    for each, period in sorted(dated, key=lambda pair: pair[1].end.last, reverse=True):
        begins, ends = period.start.first, period.end.last
        within = [
            opened is not None and opened <= due
            for at, opened, due in timed
            if at and begins <= at.date() <= ends and (opened or due < now)
        ]
        if within:
            over = ends < now.astimezone(UK).date()
            yield PromiseKept(each.label, period, sum(within), len(within), minutes, over)


def _due(raised: datetime | None, promised: Promised, minutes: int) -> datetime:
    assert raised is not None
    span = timedelta(minutes=minutes)
    if not promised.days:
        return raised + span
    return OfficeHours(promised.days, promised.opens, promised.closes).after(raised, span)


def _local(moment: str) -> datetime | None:
    return datetime.fromisoformat(moment).astimezone(UK) if moment else None
