"""Keeping minutes: who came, what was discussed, resolved, agreed, done and corrected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from flask import request

from events.fact import Provenance
from projections.governance.meeting_rows import Meeting
from services.governance.meeting import MeetingService
from web.forms.command import Command
from web.forms.fields import Form, Options
from web.forms.figures import Whole
from web.forms.text_fields import Line, Words
from web.governance.meeting_commands import meeting_of


def of_meeting(pick: Callable[[Meeting], Options]) -> Callable[[], Options]:
    """The options that the meeting of this page offers."""
    return lambda: pick(meeting_of((request.view_args or {})["id"]))


class AttendForm(Form):
    role = Line(
        longest=120,
        needed="Say which role came.",
        label="Role",
        hint="Such as lead safeguarding partners.",
    )
    present = Whole(needed="Say how many came.", label="How many came")
    of = Whole(label="Out of how many", hint="Leave it empty where that is not known.")


class DiscussForm(Form):
    item = Line(
        longest=64,
        label="Item of the agenda",
        options=of_meeting(lambda one: [(i.item, i.heading) for i in one.agenda]),
        blank="Another item",
    )
    heading = Line(longest=200, label="Heading, if it is another item")
    text = Words(
        needed="Write down what was discussed.",
        label="What was discussed",
        hint="Never write a child's name.",
    )


class CorrectMinutesForm(Form):
    item = Line(
        longest=64,
        needed="Choose the item.",
        label="Item",
        options=of_meeting(lambda one: [(i.item, i.heading or i.text[:80]) for i in one.discussed]),
    )
    now = Words(needed="Write the right wording.", label="The right wording")
    why = Words(needed="Say why it is corrected.", label="Why")


def that_day(id: UUID, provenance: Provenance) -> Provenance:
    """A fact about a meeting is true for the day it was held, if that day is known."""
    return replace(provenance, effective_on=meeting_of(id).held_on)


def _item(item: str, provenance: Provenance) -> str:
    """The item of the agenda, or a new one."""
    return item or provenance.key


def _heading(id: UUID, item: str, heading: str) -> str:
    planned = {each.item: each.heading for each in meeting_of(id).agenda}
    return heading or planned.get(item, "")


def _was(id: UUID, item: str) -> str:
    return {each.item: each.text for each in meeting_of(id).discussed}.get(item, "")


COMMANDS = {
    "attend": Command(
        AttendForm,
        MeetingService.attend,
        title="Record who came",
        done="The attendance is recorded.",
        help="By role, not by name: two of three lead safeguarding partners.",
        provenance=that_day,
    ),
    "discuss": Command(
        DiscussForm,
        MeetingService.discuss,
        title="Minute an item",
        done="The item is minuted.",
        provenance=that_day,
        also={"item": _item, "heading": _heading},
    ),
    "correct": Command(
        CorrectMinutesForm,
        MeetingService.correct,
        title="Correct the minutes",
        done="The minutes are corrected; the first wording stays on record.",
        button="Correct it",
        also={"was": _was},
    ),
}


def possible(one: Meeting) -> list[str]:
    """The commands that fit the meeting now."""
    if not one.held:
        return ["held", "agenda"]
    found = ["attend", "discuss", "resolve", "action"]
    found += ["done"] if any(each.is_open for each in one.resolutions) else []
    found += ["decision"] if any(each.decision is None for each in one.resolutions) else []
    found += ["action-done"] if one.open_actions else []
    found += ["correct"] if one.discussed else []
    return found if one.actions or one.without_actions else [*found, "no-actions"]
