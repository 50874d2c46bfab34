"""Whether the partnership keeps its service standard for those who write to it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from events.office_hours import OfficeHours
from events.period import PartialDate
from events.uk_time import UK, in_words
from events.working_days import ENGLAND
from projections.deadlines.service_standards import Promised
from projections.deadlines.standing import DeadlineStatus, standing
from projections.feedback.triage_rows import TriageItem

_CLOSED = frozenset({"taken back", "forgotten"})


def read_by(item: TriageItem, promised: Promised) -> PartialDate | None:
    """The last day for reading a message. None if nothing is promised."""
    if promised.read_days is None:
        return None
    return _day(ENGLAND.after(_local(_waiting_since(item)).date(), promised.read_days))


def read_standing(item: TriageItem, promised: Promised, today: date) -> DeadlineStatus | None:
    """How the reading of a message stands. None if nothing is promised, or it is gone unread."""
    if promised.read_days is None or (item.status in _CLOSED and not item.read_at):
        return None
    read_on = _day(_local(item.read_at).date()) if item.read_at else None
    return standing(read_by(item, promised), read_on, today)


def urgent_standing(item: TriageItem, promised: Promised, now: datetime) -> DeadlineStatus | None:
    """Whether a concern was passed on as fast as promised, counted in office hours.

    The clock of a raised message runs until somebody escalates or reads it. It starts again when
    the young person adds words after the concern was escalated.
    """
    waits = item.raised and item.status == "waiting" and _waiting_since(item) > item.red_at
    if promised.urgent_hours is None or not promised.days or not (item.red_at or waits):
        return None
    office = OfficeHours(promised.days, promised.opens, promised.closes)
    since = _waiting_since(item) if waits else item.received_at
    by = office.after(_local(since), timedelta(hours=promised.urgent_hours))
    due = f"{in_words(by.date())}, {by:%H:%M}"
    if waits:
        late = now > by
        return DeadlineStatus("late" if late else "soon", f"{'it was ' if late else ''}due {due}")
    if _local(item.red_at) <= by:
        return DeadlineStatus("done", "passed on in time")
    return DeadlineStatus("done late", f"passed on late: it was due {due}")


def is_closed_now(promised: Promised, now: datetime) -> bool:
    """Whether the office is closed now. False if office hours are unknown."""
    if not promised.days:
        return False
    office = OfficeHours(promised.days, promised.opens, promised.closes)
    return not office.is_open(now.astimezone(UK))


def _waiting_since(item: TriageItem) -> str:
    """The moment the message came, or the moment words were added to it."""
    return item.waiting_since or item.received_at


def _local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(UK)


def _day(day: date) -> PartialDate:
    return PartialDate(day.isoformat())
