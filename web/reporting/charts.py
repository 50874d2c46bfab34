"""The bars of a yearly report: only numbers that the page shows, as it shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from projections.counts.count_table import HIDDEN, Counts
from projections.counts.disclosure_control import protected, published_within
from projections.learning.attendance import Totals
from projections.reporting.coverage import Sections
from projections.reporting.entries.learning.case_reviews import PUBLISHED
from web.feedback.vocabulary import FEELINGS, NO_FEELING

FEELING_NAMES = {**FEELINGS, "": NO_FEELING}
_RATINGS = ("green", "amber", "red", "not rated", "not applicable")


class Bar(NamedTuple):
    """``number`` is drawn. It is none if hidden. ``shown`` is the text."""

    label: str
    number: float | None
    shown: str


class OverTime(NamedTuple):
    """``rows`` are a label and one bar for each of ``columns``."""

    columns: tuple[str, ...]
    rows: list[tuple[str, list[Bar]]]


def of_feelings(counts: Counts) -> OverTime | None:
    """How young people felt, by quarter. None if that could tell of one of them."""
    shown = published_within(counts)
    if shown is None:
        return None
    rows = [
        (
            FEELING_NAMES[name],
            [_bar(quarter, shown.cells[at][to]) for at, quarter in enumerate(shown.rows)],
        )
        for to, name in enumerate(shown.columns)
        if any(row[to] != "0" for row in shown.cells)
    ]
    return OverTime(shown.rows, rows)


def of_reviews(sections: Sections) -> list[Bar]:
    """Steps of case reviews counted from the record. A count of 1 to 7 has no length.

    Reviews that were published are no secret: their count is never hidden.
    """
    steps = Counter(
        group.head.heading for group in sections.get("reviews", ()) if group.head.kind == "step"
    )
    return [
        Bar(label, many, str(many)) if label == PUBLISHED else _bar(label, protected(many))
        for label, many in sorted(steps.items())
    ]


def of_training(totals: Totals) -> list[Bar]:
    """Adults at training. Partnerships publish these counts themselves, so none is hidden."""
    if not totals.sessions:
        return []
    counted = {"Booked": totals.booked, "Came": totals.attended, "Did not show": totals.no_shows}
    return [Bar(label, many, f"{many:,}") for label, many in counted.items()]


def of_audits(sections: Sections) -> list[Bar]:
    """How many standards have which rating. Each agency's latest rating counts once."""
    counted = ratings_of(sections)
    return [
        Bar(f"Rated {name}", counted[name], str(counted[name]))
        for name in _RATINGS
        if counted[name]
    ]


def ratings_of(sections: Sections) -> Counter[str]:
    """How often each rating stands. An agreed rating replaces one that was typed before."""
    return Counter(dict(_ratings(sections)).values())


def _ratings(sections: Sections) -> Iterable[tuple[tuple[str, str], str]]:
    for group in sections.get("audits", ()):
        for part in group.of("rating", "rating agreed"):
            yield (str(part.subject), part.words), part.value


def _bar(label: str, shown: str) -> Bar:
    return Bar(label, None if shown == HIDDEN else int(shown.replace(",", "")), shown)
