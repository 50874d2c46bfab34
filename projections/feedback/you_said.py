"""You said, we did, or we could not and why: theme by theme, for everyone."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from typing import get_args

from sqlalchemy import select

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted, FeedbackTakenBack, StatementQuoted
from events.feedback.triage import ConcernEscalated, ThemeGiven
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
    CountedSubmission,
    DidRow,
    SaidRow,
    WeekTally,
    answered_by,
    monday_of,
    said_row,
    with_impact,
)
from projections.feedback.you_said_views import Answer, Theme, did_of, theme_of

MOST_ANSWERS = 20
MADE_UP_WEEK = "0001-01-01"  # nobody is found out by a message that was made up


class YouSaid(Projection):
    name = "you_said"
    version = 5
    heard = TableOf(CountedSubmission)
    tallies = TableOf(WeekTally)
    said = TableOf(SaidRow)
    did = TableOf(DidRow, index=(("theme", "made"), ("from_children", "made")))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FeedbackSubmitted(demo=demo):
                self.heard.put(CountedSubmission(id, demo=demo))
            case ThemeGiven(theme=theme):
                self._count(fact, theme)
            case FeedbackTakenBack() | ConcernEscalated():
                self._count(fact, "")
            case StatementQuoted():
                self.said.put(said_row(fact))
            case StatementWithdrawn():
                self.said.change(id, lambda row: replace(row, words="", withdrawn=True))
            case DecisionProposed(theme=theme, demo=demo):
                self.did.put(DidRow(id, theme, demo))
            case EvidenceLinked(kind="feedback" | "statement" | "inspection" | "consultation"):
                self.did.change(id, lambda row: replace(row, from_children=True))
            case DecisionMade():
                self.did.change(id, lambda row: answered_by(row, fact))
            case ImpactObserved(child_words=impact):
                self.did.change(id, lambda row: with_impact(row, impact))
            case DecisionSuperseded():
                self.did.change(id, lambda row: replace(row, outcome=""))
            case _:
                pass

    def themes(self, today: date) -> list[Theme]:
        """Themes with a quotation or an answer, or that many spoke of: what was done comes first.

        A theme that only a few spoke of stays closed until it is answered: it could name somebody.
        How many told us is what it was at the end of the last week that is over.
        """
        said = self.statements()
        heard = self._heard_before(monday_of(today))
        names = dict.fromkeys([row.theme for row in said] + self._answered() + list(heard))
        every = [
            theme_of(name, said, self._done(name), heard.get(name, Counter())) for name in names
        ]
        themes = [theme for theme in every if theme.said or theme.did or theme.heard >= FEW]
        return sorted(themes, key=lambda theme: (-len(theme.did), -len(theme.said), theme.theme))

    def names(self) -> list[str]:
        """Every theme that staff have used, for them to choose from."""
        told = [row.theme for row in self.statements()] + self._answered()
        return sorted({*told, *(tally.theme for tally in self.tallies.where() if tally.many)})

    def answers(self, most: int) -> list[Answer]:
        """Answers with a known day, on every theme, the newest first."""
        rows = self.did.where(
            order="made",
            newest_first=True,
            page=slice(0, most),
            from_children=True,
            outcome=get_args(Outcome),
        )
        found = [Answer(row.id, row.theme, did_of(row), row.on.first) for row in rows if row.on]
        return sorted(found, key=lambda answer: answer.day, reverse=True)

    def statements(self) -> list[SaidRow]:
        """What documents quoted or told, but for what was withdrawn."""
        return self.said.where(order="position", withdrawn=False)

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

    def _heard_before(self, week: str) -> dict[str, Counter[str]]:
        """By theme, how many told us before this week, and how many of them were made up."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for tally in self.tallies.where():
            if tally.week < week:
                found[tally.theme] += Counter(many=tally.many, demo=tally.demo)
        return {theme: counts for theme, counts in found.items() if counts["many"]}

    def _count(self, fact: Fact, theme: str) -> None:
        """Counts one submission towards a theme; none where nothing of it may count any more.

        What was counted in a week that is over by now stays: it may have been published.
        """
        was, week = self.heard.get(fact.originator_id), _week_of(fact)
        if was is None or (was.week and (was.week < week or was.demo)):
            return
        now = replace(was, theme=theme, week=week if not was.demo else MADE_UP_WEEK)
        self.heard.put(now)
        self._tally(was, -1)
        self._tally(now, 1)

    def _tally(self, row: CountedSubmission, step: int) -> None:
        if row.theme:
            key = f"{row.week}|{row.theme}"
            known = self.tallies.get(key) or WeekTally(key, row.theme, row.week)
            demo = known.demo + step * row.demo
            self.tallies.put(replace(known, many=known.many + step, demo=demo))


def _week_of(fact: Fact) -> str:
    return monday_of(fact.recorded_on.first)
