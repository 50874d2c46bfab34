"""What was said and done about each theme, as rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.feedback.feedback import StatementQuoted
from events.governance.decision import DecisionMade
from events.period import PartialDate


@dataclass(frozen=True)
class CountedSubmission:
    """One submission, as far as it counts towards a theme: no words."""

    feedback_id: UUID
    theme: str = ""
    demo: bool = False
    counts: bool = True


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
class ThemeTally:
    """How many told us of a theme, and how many of them were made up."""

    theme: str
    many: int = 0
    demo: int = 0


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
