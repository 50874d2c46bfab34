"""Every deadline: case reviews, copies of reports and actions, with their owner and due day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from events.assurance.audit import AuditActionAgreed, AuditActionCompleted, AuditBegun, AuditOpened
from events.deadlines.deadline import Clock, DeadlineRecalculated, DeadlineSet
from events.fact import Fact
from events.governance.action import ActionDueDayMoved
from events.governance.decision import (
    DecisionActionAgreed,
    DecisionActionCompleted,
    DecisionProposed,
)
from events.governance.meeting import MeetingActionAgreed, MeetingActionCompleted, MeetingHeld
from events.learning import case_review as case
from events.learning import practice_review, rapid_review
from events.period import PartialDate
from events.reporting.report import CopySent, ReportDrafted, ReportPublished
from events.reporting.report_draft import ReportDraftChanged
from projections.deadlines.copy_deadlines import COPIES, both_have_copies, copies_of
from projections.deadlines.deadline_rows import (
    ACTIONS,
    WHAT,
    About,
    Deadline,
    action_of,
    counted,
    counted_again,
    has_a_day,
    key_of,
    put_off,
    stated_in,
    stopped,
    unknown,
)
from projections.engine.projection import Projection
from projections.engine.tables import TableOf

_Agreed = case.CaseActionAgreed | DecisionActionAgreed | AuditActionAgreed | MeetingActionAgreed


class Deadlines(Projection):
    name = "deadline_board"
    subjects = TableOf(About)
    deadlines = TableOf(Deadline, index=("is_open", "subject"))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case AuditOpened() | AuditBegun():
                self.subjects.put(About(id, "audit action", fact.title, fact.demo))
            case DecisionProposed():
                self.subjects.put(About(id, "decision action", fact.title, fact.demo))
            case MeetingHeld(body=body, held_on=on):
                name = f"{body}, {on or 'day not stated'}"
                self.subjects.put(About(id, "meeting action", name, False))
            case (
                case.CaseActionAgreed()
                | DecisionActionAgreed()
                | AuditActionAgreed()
                | MeetingActionAgreed()
            ):
                self._agree(fact)
            case (
                case.CaseActionCompleted()
                | DecisionActionCompleted()
                | AuditActionCompleted()
                | MeetingActionCompleted()
            ):
                self._meet(id, fact.action, fact.on)
            case ActionDueDayMoved(subject=about, action=name, due=due, why=why):
                self.deadlines.change(key_of(about, name), lambda row: put_off(row, due, why))
            case DeadlineSet(clock=clock):
                if self.deadlines.get(key_of(id, clock)) is None:
                    self._start(id, clock)
                self.deadlines.change(key_of(id, clock), lambda row: counted(row, fact))
            case DeadlineRecalculated(clock=clock):
                self.deadlines.change(key_of(id, clock), lambda row: counted_again(row, fact))
            case _:
                self._report(fact)
                self._incident(fact)
                self._review(fact)

    def open(self) -> list[Deadline]:
        """What is not done: the earliest first, and what nobody can assess at the end."""
        rows = [row for row in self.deadlines.where(is_open=True) if has_a_day(row)]
        return sorted(rows, key=lambda row: row.by or "~")

    def closed(self) -> list[Deadline]:
        """What was done or stopped, the latest due first."""
        rows = [row for row in self.deadlines.where(is_open=False) if has_a_day(row)]
        return sorted(rows, key=lambda row: row.by, reverse=True)

    def owned_by(self, names: Collection[str]) -> list[Deadline]:
        """Actions that are not done and whose owner has one of these names, by day."""
        folded = {name.casefold() for name in names}
        rows = self.deadlines.where(is_open=True, kind=ACTIONS)
        mine = [row for row in rows if row.owner.strip().casefold() in folded]
        return sorted(mine, key=lambda row: row.by or "~")

    def of(self, subject: UUID) -> list[Deadline]:
        return sorted(self.deadlines.where(subject=subject), key=lambda row: row.by or "~")

    def _report(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case ReportDrafted():
                drafted = About(id, "report", fact.title, False)
                self.subjects.put(drafted)
                if fact.provenance.document:  # published on a day it does not state
                    self.deadlines.put(copies_of(drafted, None))
            case ReportDraftChanged(title=title):
                self.subjects.change(id, lambda row: replace(row, name=title))
            case ReportPublished(published_on=on):
                if about := self.subjects.get(id):
                    self.deadlines.put(stated_in(copies_of(about, on), fact))
            case CopySent(recipient=recipient, sent_on=on):
                self.subjects.change(id, lambda row: _sent(row, recipient))
                if (about := self.subjects.get(id)) and both_have_copies(about):
                    self._meet(id, COPIES, on)
            case _:
                pass

    def _incident(self, fact: Fact) -> None:
        """The day that a clock counts from is told by the fact after the one that starts it."""
        id = fact.originator_id
        match fact:
            case case.CaseConsidered():
                self.subjects.put(About(id, "case review", fact.reference, fact.demo))
                if fact.to_notify:
                    self._start(id, "notification")
            case case.IncidentNotified(notified_on=on):
                self._done(id, "notification", on)
                if self.deadlines.get(key_of(id, "rapid review")) is None:
                    self._start(id, "rapid review")
            case rapid_review.RapidReviewCompleted(completed_on=on):
                self._done(id, "rapid review", on)
            case case.CaseClosed():
                for clock in WHAT:
                    self.deadlines.change(key_of(id, clock), stopped)
            case _:
                pass

    def _review(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case practice_review.ReviewCommissioned():
                self._start(id, "practice review")
            case practice_review.PublicationPlanned() | practice_review.PublicationDeferred():
                self._start(id, "copies before publication")
            case practice_review.FullReportSent(sent_on=on):
                self._done(id, "copies before publication", on)
            case practice_review.ReviewPublished(published_on=on):
                self._done(id, "practice review", on)
            case _:
                pass

    def _start(self, subject: UUID, clock: Clock) -> None:
        """Starts a clock, or starts it again if it is open: a later plan replaces an earlier."""
        known, about = self.deadlines.get(key_of(subject, clock)), self.subjects.get(subject)
        if about and (known is None or known.is_open):
            self.deadlines.put(unknown(about, clock))

    def _done(self, subject: UUID, clock: Clock, on: PartialDate) -> None:
        """Also where no clock was running yet: it may be told later from when it ran."""
        if self.deadlines.get(key_of(subject, clock)) is None:
            self._start(subject, clock)
        self._meet(subject, clock, on)

    def _agree(self, fact: _Agreed) -> None:
        about = self.subjects.get(fact.originator_id)
        if about:
            row = action_of(about, fact.action, fact.text, fact.owner, fact.due)
            self.deadlines.put(stated_in(row, fact))

    def _meet(self, subject: UUID, name: str, on: PartialDate) -> None:
        self.deadlines.change(
            key_of(subject, name), lambda row: replace(row, met_on=on, is_open=False)
        )


def _sent(row: About, recipient: str) -> About:
    return replace(row, copies=(*row.copies, recipient))
