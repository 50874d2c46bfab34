"""The page of one thing to forget: what stands of it, and what this user may decide."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import abort, render_template, url_for

from projections.privacy.erasures import Erasures
from projections.privacy.errata import Errata, Task
from projections.privacy.retention import Retention
from services.privacy.erasure_state import Forgetting
from web.forms.form_state import FormState, Sent
from web.privacy.erasable_kinds import WHAT
from web.privacy.erasure_commands import COMMANDS, confirming, deciding
from web.privacy.erasure_rows import with_kind
from web.site.second_person import second_person
from web.site.tenancy import here


def draw_one(id: UUID, sent: Sent) -> str:
    """The page of one thing. Answers 404 if it can't be forgotten."""
    refuse_unknown(id)
    with here.read(Erasures) as view:
        entry = with_kind(view.of(id))
    with here.read(Retention) as retention:
        kept = retention.kept_rows.get(id)
    with here.read(Errata) as errata:
        tasks = [task for task in errata.tasks() if task.subject == id]
    known = here.erasure.of(id)
    second = second_person("forget words", [known.asked_by], strict=known.is_escalated)
    lifting = second_person("forget words", known.holders, strict=True) if known.hold else None
    return render_template(
        "privacy/erasure_one.html",
        entry=replace(entry, hold=known.hold),
        kept=kept,
        errors=sent.errors,
        tasks=tasks,
        forgettable=WHAT,
        second=second,
        lifting=lifting,
        deciding=deciding(second, bool(known.hold)),
        is_escalated=known.is_escalated,
        commands=_forms(id, known, tasks, sent),
    )


def _forms(id: UUID, known: Forgetting, tasks: list[Task], sent: Sent) -> dict[str, FormState]:
    found = {
        name: sent.form(name, command, url_for("forgetting.handle", id=id, name=name))
        for name, command in {**COMMANDS, "confirm": confirming(known)}.items()
    }
    if tasks:
        what = "report" if tasks[0].name else "newsletter"
        check = found["check-report"]
        values = {**check.values, "report": tasks[0].report}
        title = f"Look through a published {what}"
        found["check-report"] = replace(check, values=values, title=title)
    return found


def refuse_unknown(id: UUID) -> None:
    """Answers 404 if nothing with this id can be forgotten."""
    with here.read(Erasures) as view:
        entry = view.of(id)
        if entry.standing or entry.hold:
            return
    with here.read(Retention) as retention:
        if retention.kept_rows.get(id) is None:
            abort(404)
