"""A cell of a spreadsheet in the words that a person sees in it."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from web.site.cleaned_text import cleaned

_DECIMALS = re.compile(r"0\.(0+)")


def shown(cell: Any) -> str:
    """A percentage as 66.5%, money in pounds, a day as 2024-09-09. No digit is rounded."""
    value: Any = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(Decimal(repr(value)), getattr(cell, "number_format", "") or "")
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return cleaned(str(value)).strip()


def _number(number: Decimal, form: str) -> str:
    """A number with all its decimals, and at least as many as the cell shows."""
    pattern = form.split(";")[0]
    if "%" in pattern:
        number *= 100
    number = number.normalize()
    written = _DECIMALS.search(pattern)
    exponent = number.as_tuple().exponent
    decimals = max(len(written[1]) if written else 0, -exponent if isinstance(exponent, int) else 0)
    words = f"{number:.{max(decimals, 0)}f}"
    if "%" in pattern:
        return f"{words}%"
    return f"£{words}" if "£" in pattern else words
