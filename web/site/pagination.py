"""Long lists in pages, so that a full record opens as fast as an empty one."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from flask import request

PER_PAGE = 25
_DIGITS = 6


@dataclass(frozen=True)
class Paging:
    """Page ``number`` of ``last``, both from 1. ``rows`` is the slice of rows on it."""

    number: int
    last: int

    @property
    def rows(self) -> slice:
        return slice((self.number - 1) * PER_PAGE, self.number * PER_PAGE)

    @property
    def kept(self) -> dict[str, str]:
        """The other parameters of the address, for the links to other pages."""
        return {name: said for name, said in request.args.items() if name != "page"}


def paging(rows: int) -> Paging:
    """The page that the address asks for, or the nearest that exists."""
    asked, last = request.args.get("page", ""), max(1, ceil(rows / PER_PAGE))
    good = asked.isascii() and asked.isdecimal() and len(asked) <= _DIGITS
    return Paging(min(max(int(asked) if good else 1, 1), last), last)
