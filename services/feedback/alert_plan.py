"""Who is to be told of an urgent message by now: a pure rule over the rota and the clock.

In office hours the person on duty is told at once. Each time that ``minutes`` go by and nobody has
opened the message, the next is told: the next on duty, the team's shared address, the coordinators.
Outside office hours the out-of-hours contact and the team are told at once as well
(design/safety.md, section 1). A step that reaches nobody is left out, and the next one takes its
place at the same moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from events.feedback.alert import AlertStep

ORDER: tuple[AlertStep, ...] = ("on duty", "next on duty", "team", "coordinator")
AT_ONCE: tuple[AlertStep, ...] = ("out of hours", "team")
MINUTES = 60  # where the partnership has not set another time


@dataclass(frozen=True)
class Recipients:
    """Who can be told at each step: ids of people, ``team``, ``out of hours``."""

    on_duty: tuple[str, ...] = ()
    next_on_duty: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    out_of_hours: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()

    def of(self, step: AlertStep) -> tuple[str, ...]:
        match step:
            case "on duty":
                return self.on_duty
            case "next on duty":
                return self.next_on_duty
            case "team":
                return self.team
            case "out of hours":
                return self.out_of_hours
            case "coordinator":
                return self.coordinators


def steps_by_now(
    recipients: Recipients, raised_at: datetime, now: datetime, minutes: int, *, is_closed: bool
) -> list[AlertStep]:
    """The steps that are due, in the order in which they are taken."""
    there = [step for step in ORDER if recipients.of(step)]
    due = there[: 1 + max(0, (now - raised_at) // timedelta(minutes=minutes))]
    if is_closed:
        due += [step for step in AT_ONCE if recipients.of(step) and step not in due]
    return due
