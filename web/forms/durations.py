"""Hours as people write them, in minutes."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import ValidationError

from services.inspections.inspector import TooLong
from web.forms.fields import FormField

_WRITTEN = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?|(\d{1,2})[:h]([0-5]\d)", re.ASCII)
_MORE_THAN_A_DAY = re.compile(r"[1-9]\d{2,}([.,:h]\d*)?", re.ASCII)


class Hours(FormField[int]):
    """Hours such as 2, 1.5 or 1:30, as minutes. An empty field is 0."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=0, **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> int:
        written = re.sub(r"\s|hours?$", "", str(value).strip().lower())
        if not written:
            return 0
        if _MORE_THAN_A_DAY.fullmatch(written):
            raise ValidationError(TooLong.words)
        found = _WRITTEN.fullmatch(written)
        if not found:
            raise ValidationError("Write the hours as a number, such as 2, 1.5 or 1:30.")
        whole, part, hours, minutes = found.groups()
        if whole:
            return round(60 * float(f"{whole}.{part or 0}"))
        return 60 * int(hours) + int(minutes)
