"""The status of a deadline today: due, late, met in time or met late, in words and as a shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from events.period import PartialDate
from events.working_days import ENGLAND, Calendar
from projections.deadlines.deadline_rows import Deadline

Shape = Literal["late", "soon", "later", "done", "done late", "stopped", "unknown"]
SOON = 5
_FAR = 400  # days; beyond this nobody counts working days
NOT_TOLD = "this day is past; the document it comes from does not say whether it was done"
UNKNOWN = "unknown, cannot be assessed: the day it counts from is not known"


@dataclass(frozen=True)
class DeadlineStatus:
    """``shape`` names the sign that stands beside the words."""

    shape: Shape
    words: str

    @property
    def is_late(self) -> bool:
        return self.shape in {"late", "done late"}


def standing(
    due: PartialDate | None,
    met_on: PartialDate | None,
    today: date,
    *,
    is_open: bool = True,
    is_stated: bool = False,
    calendar: Calendar = ENGLAND,
) -> DeadlineStatus:
    """Late is said as late, whether it was done since or not."""
    if met_on is not None:
        return _done(due, met_on, calendar)
    if not is_open:
        return DeadlineStatus("stopped", "no longer due: closed without a review")
    if due is None:
        return DeadlineStatus("unknown", UNKNOWN)
    if today > due.last and is_stated:
        return DeadlineStatus("unknown", NOT_TOLD)
    if today > due.last:
        return DeadlineStatus("late", _late(due.last, today, calendar))
    return _ahead(due.last, today, calendar)


def standing_of(row: Deadline, today: date) -> DeadlineStatus:
    """How a row of the deadline board stands."""
    return standing(row.due, row.met_on, today, is_open=row.is_open, is_stated=row.is_stated)


def _done(due: PartialDate | None, met_on: PartialDate, calendar: Calendar) -> DeadlineStatus:
    if due is None:
        return DeadlineStatus("unknown", f"done; {UNKNOWN}")
    if met_on.first > due.last:
        return DeadlineStatus("done late", f"done {_late(due.last, met_on.first, calendar)}")
    if met_on.last > due.last:
        return DeadlineStatus(
            "unknown", "done; whether in time can't be assessed from the month alone"
        )
    return DeadlineStatus("done", "done in time")


def _ahead(due: date, today: date, calendar: Calendar) -> DeadlineStatus:
    if (due - today).days > _FAR:
        return DeadlineStatus("later", "due in more than a year")
    days = calendar.between(today, due)
    if due == today:
        return DeadlineStatus("soon", "due today")
    if days == 0:
        return DeadlineStatus("soon", "due before the next working day")
    return DeadlineStatus("soon" if days <= SOON else "later", f"due in {_working_days(days)}")


def _late(due: date, day: date, calendar: Calendar) -> str:
    if (day - due).days > _FAR:
        return "more than a year late"
    days = calendar.between(due, day)
    return f"{_working_days(days)} late" if days else "late, by less than a working day"


def _working_days(days: int) -> str:
    return "1 working day" if days == 1 else f"{days} working days"
