"""What letters and text messages say. Never a child's word, a receipt or a place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from events.access.access import AnyRole
from events.period import PartialDate
from events.uk_time import UK
from projections.access.people import Person
from projections.deadlines.duty import DutyContacts

WHAT_THEY_DO: dict[AnyRole, str] = {
    "coordinator": "run the partnership's record",
    "triage": "read what young people say, and answer it",
    "scrutineer": "read the record as an independent scrutineer",
    "inspector": "fill in your visits as a youth inspector",
    "agency": "fill in your agency's audit returns",
    "editor": "make the children's version of the yearly report",
    "youth worker": "write down what young people tell you",
}


def reference(feedback: UUID) -> str:
    """The short number that staff say to each other. It leads nobody to the words."""
    return feedback.hex[:6].upper()


def urgent_subject(name: str, count: int) -> str:
    if count == 1:
        return f"Urgent: a message waits in Earshot {name}"
    return f"Urgent: {count} messages wait in Earshot {name}"


def urgent_text(
    name: str, waiting: Sequence[tuple[UUID, datetime]], step: str, url: str, duty: DutyContacts
) -> str:
    """``waiting`` are the messages with the moment at which each became urgent."""
    unread = "What it says" if len(waiting) == 1 else "What they say"
    lines = [f"{_urgent(name, len(waiting))}. {unread} is unread.", ""]
    lines += [f"{_why(step)} Open {_it(len(waiting))} now:", ""]
    lines += [f"- {reference(id)}, since {_clock(at)}: {url}feedback/{id}" for id, at in waiting]
    if duty.front_door:
        lines += ["", f"To report a concern: {duty.front_door}, {duty.front_door_phone}."]
    lines += ["", "Until somebody opens it, Earshot tells the next people."]
    return "\n".join(lines)


def urgent_short(name: str, waiting: Sequence[UUID], url: str) -> str:
    """The same as a text message."""
    shown = ", ".join(reference(id) for id in waiting[:3])
    more = f" and {len(waiting) - 3} more" if len(waiting) > 3 else ""
    return f"{_urgent(name, len(waiting))} ({shown}{more}). Open {_it(len(waiting))} now: {url}"


def invitation(name: str, person: Person, url: str) -> tuple[str, str]:
    """The subject and the text for somebody who was let in."""
    what = WHAT_THEY_DO[person.role] if person.role else "sign in"
    text = (
        f"You may now sign in to Earshot {name}, to {what}.\n\n"
        f"Open this page and type this e-mail address ({person.email}). We send you a link. "
        f"There is no password:\n\n{url}\n\n"
        "If you did not expect this, you can leave it alone."
    )
    return f"You may sign in to Earshot {name}", text


def sign_in_link(name: str, link: str) -> tuple[str, str]:
    text = (
        f"Use this link to sign in to Earshot {name}. It works once, for 15 minutes:\n\n{link}\n\n"
        "If you did not ask for it, you can leave it alone."
    )
    return f"Your sign-in link for Earshot {name}", text


def to_be_forgotten(name: str, until: PartialDate, url: str) -> tuple[str, str]:
    """For scrutineers, while it can still be stopped."""
    text = (
        f"In Earshot {name} two people have agreed to delete words because of which a concern was "
        f"escalated. They are deleted on {until}, unless somebody stops it.\n\n"
        f"Look at it, and stop it if it should not happen:\n\n{url}"
    )
    return f"To look at by {until}: escalated words are to be deleted in Earshot {name}", text


def _urgent(name: str, count: int) -> str:
    if count == 1:
        return f"Earshot {name}: an urgent message waits"
    return f"Earshot {name}: {count} urgent messages wait"


def _it(count: int) -> str:
    return "it" if count == 1 else "them"


def _clock(at: datetime) -> str:
    local = at.astimezone(UK)
    return f"{local:%H:%M} on {local.day} {local:%B}"


def _why(step: str) -> str:
    match step:
        case "on duty":
            return "You are on duty."
        case "next on duty":
            return "The person on duty has not opened it in time, so you are told."
        case "out of hours":
            return "The office is closed, so you are told at once."
        case "team":
            return "This goes to the duty team's shared address."
        case _:
            return "Nobody on duty has opened it in time. As the coordinator, see to it now."
