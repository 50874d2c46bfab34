"""You said, we did, or we could not and why: theme by theme, for everyone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args
from uuid import UUID

from sqlalchemy import select

from events.fact import Fact
from events.feedback.feedback import (
    ConcernEscalated,
    FeedbackSubmitted,
    FeedbackTakenBack,
    StatementQuoted,
    ThemeGiven,
)
from events.governance.decision import (
    DecisionMade,
    DecisionProposed,
    DecisionSuperseded,
    EvidenceLinked,
    ImpactObserved,
)
from events.participation.quotation import StatementWithdrawn
from events.vocabulary import Outcome
from projections.counts.disclosure_control import FEW
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.feedback.you_said_rows import (
    Answer,
    CountedSubmission,
    Did,
    DidRow,
    Said,
    SaidRow,
    Theme,
    ThemeTally,
)

MOST_ANSWERS = 20


class YouSaid(Projection):
    name = "you_said"
    version = 4
    heard = TableOf(CountedSubmission)
    tallies = TableOf(ThemeTally)
    said = TableOf(SaidRow)
    did = TableOf(DidRow, index=(("theme", "made"), ("from_children", "made")))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FeedbackSubmitted(demo=demo):
                self.heard.put(CountedSubmission(id, demo=demo))
            case ThemeGiven(theme=theme):
                self._count(id, lambda row: replace(row, theme=theme))
            case FeedbackTakenBack() | ConcernEscalated():
                self._count(id, lambda row: replace(row, counts=False))
            case StatementQuoted():
                self.said.put(_said(fact))
            case StatementWithdrawn():
                self.said.change(id, lambda row: replace(row, words="", withdrawn=True))
            case DecisionProposed(theme=theme, demo=demo):
                self.did.put(DidRow(id, theme, demo))
            case EvidenceLinked(kind="feedback" | "statement" | "inspection"):
                self.did.change(id, lambda row: replace(row, from_children=True))
            case DecisionMade():
                self._make(fact)
            case ImpactObserved(impact=impact):
                self.did.change(id, lambda row: _changed(row, impact))
            case DecisionSuperseded():
                self.did.change(id, lambda row: replace(row, outcome=""))
            case _:
                pass

    def themes(self) -> list[Theme]:
        """Themes with a quotation or an answer, or that many spoke of: what was done comes first.

        A theme that only a few spoke of stays closed until it is answered: it could name somebody.
        """
        said = self.statements()
        heard = {tally.theme: tally for tally in self.tallies.where()}
        names = dict.fromkeys([row.theme for row in said] + self._answered() + list(heard))
        every = [
            _theme(name, said, self._done(name), heard.get(name, ThemeTally(name)))
            for name in names
        ]
        themes = [theme for theme in every if theme.said or theme.did or theme.heard >= FEW]
        return sorted(themes, key=lambda theme: (-len(theme.did), -len(theme.said), theme.theme))

    def answers(self, most: int) -> list[Answer]:
        """What was done on a day that is known, the newest first, whatever it was about."""
        rows = self.did.where(
            order="made",
            newest_first=True,
            page=slice(0, most),
            from_children=True,
            outcome=get_args(Outcome),
        )
        found = [Answer(row.id, row.theme, _did(row), row.on.first) for row in rows if row.on]
        return sorted(found, key=lambda answer: answer.day, reverse=True)

    def statements(self) -> list[SaidRow]:
        """What documents quoted or told, but for what was withdrawn."""
        return self.said.where(order="position", withdrawn=False)

    def _make(self, fact: DecisionMade) -> None:
        def made(row: DidRow) -> DidRow:
            on = fact.made_on or fact.told_on
            return replace(
                row,
                outcome=fact.outcome,
                words=fact.decided,
                why=fact.child_reason,
                on=on,
                made=fact.micros,
            )

        self.did.change(fact.originator_id, made)

    def _done(self, theme: str) -> list[DidRow]:
        """The newest answers to one theme; older ones stand in the yearly reports."""
        return self.did.where(
            order="made",
            newest_first=True,
            page=slice(0, MOST_ANSWERS),
            theme=theme,
            from_children=True,
            outcome=get_args(Outcome),
        )

    def _answered(self) -> list[str]:
        columns = self.did.table.c
        query = (
            select(columns.theme)
            .distinct()
            .where(columns.from_children, columns.outcome != "", columns.theme != "")
        )
        return [theme for (theme,) in self.connection.execute(query)]

    def _count(self, id: UUID, change: Callable[[CountedSubmission], CountedSubmission]) -> None:
        """Changes what one submission counts towards, and the counts of its themes with it."""
        was = self.heard.get(id)
        if was is None:
            return
        now = change(was)
        self.heard.put(now)
        self._tally(was, -1)
        self._tally(now, 1)

    def _tally(self, row: CountedSubmission, step: int) -> None:
        if row.theme and row.counts:
            known = self.tallies.get(row.theme) or ThemeTally(row.theme)
            demo = known.demo + step * row.demo
            self.tallies.put(replace(known, many=known.many + step, demo=demo))


def _changed(row: DidRow, impact: str) -> DidRow:
    return replace(row, outcome="we did", words=f"{row.words.rstrip('.')}. {impact}")


def _said(fact: StatementQuoted) -> SaidRow:
    return SaidRow(
        fact.originator_id,
        fact.theme,
        fact.words,
        fact.who,
        fact.verbatim,
        fact.provenance.source,
        fact.micros,
    )


def _theme(name: str, said: list[SaidRow], did: list[DidRow], heard: ThemeTally) -> Theme:
    return Theme(
        name,
        tuple(Said(r.words, r.who, r.is_quote, r.source) for r in said if r.theme == name),
        tuple(_did(row) for row in did),
        heard.many,
        heard.demo > 0,
    )


def _did(row: DidRow) -> Did:
    outcome: Outcome = "we will"
    if row.outcome == "we did":
        outcome = "we did"
    elif row.outcome == "we could not":
        outcome = "we could not"
    return Did(outcome, row.words, row.why, row.on, row.demo)
