"""Keeping minutes: who came, what was discussed, resolved, agreed, done and corrected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from flask import request

from events.fact import Provenance
from projections.governance.meeting_rows import Meeting
from services.refusals import NotFound
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options
from web.forms.figures import DAY_HINT
from web.governance.meeting_commands import meeting_of
from web.governance.minute_forms import (
    ActionDoneForm,
    ActionForm,
    AttendForm,
    CorrectForm,
    DecisionForm,
    DiscussForm,
    DoneForm,
    NoneForm,
    ResolveForm,
)
from web.site.tenancy import here


def _that_day(id: UUID, provenance: Provenance) -> Provenance:
    """What was told of a meeting is true for the day it was held, where that is known."""
    return replace(provenance, effective_on=meeting_of(id).held_on)


def _attend(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.attend(id, _that_day(id, provenance), **given)


def _discuss(id: UUID, provenance: Provenance, given: Given) -> object:
    planned = {item.item: item.heading for item in meeting_of(id).agenda}
    item = given["item"] or provenance.key
    heading = given["heading"] or planned.get(item, "")
    return here.meeting.discuss(
        id, _that_day(id, provenance), item=item, heading=heading, text=given["text"]
    )


def _resolve(id: UUID, provenance: Provenance, given: Given) -> object:
    known = {fact.provenance.key: fact for fact in here.ledger.facts(id)}.get(provenance.key)
    number = getattr(known, "number", None) or meeting_of(id).next_number
    return here.meeting.resolve(id, _that_day(id, provenance), number=number, **given)


def _done(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.complete_resolution(id, provenance, **given)


def _decide(id: UUID, provenance: Provenance, given: Given) -> object:
    """Opens a decision that rests on this meeting, in one go with the link to it."""
    found = {each.number: each for each in meeting_of(id).resolutions}.get(given["number"])
    if found is None:
        raise NotFound("No resolution of this meeting has that number.", field="number")
    opened = here.ledger.name_of("resolution", str(id), str(found.number))
    here.decision.propose(opened, provenance, title=found.text[:200])
    said = f"resolution {found.number} of {meeting_of(id).body}"
    linked = Provenance(provenance.by, provenance.source, None, f"{provenance.key}/linked")
    here.decision.link_evidence(opened, linked, kind="meeting", evidence=id, said=said)
    return here.meeting.lead_to_decision(id, provenance, number=found.number, decision=opened)


def _agree(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.agree_action(id, _that_day(id, provenance), action=provenance.key, **given)


def _action_done(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.complete_action(id, provenance, **given)


def _none(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.agree_no_actions(id, _that_day(id, provenance))


def _correct(id: UUID, provenance: Provenance, given: Given) -> object:
    was = {item.item: item.text for item in meeting_of(id).discussed}.get(given["item"], "")
    return here.meeting.correct(id, provenance, was=was, **given)


def _of(pick: Callable[[Meeting], Options]) -> Callable[[], Options]:
    """Options out of the meeting whose page this is."""
    return lambda: pick(meeting_of((request.view_args or {})["id"]))


_DUE = Ask("due", "By when", hint=DAY_HINT)
_OPEN = _of(
    lambda one: [(str(r.number), f"{r.number}. {r.text}") for r in one.resolutions if r.is_open]
)
_ALL = _of(
    lambda one: [
        (str(r.number), f"{r.number}. {r.text}") for r in one.resolutions if r.decision is None
    ]
)
DEEDS = {
    "attend": Deed(
        AttendForm(),
        _attend,
        "The attendance is recorded.",
        "Record who came",
        (
            Ask("role", "Role", hint="Such as lead safeguarding partners."),
            Ask("present", "How many came"),
            Ask("of", "Out of how many", hint="Leave it empty where that is not known."),
        ),
        "By role, not by name: two of three lead safeguarding partners.",
    ),
    "discuss": Deed(
        DiscussForm(),
        _discuss,
        "The item is minuted.",
        "Minute an item",
        (
            Ask(
                "item",
                "Item of the agenda",
                "select",
                blank="Another item",
                options=_of(lambda one: [(i.item, i.heading) for i in one.agenda]),
            ),
            Ask("heading", "Heading, if it is another item"),
            Ask("text", "What was discussed", "textarea", "Never write a child's name."),
        ),
    ),
    "resolve": Deed(
        ResolveForm(),
        _resolve,
        "The resolution is recorded.",
        "Record a resolution",
        (
            Ask("text", "What was resolved", "textarea"),
            Ask(
                "asks",
                "Who is asked to do something",
                hint="Leave it empty where nothing is left to do.",
            ),
        ),
    ),
    "done": Deed(
        DoneForm(),
        _done,
        "The resolution is carried out.",
        "Say that a resolution was done",
        (
            Ask("number", "Resolution", "select", options=_OPEN),
            Ask("result", "What was done", "textarea"),
        ),
    ),
    "decision": Deed(
        DecisionForm(),
        _decide,
        "A decision is opened. Make it on the page Decisions.",
        "Open a decision from a resolution",
        (Ask("number", "Resolution", "select", options=_ALL),),
        "A decision has a reason, evidence, actions and what changed; a resolution may need one.",
        "Open it",
    ),
    "action": Deed(
        ActionForm(),
        _agree,
        "The action is agreed.",
        "Agree an action",
        (Ask("text", "What will be done", "textarea"), Ask("owner", "Who will do it"), _DUE),
        button="Agree it",
    ),
    "action-done": Deed(
        ActionDoneForm(),
        _action_done,
        "The action is done.",
        "Complete an action",
        (
            Ask(
                "action",
                "Action",
                "select",
                options=_of(lambda one: [(a.action, a.text) for a in one.open_actions]),
            ),
            Ask("result", "What came of it", "textarea"),
        ),
    ),
    "no-actions": Deed(
        NoneForm(),
        _none,
        "Recorded: no actions were agreed.",
        "Say that no actions were agreed",
        (),
        "The minutes then say “Actions: None”, rather than nothing at all.",
        "Record: none",
    ),
    "correct": Deed(
        CorrectForm(),
        _correct,
        "The minutes are corrected; the first wording stays on record.",
        "Correct the minutes",
        (
            Ask(
                "item",
                "Item",
                "select",
                options=_of(
                    lambda one: [(i.item, i.heading or i.text[:80]) for i in one.discussed]
                ),
            ),
            Ask("now", "The right wording", "textarea"),
            Ask("why", "Why", "textarea"),
        ),
        button="Correct it",
    ),
}


def possible(one: Meeting) -> list[str]:
    """What can be done with it now."""
    if not one.held:
        return ["held", "agenda"]
    found = ["attend", "discuss", "resolve", "action"]
    found += ["done"] if any(each.is_open for each in one.resolutions) else []
    found += ["decision"] if any(each.decision is None for each in one.resolutions) else []
    found += ["action-done"] if one.open_actions else []
    found += ["correct"] if one.discussed else []
    return found if one.actions or one.without_actions else [*found, "no-actions"]
