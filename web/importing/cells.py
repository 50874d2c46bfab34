"""A cell of a spreadsheet in the words that a person sees in it."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from web.site.cleaned_text import cleaned

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # words and spaces around the digits
_DIGITS = re.compile(r"[0#?][0#?,]*(?:\.([0#?]*))?")
_OTHERWISE = re.compile("[/E]")  # as a fraction, or in powers of ten
_MOST_DECIMALS = 10


def shown(cell: Any) -> str:
    """A percentage as 67%, money in pounds, a day as 2024-09-09: as the spreadsheet shows them."""
    value: Any = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(value, (getattr(cell, "number_format", "") or "").split(";")[0])
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return cleaned(str(value)).strip()


def _number(value: float, form: str) -> str:
    """The number as its form shows it: rounded as there, half a unit up."""
    bare = _LITERAL.sub("", form)
    number = Decimal(f"{value:.15g}")  # as many digits as a spreadsheet knows
    if "%" in bare:
        number *= 100
    found = None if _OTHERWISE.search(bare) else _DIGITS.search(bare)
    decimals = (found[1] or "") if found else "#" * _MOST_DECIMALS
    number = number if found else Decimal(f"{number:.{_MOST_DECIMALS}g}")
    words = _written(number, decimals.count("0"), len(decimals))
    if "%" in form:  # also one that is only written behind it
        return f"{words}%"
    return f"£{words}" if "£" in form else words


def _written(number: Decimal, always: int, most: int) -> str:
    """With so many decimals always, and at most so many."""
    if _decimals_of(number) > most:
        number = number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    short = number.normalize() + 0  # no minus before nothing
    return f"{short:.{max(always, _decimals_of(short))}f}"


def _decimals_of(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
