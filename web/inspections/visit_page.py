"""What the page of a visit's form shows, whether it is read now or kept for later."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from projections.inspections.form_rows import Form
from services.inspections.questions import ANSWER
from web.forms.form_state import FormState
from web.inspections.form_questions import hint_of, options_of


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
