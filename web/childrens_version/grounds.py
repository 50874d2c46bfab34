"""What a decision rests on, as a children's version says it: children's words, and visits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import TAKEN_OFF, Entry
from projections.reporting.report_contents import EntryGroup
from services.reading_age import is_easy_to_read


class Ground(NamedTuple):
    """``words`` are children's own, another's account of them, or the place that was visited."""

    kind: Literal["quote", "paraphrase", "visit"]
    words: str


def grounds_of(
    view: AnnualReport, decisions: Iterable[EntryGroup]
) -> Mapping[str, tuple[Ground, ...]]:
    """By the key of the decision's entry. What was withdrawn or taken off is not there."""
    return {group.head.key: tuple(_grounds(view, group)) for group in decisions}


def _grounds(view: AnnualReport, group: EntryGroup) -> Iterable[Ground]:
    for part in group.of("rests on"):
        for id in part.derived_from:
            rows = [row for row in view.of_subject(id) if not row.superseded]
            yield from _heard(rows)


def _heard(rows: list[Entry]) -> Iterable[Ground]:
    """An account that children can't read is left to the long report."""
    gone = any(row.kind in ("withdrawn", TAKEN_OFF) for row in rows)
    for row in () if gone else rows:
        if row.kind == "visit":
            yield Ground("visit", row.heading)
        elif row.kind == "quote" or (row.kind == "paraphrase" and is_easy_to_read(row.words)):
            yield Ground("quote" if row.kind == "quote" else "paraphrase", row.words)
