"""Every action agreed anywhere: who does it, by when, how far it is, what it changed."""

from __future__ import annotations

from dataclasses import replace

from events.assurance import audit
from events.fact import Fact
from events.governance import action, decision, meeting
from events.learning import case_review as case
from events.period import PartialDate
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.governance.action_rows import Note, Source, Tracked, by_day


class Actions(Projection):
    name = "action_tracker"
    sources = TableOf(Source)
    actions = TableOf(Tracked, index=("subject",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case decision.DecisionProposed(title=title, demo=demo):
                self.sources.put(Source(id, "decision", title, demo))
            case (
                audit.AuditOpened(title=title, demo=demo) | audit.AuditBegun(title=title, demo=demo)
            ):
                self.sources.put(Source(id, "audit", title, demo))
            case case.CaseConsidered(reference=reference, demo=demo):
                self.sources.put(Source(id, "review", reference, demo))
            case meeting.MeetingHeld(body=body, held_on=on):
                self.sources.put(Source(id, "meeting", f"{body}, {on or 'day not stated'}", False))
            case meeting.ResolutionPassed(number=number, text=text, asks=asks) if asks:
                self._agree(fact, f"resolution {number}", text, asks, None)
            case meeting.ResolutionCompleted(number=number, result=result):
                self._complete(fact, f"resolution {number}", result)
            case (
                decision.DecisionActionAgreed()
                | audit.AuditActionAgreed()
                | meeting.MeetingActionAgreed()
                | case.CaseActionAgreed()
            ):
                self._agree(fact, fact.action, fact.text, fact.owner, fact.due)
            case (
                decision.DecisionActionCompleted()
                | audit.AuditActionCompleted()
                | meeting.MeetingActionCompleted()
                | case.CaseActionCompleted()
            ):
                self._complete(fact, fact.action, fact.result)
            case _:
                self._follow(fact)

    def all(self) -> list[Tracked]:
        """By the day they are due; those without a day last."""
        return sorted(self.actions.where(), key=by_day)

    def action(self, key: str) -> Tracked | None:
        return self.actions.get(key)

    def _agree(self, fact: Fact, name: str, text: str, owner: str, due: PartialDate | None) -> None:
        source = self.sources.get(fact.originator_id)
        if source is not None:
            key = f"{source.id}:{name}"
            self.actions.put(
                Tracked(
                    key,
                    source.kind,
                    source.id,
                    name,
                    text,
                    owner,
                    due,
                    due,
                    fact.on,
                    source.title,
                    source.demo,
                )
            )

    def _complete(self, fact: Fact, name: str, result: str) -> None:
        key = f"{fact.originator_id}:{name}"
        self.actions.change(key, lambda row: replace(row, result=result, done_on=fact.on))

    def _follow(self, fact: Fact) -> None:
        match fact:
            case action.ActionProgressNoted(subject=subject, action=name, progress=progress):
                note = Note(progress, fact.on)
                self.actions.change(
                    f"{subject}:{name}", lambda row: replace(row, notes=(*row.notes, note))
                )
            case action.ActionDueDayMoved(subject=subject, action=name, due=due, why=why):
                moved = Note(why, fact.on)
                self.actions.change(
                    f"{subject}:{name}",
                    lambda row: replace(row, due=due, moved_why=(*row.moved_why, moved)),
                )
            case action.ActionImpactNoted(subject=subject, action=name, impact=impact):
                seen = Note(impact, fact.on)
                self.actions.change(
                    f"{subject}:{name}", lambda row: replace(row, impacts=(*row.impacts, seen))
                )
            case _:
                pass
