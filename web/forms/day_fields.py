"""Fields for a day and for a moment, by the UK's calendar and clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from marshmallow import ValidationError

from events.period import PartialDate
from events.uk_time import UK, in_words
from web.forms.dates import HINT, NotADay, read_day
from web.forms.fields import FormField
from web.site.formatting import today

WHEN_HINT = (
    "A day, a month or a year, as 21 November 2026. Leave it empty if it was today. "
    "Write “not known” if nobody knows."
)
_MOMENT = re.compile(r"(.+?)(?:t|,? | at )([0-9]{1,2})[:.]([0-9]{2})(?::[0-9.]+)?", re.IGNORECASE)
_NOT_KNOWN = {"not known", "unknown", "don't know", "?"}


class Day(FormField[PartialDate | None]):
    """A day or a month as ``dates`` reads them. Empty if nothing is typed.

    ``past`` refuses a day in the future, by the UK's calendar, ``to_come`` one that has gone by.
    ``or_today`` takes today if nothing is typed.
    """

    def __init__(
        self,
        *,
        needed: str = "",
        past: bool = False,
        to_come: bool = False,
        or_today: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(load_default=None, **kwargs)
        self.needed, self.past, self.or_today, self.to_come = needed, past, or_today, to_come

    def in_words(self, typed: str) -> str:
        return _in_words(typed)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> PartialDate | None:
        text = str(value).strip()
        if not text:
            if self.needed:
                raise ValidationError(self.needed)
            return PartialDate(today().isoformat()) if self.or_today else None
        day = _day(text)
        if self.past and day.first > today():
            raise ValidationError("This day has not come yet. Look at it again.")
        if self.to_come and day.last < today():
            raise ValidationError("This day has gone by. Look at it again.")
        return day


@dataclass(frozen=True)
class NotKnown:
    """The answer of a person who says that nobody knows the day."""


class When(FormField[PartialDate | NotKnown | None]):
    """When a thing happened: the day that its fact is true for. ``Command`` reads it of itself.

    Nothing typed means today, so None. ``ahead`` allows a day that has not come yet, for what
    will begin to stand.
    """

    def __init__(self, *, ahead: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("hint", WHEN_HINT)
        super().__init__(load_default=None, **kwargs)
        self.ahead = ahead

    def in_words(self, typed: str) -> str:
        return _in_words(typed)

    def _deserialize(
        self, value: Any, attr: Any, data: Any, **_: Any
    ) -> PartialDate | NotKnown | None:
        text = str(value).strip()
        if not text:
            return None
        if text.lower().rstrip(".") in _NOT_KNOWN:
            return NotKnown()
        day = _day(text)
        if not self.ahead and day.first > today():
            raise ValidationError("This day has not come yet. Look at it again.")
        return day


class Moment(FormField[str]):
    """A day and time of the UK, as the browser sends it, in words. Never in the future.

    ``within`` refuses a moment that is longer ago: a wrong year would count as in time.
    """

    def __init__(self, *, needed: str, within: timedelta | None = None, **kwargs: Any) -> None:
        super().__init__(load_default="", **kwargs)
        self.needed, self.within = needed, within

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        if not str(value).strip():
            raise ValidationError(self.needed)
        moment = _moment(str(value).strip())
        if moment > datetime.now(UK):
            raise ValidationError("This time has not come yet. Look at it again.")
        if self.within and moment < datetime.now(UK) - self.within:
            raise ValidationError(
                f"This is more than {self.within.days} days ago. Look at it again."
            )
        return f"{in_words(moment.date())}, {moment:%H:%M}"


def _moment(text: str) -> datetime:
    """By the clock in the UK. In the hour that comes twice, the first one."""
    found = _MOMENT.fullmatch(text)
    day = _day(found[1]) if found else None
    if not found or not day or day.precision != "day":
        raise ValidationError("Write the day and time as 2026-11-21 14:05.")
    try:
        moment = datetime.combine(day.first, time(int(found[2]), int(found[3])), UK)
    except ValueError:
        raise ValidationError(f"“{found[2]}:{found[3]}” is no time of the day.") from None
    if moment.astimezone(UTC).astimezone(UK).time() != moment.time():
        raise ValidationError("The clocks went forward then, and left this hour out.")
    return moment


def _day(text: str) -> PartialDate:
    try:
        return read_day(text)
    except NotADay as error:
        raise ValidationError(f"{error.words} Write it {HINT[0].lower()}{HINT[1:]}") from None


def _in_words(typed: str) -> str:
    """The day that was read, so that 3/4/2020 is seen to be in April."""
    try:
        return str(read_day(typed))
    except NotADay:
        return typed
