"""What the page of a visit's form shows, whether it is read now or kept for later."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from flask import request

from projections.inspections.form_rows import Form
from services.inspections.questions import ANSWER
from web.forms.form_state import FormState
from web.inspections.form_questions import hint_of, options_of
from web.inspections.planned_visit_rows import plan_of_mine
from web.inspections.visit_fields import id_in
from web.site.formatting import today


def shown_form(form: Form, state: FormState) -> dict[str, Any]:
    """``needed`` is JSON: what is said where an answer is missing, by the answer's name."""
    asked = {each.name: getattr(each.field, "needed", "") for each in state.questions}
    asked |= {each.name: ANSWER for each in form.questions if each.needed}
    return {
        "form": form,
        "visit": replace(state, values={"number": form.number, **state.values}),
        "errors": state.errors,
        "needed": json.dumps({name: words for name, words in asked.items() if words}),
        "options_of": options_of,
        "hint_of": hint_of,
    }


def first_values() -> dict[str, str]:
    """What stands in a new form: today, or what the plan says that the address names."""
    now = today()
    plan = plan_of_mine(id_in(request.args.get("plan", "")))
    if plan is None:
        return {"visited_on": now.isoformat()}
    day = min(now, plan.day.first).isoformat()
    return {"plan": str(plan.id), "place": plan.service, "visited_on": day}
