"""What the user may do with one message now, and who may take the second step of two."""

from __future__ import annotations

from datetime import datetime

from flask import url_for

from events.uk_time import UK
from projections.feedback.triage_rows import DONE, TriageItem
from services.privacy.erasure_state import Forgetting
from web.feedback import erasure_commands as erasure
from web.feedback import no_action_commands as no_action
from web.feedback.alerting import duty_contacts
from web.feedback.triage_commands import COMMANDS, possible
from web.forms.form_state import FormState, Sent
from web.site.language_names import ENGLISH
from web.site.permissions import is_offered
from web.site.second_person import SecondPerson, is_alone, second_person

EVERY = COMMANDS | no_action.COMMANDS | erasure.COMMANDS


def second_reader(item: TriageItem) -> SecondPerson | None:
    """Who may agree to do nothing. None where that is not asked, or not of this user."""
    asked = item.no_action_by and item.status not in ("waiting", *DONE)
    if not (asked and is_offered("handle feedback")):
        return None
    return second_person("handle feedback", [item.no_action_by])


def forms_of(
    item: TriageItem,
    known: Forgetting,
    sent: Sent,
    seen: int,
    second: SecondPerson | None,
    lifting: SecondPerson | None,
) -> dict[str, FormState]:
    """The commands that the user may run now."""
    names = possible(item) if is_offered("handle feedback") else []
    names += no_action.possible(second) if second else []
    names += erasure.possible(known, lifting) if is_offered("forget words") else []
    helps = {"lift": f"It is not forgotten for now: {known.hold}"}
    if "no-action" in names and is_alone("handle feedback"):
        helps["no-action"] = no_action.ALONE
    front_door, now = duty_contacts().front_door, datetime.now(UK)
    values = {"escalate": {"told_to": front_door, "escalated_at": f"{now:%Y-%m-%dT%H:%M}"}}
    return {
        name: sent.form(
            name,
            EVERY[name],
            url_for("work.handle", id=item.id, name=name),
            seen=seen,
            help=helps.get(name, ""),
            values=values.get(name, {}),
            is_measured=item.language == ENGLISH,
        )
        for name in names
    }
