"""What was said and done about each theme, as rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from events.feedback.feedback import StatementQuoted
from events.governance.decision import DecisionMade
from events.period import PartialDate


@dataclass(frozen=True)
class CountedSubmission:
    """One submission, as far as it counts towards a theme: no words.

    ``week`` is the Monday (ISO) of the week in which it was given its theme. What still counts at
    the end of that week counts for ever: a number that everybody may see never goes down, so
    nobody learns from it that a message was escalated or taken back.
    """

    feedback_id: UUID
    theme: str = ""
    demo: bool = False
    week: str = ""


@dataclass(frozen=True)
class SaidRow:
    id: UUID
    theme: str
    words: str
    who: str
    is_quote: bool
    source: str
    position: int
    withdrawn: bool = False


@dataclass(frozen=True)
class DidRow:
    id: UUID
    theme: str
    demo: bool
    from_children: bool = False
    outcome: str = ""
    words: str = ""
    why: str = ""
    on: PartialDate | None = None
    made: int = 0


@dataclass(frozen=True)
class WeekTally:
    """How many told us of a theme in one week, and how many of them were made up."""

    key: str
    theme: str
    week: str
    many: int = 0
    demo: int = 0


def monday_of(day: date) -> str:
    """The week that a day lies in, by its Monday (ISO)."""
    return (day - timedelta(days=day.weekday())).isoformat()


def with_impact(row: DidRow, impact: str) -> DidRow:
    return replace(row, outcome="we did", words=f"{row.words.rstrip('.')}. {impact}")


def said_row(fact: StatementQuoted) -> SaidRow:
    return SaidRow(
        fact.originator_id,
        fact.theme,
        fact.words,
        fact.who,
        fact.verbatim,
        fact.provenance.source,
        fact.micros,
    )


def answered_by(row: DidRow, fact: DecisionMade) -> DidRow:
    return replace(
        row,
        outcome=fact.outcome,
        words=fact.decided,
        why=fact.child_reason,
        on=fact.made_on or fact.told_on,
        made=fact.micros,
    )
