"""What audits, decisions and meetings put into a report."""

from __future__ import annotations

from events.assurance import audit
from events.governance import decision, meeting
from projections.entries.entry import Entry, entry, made


@entry.register
def _(fact: audit.AuditOpened) -> Entry:
    by = (
        f"Reviewed by {fact.reviewer}, which has no access to this record." if fact.reviewer else ""
    )
    note = " ".join(filter(None, (fact.note, by)))
    return made(
        fact, "audits", "audit", heading=fact.title, value=fact.kind, note=note,
        words=", ".join(fact.agencies), when=fact.period, demo=fact.demo,
    )  # fmt: skip


@entry.register
def _(fact: audit.AuditBegun) -> Entry:
    by = f"Reviewed by {fact.reviewer}, which has no access to this record."
    note = " ".join(filter(None, (fact.subject, fact.note, by if fact.reviewer else "")))
    return made(
        fact, "audits", "audit", heading=fact.title, value=fact.kind, note=note,
        words=", ".join(fact.agencies), when=fact.period, demo=fact.demo,
    )  # fmt: skip


@entry.register
def _(fact: audit.StandardRated) -> Entry:
    words = f"{fact.agency}: {fact.standard}"
    return made(fact, "audits", "rating", words=words, value=fact.rating, note=fact.why)


@entry.register
def _(fact: audit.AuditFindingMade) -> Entry:
    return made(fact, "audits", fact.kind, words=fact.finding)


@entry.register
def _(fact: audit.AuditActionAgreed) -> Entry:
    note = f"{fact.owner}, by {fact.due}" if fact.due else fact.owner
    return made(fact, "audits", "action", words=fact.text, note=note, tag=fact.action)


@entry.register
def _(fact: audit.AuditActionCompleted) -> Entry:
    return made(fact, "audits", "action done", words=fact.result, tag=fact.action)


@entry.register
def _(fact: audit.AuditClosed) -> Entry:
    return made(fact, "audits", "conclusion", words=fact.conclusion)


@entry.register
def _(fact: decision.DecisionProposed) -> Entry:
    return made(
        fact, "decisions", "decision", heading=fact.title, tag=fact.priority, note=fact.theme,
        demo=fact.demo,
    )  # fmt: skip


@entry.register
def _(fact: decision.EvidenceLinked) -> Entry:
    return made(fact, "decisions", "rests on", words=fact.said, value=fact.kind)


@entry.register
def _(fact: decision.DecisionMade) -> Entry:
    force = f"In force from {fact.effective_on}." if fact.effective_on else ""
    return made(
        fact, "decisions", "made", heading=fact.made_by, words=fact.decided, note=fact.reason,
        value=force, tag=fact.child_reason, when=fact.made_on or fact.effective_on,
    )  # fmt: skip


@entry.register
def _(fact: decision.DecisionActionAgreed) -> Entry:
    note = f"{fact.owner}, by {fact.due}" if fact.due else fact.owner
    return made(fact, "decisions", "action", words=fact.text, note=note, tag=fact.action)


@entry.register
def _(fact: decision.DecisionActionCompleted) -> Entry:
    return made(fact, "decisions", "action done", words=fact.result, tag=fact.action)


@entry.register
def _(fact: decision.ImpactObserved) -> Entry:
    return made(fact, "decisions", "impact", words=fact.impact, note=fact.observed_by)


@entry.register
def _(fact: decision.DecisionSuperseded) -> Entry:
    return made(fact, "decisions", "replaced", words=fact.why)


@entry.register
def _(fact: meeting.MeetingHeld) -> Entry:
    return made(
        fact, "meetings", "meeting", heading=fact.body, words=fact.title, when=fact.held_on,
        value=f"{fact.held_on}" if fact.held_on else "day not stated", note=fact.place,
    )  # fmt: skip


@entry.register
def _(fact: meeting.AttendanceRecorded) -> Entry:
    of = f"{fact.present} of {fact.of}" if fact.of is not None else f"{fact.present}"
    return made(fact, "meetings", "present", words=fact.role, value=of)


@entry.register
def _(fact: meeting.ItemDiscussed) -> Entry:
    return made(fact, "meetings", "item", heading=fact.heading, words=fact.text, tag=fact.item)


@entry.register
def _(fact: meeting.ResolutionPassed) -> Entry:
    return made(
        fact, "meetings", "resolution", words=fact.text, value=str(fact.number), note=fact.asks
    )


@entry.register
def _(fact: meeting.ResolutionCompleted) -> Entry:
    return made(fact, "meetings", "resolution done", words=fact.result, value=str(fact.number))


@entry.register
def _(fact: meeting.NoActionsAgreed) -> Entry:
    return made(fact, "meetings", "no actions", words="None.")


@entry.register
def _(fact: meeting.MinuteCorrected) -> Entry:
    note = f"It read “{fact.was}”. {fact.why}"
    return made(fact, "meetings", "correction", words=fact.now, note=note, tag=fact.item)
