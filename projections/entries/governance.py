"""What sub-groups, meetings' actions and the impact of actions put into a report."""

from __future__ import annotations

from events.governance import action, meeting
from events.governance import partnership as place
from events.reporting import figure
from projections.entries.entry import Entry, entry, made


@entry.register
def _(fact: meeting.MeetingActionAgreed) -> Entry:
    note = f"{fact.owner}, by {fact.due}" if fact.due else fact.owner
    return made(fact, "meetings", "action", words=fact.text, note=note, tag=fact.action)


@entry.register
def _(fact: meeting.MeetingActionCompleted) -> Entry:
    return made(fact, "meetings", "action done", words=fact.result, tag=fact.action)


@entry.register
def _(fact: place.SubgroupEnded) -> Entry:
    return made(fact, "who", "sub-group ended", heading=fact.name, words=fact.why)


@entry.register
def _(fact: action.ActionImpactNoted) -> Entry:
    heading = "What an action changed"
    return made(fact, "work", "impact of an action", heading=heading, words=fact.impact)


@entry.register
def _(fact: figure.DiscrepancyExplained) -> Entry:
    heading = "How a discrepancy came about"
    return made(fact, "work", "explained", heading=heading, words=fact.how)
