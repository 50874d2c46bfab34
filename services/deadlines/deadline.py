"""The clocks that run on a case review: when each starts, how long it runs, by which rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from events.deadlines.deadline import Clock, ClockStart, DeadlineSet
from events.fact import Provenance
from events.period import PartialDate, months_after
from events.working_days import Calendar
from services.state import State

Count = Callable[[date, Calendar], date]
LA, PARTNERS = "The local authority", "The safeguarding partners"


@dataclass(frozen=True)
class Rule:
    """How long a clock runs; ``words`` say the rule and where it comes from."""

    count: Count
    owner: str
    words: str


@dataclass(frozen=True)
class Running:
    """A deadline as it was last counted; it stands until ``met_on``."""

    clock: Clock
    started_on: PartialDate
    due: PartialDate
    is_met: bool = False


RULES: dict[Clock, Rule] = {
    "notification": Rule(
        lambda day, calendar: calendar.after(day, 5),
        LA,
        "Within 5 working days of becoming aware that the incident must be notified (Working "
        "Together to Safeguard Children). The day of becoming aware is day 0.",
    ),
    "rapid review": Rule(
        lambda day, calendar: calendar.after(day, 15),
        PARTNERS,
        "Within 15 working days: what the national Panel expects, not a limit in law. The day it "
        "is counted from is day 0; the partnership chooses which day that is.",
    ),
    "practice review": Rule(
        lambda day, _: months_after(day, 6),
        PARTNERS,
        "Published as soon as possible, and within six months of the decision to carry it out "
        "(Working Together to Safeguard Children).",
    ),
    "copies before publication": Rule(
        lambda day, calendar: calendar.before(day, 7),
        PARTNERS,
        "The full report goes to the Panel and the Secretary of State at least 7 working days "
        "before it is published (Working Together to Safeguard Children).",
    ),
}


def due(clock: Clock, started_on: PartialDate, calendar: Calendar) -> PartialDate:
    return PartialDate(RULES[clock].count(started_on.first, calendar).isoformat())


def deadline(
    subject: State,
    provenance: Provenance,
    nth: int,
    clock: Clock,
    start: ClockStart,
    on: PartialDate | None,
    calendar: Calendar,
) -> tuple[DeadlineSet, ...]:
    """A clock that starts on a day; none where the day is not known to the day.

    It is the ``nth`` of the facts that are decided together.
    """
    if on is None or on.precision != "day":
        return ()
    rule, by = RULES[clock], due(clock, on, calendar)
    made = DeadlineSet(
        *subject.next(provenance, nth),
        clock=clock,
        start=start,
        started_on=on,
        due=by,
        rule=rule.words,
        owner=rule.owner,
        calendar=calendar.version,
    )
    return (made,)
