"""The days that a case review may be given."""

from __future__ import annotations

from events.period import PartialDate
from services.learning.case_review_state import _FIRST_YEAR, _LAST_YEAR
from services.refusals import Missing, Refusal


class BadDay(Refusal):
    words = "Look at the year again: it should be between 1990 and 2100."


class TooEarly(Refusal):
    words = "That is before the partnership became aware of it. Look at both days again."


def sensible(on: PartialDate, field: str, aware_on: PartialDate | None = None) -> PartialDate:
    """A day to the day, not before the partnership knew. Raises ``BadDay``, ``TooEarly``."""
    if not _FIRST_YEAR <= on.first.year <= _LAST_YEAR:
        raise BadDay(field=field)
    if aware_on and on.last < aware_on.first:
        raise TooEarly(field=field)
    return on


def needed(text: str, words: str, field: str) -> str:
    """Raises ``Missing`` where nothing is written."""
    if not text:
        raise Missing(words, field=field)
    return text
