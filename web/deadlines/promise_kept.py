"""Which share of urgent messages was opened in the time that the partnership chose.

A coordinator may state it as a figure of a report; nothing is published by itself
(design/safety.md, section 1: "as the partnership chose").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from events.office_hours import OfficeHours
from events.period import Period
from events.uk_time import UK
from projections.deadlines.service_standards import Promised
from projections.feedback.alerts import Alert
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
                f"Messages of young people that raised themselves, opened by a worker within "
                f"{self.minutes} minutes of office hours, out of all of them."
            ),
            "counts": "yes",
            "out_of": str(self.count),
            "counted_by": "Earshot, from the record",
        }


def kept_in(
    periods: Iterable[Declared],
    alerts: Iterable[Alert],
    promised: Promised,
    minutes: int,
    today: date,
) -> Iterator[PromiseKept]:
    """Each declared period that has days and urgent messages, the newest first."""
    known = [(_local(each.raised_at), each) for each in alerts if not each.demo]
    dated = [(each, each.period) for each in periods if each.period]
    for each, period in sorted(dated, key=lambda pair: pair[1].end.last, reverse=True):
        begins, ends = period.start.first, period.end.last
        within = [(at, alert) for at, alert in known if begins <= at.date() <= ends]
        if within:
            kept = sum(_is_kept(at, alert, promised, minutes) for at, alert in within)
            yield PromiseKept(each.label, period, kept, len(within), minutes, ends < today)


def _is_kept(raised: datetime, alert: Alert, promised: Promised, minutes: int) -> bool:
    if not alert.opened_at:
        return False
    span, due = timedelta(minutes=minutes), raised + timedelta(minutes=minutes)
    if promised.days:
        due = OfficeHours(promised.days, promised.opens, promised.closes).after(raised, span)
    return _local(alert.opened_at) <= due


def _local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(UK)
