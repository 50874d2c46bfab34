"""What is due to be forgotten, and what is held."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from flask import url_for

from events.fact import Provenance
from projections.feedback.triage_queue import TriageQueue
from projections.privacy.erasures import ErasureEntry, Erasures
from projections.privacy.retention import Due, Retention
from web.forms.sent import Errors, refused
from web.privacy.erasable_kinds import kind_of
from web.site.authentication import who
from web.site.formatting import today
from web.site.permissions import Permission, is_offered
from web.site.tenancy import here

AHEAD = timedelta(days=60)


def with_kind(entry: ErasureEntry) -> ErasureEntry:
    """The entry with its kind, which a hold alone does not say."""
    return entry if entry.kind else replace(entry, kind=kind_of(entry.subject) or "feedback")


def held_by_rule(view: Erasures) -> list[ErasureEntry]:
    """Messages held because a concern was escalated, except those that staff let go."""
    with here.read(TriageQueue) as queue:
        escalated = queue.escalated()
    found = [(view.of(id), here.erasure.of(id)) for id in escalated]
    return [
        replace(entry, hold=known.hold)
        for entry, known in found
        if known.hold and not entry.hold and not known.done
    ]


def due_soon() -> list[Due]:
    with here.read(Retention) as retention:
        return retention.due(today() + AHEAD)


def ask_for_all_due_today() -> int:
    """Asks for all that is due today. Gives the number of requests."""
    return sum(_ask(due.kept.subject) for due in due_soon() if due.on <= today())


def _ask(subject: UUID) -> bool:
    """Asks for one thing. One that is held or asked for stays as it is."""
    errors: Errors = {}
    asking = Provenance(str(who.id), f"told by {who.role}")
    with refused(errors):
        here.erasure.ask(subject, asking, kind="feedback", ground="kept long enough")
    return not errors


def page_about(entry: ErasureEntry) -> str:
    """The address of the page about what is forgotten. Empty if the user may not open it."""
    known: dict[str, tuple[str, Permission]] = {
        "case": ("cases.case", "run cases"),
        "group": ("engagement.engagement", "read governance"),
    }
    endpoint, permission = known.get(entry.kind, ("", "forget words"))
    return url_for(endpoint, id=entry.subject) if endpoint and is_offered(permission) else ""
