"""The rows of the training pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from projections.counts.disclosure_control import protected_parts
from projections.governance.arrangement_rows import Declared
from projections.learning.attendance import Totals
from projections.learning.training_rows import Price
from web.feedback.vocabulary import FEELINGS, NO_FEELING
from web.site.formatting import initial


def by_period(counted: list[tuple[Declared, Totals]], every: Totals) -> list[list[object]]:
    rows = [[each.label, str(each.period), *sums(totals)] for each, totals in counted]
    return [*rows, ["All there is", "any day", *sums(every)]]


def sums(totals: Totals) -> list[int]:
    return [totals.sessions, totals.booked, totals.attended, totals.no_shows]


def price_row(price: Price) -> list[str]:
    return [
        initial(price.sector) or "As decided, in words",
        price.only_for or "all courses",
        price.words,
        price.from_when,
        price.made_by or "not stated",
        price.source,
    ]


def faces_of(faces: Iterable[str]) -> list[list[str]]:
    """How many children answered, in all and by the face they picked."""
    many, parts = protected_parts(Counter(faces))
    named = {**FEELINGS, "": NO_FEELING}
    return [["All answers", many], *([named[face], count] for face, count in parts.items())]
