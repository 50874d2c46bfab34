"""Days and times as they are in the UK, where every partnership is, and in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from events.period import PartialDate

UK = ZoneInfo("Europe/London")


def uk_today() -> date:
    """The day it is in the UK now."""
    return datetime.now(UTC).astimezone(UK).date()


def uk_time(moment: str) -> str:
    """An ISO 8601 moment in UTC as the clock in the UK shows it: 21 November 2026, 19:32."""
    local = datetime.fromisoformat(moment).astimezone(UK)
    return f"{in_words(local.date())}, {local:%H:%M}"


def in_words(day: date) -> str:
    """A day in words: 21 November 2026."""
    return str(PartialDate(day.isoformat()))
