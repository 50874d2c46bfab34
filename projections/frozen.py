"""Which of what children told counts in a period; once it is published, nothing changes that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, not_, or_, true


@dataclass(frozen=True)
class Span:
    """A period by its ISO days; ``closed`` is the moment its counts were published, or 0."""

    first: str
    last: str
    closed: int = 0


def before(span: Span, spans: Iterable[Span]) -> Span | None:
    """The published period that came before, whose late arrivals count in this one."""
    earlier = [each for each in spans if each.closed and each.first < span.first]
    return max(earlier, key=lambda each: (each.last, each.closed), default=None)


def counts_in(columns: Any, span: Span, earlier: Span | None) -> ColumnElement[bool]:
    """What the ``day``, ``recorded`` and ``taken`` of a row must be for it to count in a period.

    A published period keeps what was known when it was published, even where it is taken back
    later, else the difference would tell of one child.
    """
    counted = and_(_within(columns, span), _known(columns, span))
    if earlier is None:
        return counted
    inside = _within(columns, earlier)
    late = and_(inside, columns.recorded >= earlier.closed, _known(columns, span))
    return or_(late, and_(counted, not_(and_(inside, columns.recorded < earlier.closed))))


def _within(columns: Any, span: Span) -> ColumnElement[bool]:
    return and_(columns.day >= span.first, columns.day <= span.last)


def _known(columns: Any, span: Span) -> ColumnElement[bool]:
    if not span.closed:
        return and_(true(), columns.taken == 0)
    return and_(
        columns.recorded < span.closed, or_(columns.taken == 0, columns.taken >= span.closed)
    )
