"""Office hours on working days, and when an answer is due within them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from events.working_days import ENGLAND, Calendar

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class OfficeHours:
    """In UK local time, on the weekdays named that are no bank holiday."""

    days: tuple[str, ...]
    opens: str
    closes: str
    calendar: Calendar = ENGLAND

    def is_open(self, moment: datetime) -> bool:
        start, end = self._hours(moment.date())
        return self._works(moment.date()) and start <= moment.time() < end

    def after(self, moment: datetime, hours: int) -> datetime:
        """The moment by which that many office hours have gone by."""
        left, now = timedelta(hours=hours), moment
        for _ in range(366):
            if self._works(now.date()):
                start, end = (
                    now.replace(hour=t.hour, minute=t.minute, second=0, microsecond=0)
                    for t in self._hours(now.date())
                )
                now = max(now, start)
                if now + left <= end:
                    return now + left
                left -= max(end - now, timedelta())
            now = datetime.combine(now.date() + _DAY, time(), now.tzinfo)
        return now

    def _works(self, day: date) -> bool:
        if WEEKDAYS[day.weekday()] not in self.days:
            return False
        return day.weekday() >= 5 or self.calendar.is_working(day)

    def _hours(self, day: date) -> tuple[time, time]:
        return time.fromisoformat(self.opens), time.fromisoformat(self.closes)
