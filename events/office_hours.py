"""Office hours on working days: when an answer is due within them, and when they begin and end."""

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

    def closes_at(self, moment: datetime) -> datetime:
        """The end of the hours of that day, whether or not it is a day with hours."""
        return _at(moment, self._hours(moment.date())[1])

    def opens_next(self, moment: datetime) -> datetime | None:
        """The next beginning of hours after the moment. None if there is none within a year."""
        day = moment
        for _ in range(366):
            begins = _at(day, self._hours(day.date())[0])
            if self._works(day.date()) and begins > moment:
                return begins
            day += _DAY
        return None

    def after(self, moment: datetime, left: timedelta) -> datetime:
        """The moment by which so much time of office hours has gone by."""
        now = moment
        for _ in range(366):
            if self._works(now.date()):
                start, end = (_at(now, t) for t in self._hours(now.date()))
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


def _at(day: datetime, t: time) -> datetime:
    return day.replace(hour=t.hour, minute=t.minute, second=0, microsecond=0)
