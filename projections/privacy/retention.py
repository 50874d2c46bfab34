"""Retention: how long words are kept, and which are due for erasure, ahead of their day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted
from events.feedback.triage import FeedbackAnswered, ThemeGiven
from events.period import months_after
from events.privacy.erasure import Forgot
from events.privacy.retention import RetainedOutcome, RetentionExtended, RetentionSet
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf

_SHORT_MONTHS = timedelta(days=3)  # 30 November and three months is 28 February


@dataclass(frozen=True)
class Rule:
    outcome: str
    months: int
    on: str


@dataclass(frozen=True)
class RetainedSubject:
    """One submission. Its clock starts with its first answer and never starts again by itself."""

    subject: UUID
    since: str
    outcome: str
    theme: str = ""
    about: str = ""
    until: str = ""
    why: Personal = ""
    is_forgotten: bool = False


@dataclass(frozen=True)
class Due:
    kept: RetainedSubject
    on: date


class Retention(Projection):
    name = "retention_list"
    rules = TableOf(Rule)
    version = 3
    kept_rows = TableOf(RetainedSubject, index=(("is_forgotten", "outcome", "since"),))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case RetentionSet(outcome=outcome, months=months):
                self.rules.put(Rule(outcome, months, str(fact.on)))
            case RetentionExtended(subject=subject, until=until, why=why):
                day = until.last.isoformat()
                self.kept_rows.change(
                    subject, lambda row: replace(row, until=max(row.until, day), why=why)
                )
            case FeedbackSubmitted(about=about):
                day = fact.recorded_on.text
                self.kept_rows.put(RetainedSubject(id, day, "no answer", about=about))
            case ThemeGiven(theme=theme):
                self.kept_rows.change(id, lambda row: replace(row, theme=theme))
            case FeedbackAnswered():
                self.kept_rows.change(id, lambda row: _answered(row, fact))
            case Forgot(subject=subject):
                self.kept_rows.change(subject, lambda row: replace(row, is_forgotten=True))
            case _:
                pass

    def periods(self) -> dict[str, Rule]:
        return {rule.outcome: rule for rule in self.rules.where()}

    def due(self, by: date) -> list[Due]:
        """What may be forgotten by that day, the earliest first; nothing where no period is set."""
        found = [due for rule in self.periods().values() for due in self._due_under(rule, by)]
        return sorted(found, key=lambda due: due.on)

    def _due_under(self, rule: Rule, by: date) -> list[Due]:
        if not rule.months:
            return []
        columns = self.kept_rows.table.c
        query = select(self.kept_rows.table).where(
            columns.is_forgotten.is_(False),
            columns.outcome == rule.outcome,
            columns.since <= (months_after(by, -rule.months) + _SHORT_MONTHS).isoformat(),
        )
        found = []
        for row in self.kept_rows.found(query):
            on = months_after(date.fromisoformat(row.since), rule.months)
            on = max(on, date.fromisoformat(row.until)) if row.until else on
            found += [Due(row, on)] if on <= by else []
        return found


def _answered(row: RetainedSubject, fact: FeedbackAnswered) -> RetainedSubject:
    """A second answer changes the outcome and does not start the clock again."""
    outcome: RetainedOutcome = fact.outcome
    if row.outcome != "no answer":
        return replace(row, outcome=outcome)
    return replace(row, outcome=outcome, since=fact.recorded_on.text)
