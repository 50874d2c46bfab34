"""Deadlines, calendar addresses, letters and the service standard, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.deadlines import calendar_feed as feed
from events.deadlines import deadline, digest
from events.deadlines import service_standard as promise


def sentence(
    fact: (deadline.DeadlineFact | feed.FeedFact | digest.DigestFact | promise.PromiseFact),
) -> str:
    match fact:
        case deadline.DeadlineSet():
            return _deadline_set(fact)
        case deadline.DeadlineRecalculated():
            return _deadline_recalculated(fact)
        case feed.FeedMade():
            return f"A calendar address was made for {fact.name}."
        case feed.FeedRevoked():
            return "A calendar address was taken back."
        case digest.DigestSent():
            return f"A letter told what is due on {fact.day}: {fact.late} late, {fact.due} to come."
        case promise.PromiseMade():
            return _promise_made(fact)
        case promise.OfficeHoursSet():
            return f"Office hours: {', '.join(fact.days)}, {fact.opens} to {fact.closes}."
        case promise.RapidReviewStartChosen():
            return f"Rapid reviews are counted from the day of {fact.start}."
        case promise.DigestHourSet():
            return _digest_hour_set(fact)
        case promise.DutyContactSet():
            return f"Outside office hours staff reach: {fact.contact}."
        case _:
            assert_never(fact)


def _deadline_set(fact: deadline.DeadlineSet) -> str:
    start = f"counted from {fact.started_on} ({fact.start}), calendar {fact.calendar}"
    return f"Deadline set, {fact.clock}: {fact.due}, {start}."


def _deadline_recalculated(fact: deadline.DeadlineRecalculated) -> str:
    moved = f"{fact.was} became {fact.now}, calendar {fact.calendar}"
    return f"Deadline counted again, {fact.clock}: {moved}. Why: {fact.why.rstrip('.')}."


def _promise_made(fact: promise.PromiseMade) -> str:
    days = _of(fact.read_days, "working day")
    urgent = _of(fact.urgent_hours, "office hour")
    return f"Promised: every message is read within {days}, an urgent one within {urgent}."


def _digest_hour_set(fact: promise.DigestHourSet) -> str:
    if fact.hour is None:
        return "Coordinators get no letter about what is due."
    return f"Coordinators get a letter about what is due at {fact.hour:02}:00 on working days."


def _of(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
