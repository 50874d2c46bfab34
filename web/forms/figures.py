"""Numbers, figures and periods as people type them, with words for what is wrong."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import ValidationError

from events.period import PartialDate, Period
from events.value import Value
from events.value_text import NotAValue, read_value
from services.refusals import Missing
from web.forms.dates import HINT
from web.forms.fields import FormField
from web.forms.text_fields import Line

DAY_HINT = HINT
VALUE_HINT = "As 66, 2.7%, £96,450.50, 17 of 23, about 30, fewer than 5, all, or unknown."
_NO_NUMBER = -1
_WHOLE = re.compile(r"[0-9]{1,9}")


class Whole(FormField[int | None]):
    """A whole number from 0 to 999,999,999, with or without commas. None if nothing is typed."""

    def __init__(self, *, needed: str = "", **kwargs: Any) -> None:
        super().__init__(load_default=None, **kwargs)
        self.needed = needed

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> int | None:
        text = str(value).strip().replace(",", "")
        if not text:
            if self.needed:
                raise ValidationError(self.needed)
            return None
        if not _WHOLE.fullmatch(text) or not text.isascii():
            raise ValidationError("Write a whole number, such as 12.")
        return int(text)


class Count(Whole):
    """A whole number as typed. What is no number becomes one that every rule refuses."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> int | None:
        text = str(value).strip()
        if text and not (_WHOLE.fullmatch(text) and text.isascii()):
            return _NO_NUMBER
        return super()._deserialize(value, attr, data)


class Stated(FormField[Value | None]):
    """A figure as its source states it. None if nothing is typed."""

    def __init__(self, *, longest: int = 40, needed: str = "", **kwargs: Any) -> None:
        super().__init__(load_default=None, **kwargs)
        self.needed, self._line = needed, Line(longest=longest, needed=needed)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> Value | None:
        text: str = self._line.deserialize(value)
        try:
            return read_value(text) if text else None
        except NotAValue as error:
            raise ValidationError(error.words) from None


def period_of(start: PartialDate | None, end: PartialDate | None) -> Period | None:
    """The period. None without ends. Raises ``Missing`` if one is missing or they are swapped."""
    if start is None and end is None:
        return None
    if start is None:
        raise Missing("Say when it starts, or leave both days empty.", field="start")
    if end is None:
        raise Missing("Say when it ends, or leave both days empty.", field="end")
    try:
        return Period(start, end)
    except ValueError:
        raise Missing(
            "It can't end before it starts. Look at both days again.", field="end"
        ) from None
