"""Values as a source states them: exact decimals with a kind, a qualifier and their precision.

A value is never rounded and never worked out: ``2.70`` stays ``2.70``. What a figure counts, for
which days and who says so are the figure's, not the value's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

Number = int | Decimal
Kind = Literal["count", "percentage", "money", "rate", "duration", "share"]
Qualifier = Literal[
    "exactly",
    "at least",
    "about",
    "all",
    "unknown",
    "at most",
    "fewer than",
    "more than",
    "range",
]
_BEFORE: dict[Qualifier, str] = {
    "about": "about ",
    "at most": "at most ",
    "fewer than": "fewer than ",
    "more than": "more than ",
}


@dataclass(frozen=True)
class Value:
    """A number as stated: 66, 40+, £96,450.50, 2.70%, 17 of 23, 212 per 10,000; or not known.

    ``upto`` is the upper end of a range, or the whole of a share; ``per`` is what a rate is for;
    ``unit`` is a duration's. A whole number that was recorded before there were kinds is a count.
    """

    number: Number | None
    qualifier: Qualifier = "exactly"
    kind: Kind = "count"
    upto: Number | None = None
    per: Number | None = None
    unit: str = ""

    @property
    def whole(self) -> int | None:
        """The count as a whole number, where it is an exact or rounded-off whole count."""
        if self.number is None or self.kind != "count" or self.number != int(self.number):
            return None
        return int(self.number)

    def __str__(self) -> str:
        if self.number is None:
            return {"all": "all (number not stated)"}.get(self.qualifier, "not stated")
        shown = self._shown(self.number)
        if self.qualifier == "range" and self.upto is not None:
            return f"{shown} to {self._shown(self.upto)}"
        if self.kind == "share" and self.upto is not None:
            shown = f"{shown} of {self.upto:,}"
        if self.kind == "rate" and self.per is not None:
            shown = f"{shown} per {self.per:,}"
        if self.qualifier == "at least":
            return f"{shown}+" if self.kind == "count" else f"at least {shown}"
        return _BEFORE.get(self.qualifier, "") + shown

    def _shown(self, number: Number) -> str:
        """With commas, and each digit that was typed."""
        if self.kind == "money":
            return f"{'-' if number < 0 else ''}£{abs(number):,}"
        if self.kind == "percentage":
            return f"{number:,}%"
        return f"{number:,} {self.unit}" if self.kind == "duration" else f"{number:,}"


PER_CENT = frozenset({"%", "per cent", "percent"})


def split_unit(value: Value, unit: str) -> tuple[str, str]:
    """A value and its unit in words, apart: 87% and nothing, 66 and courses.

    A number that was stated beside the unit ``%`` is a percentage, as if it was typed with it.
    """
    if unit.casefold() in PER_CENT:
        return str(replace(value, kind="percentage") if value.kind == "count" else value), ""
    return str(value), unit


def with_unit(value: Value, unit: str) -> str:
    """A value and its unit in words: 87%, 66 courses, £96,450.50."""
    return " ".join(split_unit(value, unit)).strip()
