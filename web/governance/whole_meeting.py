"""A whole meeting on one page: who came, what was discussed, resolved, decided and agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate
from services.change import Change
from web.forms.day_fields import Day
from web.forms.figures import Whole
from web.forms.previewed import Previewed, keyed
from web.forms.rows import Row, Rows
from web.forms.text_fields import Line, Words
from web.governance.meeting_commands import HoldMeetingForm, held_already
from web.site.tenancy import here


class WholeMeetingForm(HoldMeetingForm):
    roles = Rows(
        {
            "role": Line(longest=120, needed="Say which role came.", label="Role"),
            "present": Whole(needed="Say how many came.", label="Came"),
            "of": Whole(label="Out of"),
        },
        label="Who came",
    )
    items = Rows(
        {
            "heading": Line(longest=200, label="Item"),
            "text": Words(needed="Write down what was discussed.", label="What was discussed"),
        },
        label="What was discussed",
        rows=8,
    )
    resolutions = Rows(
        {
            "text": Words(needed="Write the resolution as it was passed.", label="Resolution"),
            "asks": Line(longest=200, label="Who is asked"),
            "why": Words(label="Why"),
        },
        label="What was resolved",
        hint="A resolution with its reason is recorded as a decision too.",
    )
    actions = Rows(
        {
            "text": Words(needed="Say what will be done.", label="What will be done"),
            "owner": Line(longest=200, needed="Say who will do it.", label="Who"),
            "due": Day(label="By when"),
        },
        label="Actions that were agreed",
        rows=8,
    )


def changes(
    id: UUID,
    provenance: Provenance,
    *,
    body: str,
    held_on: PartialDate | None,
    title: str,
    place: str,
    roles: tuple[Row, ...],
    items: tuple[Row, ...],
    resolutions: tuple[Row, ...],
    actions: tuple[Row, ...],
) -> list[Change]:
    """Everything about one meeting, each thing with a key of its own and the meeting's day."""
    told = replace(provenance, effective_on=held_on, is_day_unknown=held_on is None)
    meeting = here.meeting
    found = [
        meeting.hold.change(id, told, body=body, title=title, held_on=held_on, place=place),
    ]
    found += [meeting.attend.change(id, at, **row) for at, row in keyed(told, "role", roles)]
    found += [
        meeting.discuss.change(id, at, item=at.key, **row) for at, row in keyed(told, "item", items)
    ]
    for number, (at, row) in enumerate(keyed(told, "resolution", resolutions), 1):
        found += _resolved(id, at, number, row, body)
    found += [
        meeting.agree_action.change(id, at, action=at.key, **row)
        for at, row in keyed(told, "action", actions)
    ]
    return found


def _resolved(id: UUID, at: Provenance, number: int, row: Row, body: str) -> list[Change]:
    """A resolution; with its reason also the decision that it is."""
    said = {"text": row["text"], "asks": row["asks"]}
    resolved = here.meeting.resolve.change(id, at, number=number, **said)
    if not row["why"]:
        return [resolved]
    decision, service = here.ledger.name_of("resolution", str(id), str(number)), here.decision
    steps = _steps(at)
    named = f"resolution {number} of {body}"
    return [
        resolved,
        service.propose.change(decision, next(steps), title=row["text"][:200]),
        service.link_evidence.change(
            decision, next(steps), kind="meeting", evidence=id, said=named
        ),
        service.make.change(
            decision,
            next(steps),
            decided=row["text"],
            made_by=body,
            reason=row["why"],
            made_on=at.effective_on,
        ),
        here.meeting.lead_to_decision.change(id, next(steps), number=number, decision=decision),
    ]


def _steps(at: Provenance) -> Iterator[Provenance]:
    for step in ("proposed", "linked", "made", "led"):
        yield replace(at, key=f"{at.key}/{step}")


def _held_already(given: Any) -> Iterator[str]:
    if words := held_already(given["body"], given["held_on"]):
        yield words


WHOLE = Previewed(
    WholeMeetingForm,
    changes,
    title="Record a whole meeting",
    done="The meeting is recorded with all that belongs to it.",
    help=(
        "Paste what you have in Word or a spreadsheet. Leave empty what there was none of. People "
        "by their role, and never a child's name."
    ),
    notes=_held_already,
)
