"""The forms of the scrutiny page: no two have a field of the same name, they share one page."""

from __future__ import annotations

import re
from typing import Any, get_args

from marshmallow import ValidationError

from events.assurance.scrutiny import Stage
from web.forms.fields import Choice, Day, Form, Line, Words

FINDINGS = ("good practice", "to improve")
STAGES = get_args(Stage)
_COUNT = re.compile(r"[0-9]{0,3}")


class Count(Line):
    """A small whole number; none is nobody."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> Any:
        text = super()._deserialize(value, attr, data)
        if not _COUNT.fullmatch(text):
            raise ValidationError("Write how many, as a number such as 6.")
        return int(text or 0)


class PlanForm(Form):
    title = Line(longest=200, needed="Give the plan a title.")
    year = Line(longest=40)
    themes = Words(longest=2000, needed="Name at least one theme, one a line.")
    scrutineer = Line(longest=200)


class ActivityForm(Form):
    what = Words(needed="Say what was done.")
    theme = Line(longest=200)
    done_on = Day(needed="Say on which day, or in which month.", past=True)
    by = Line(longest=200, needed="Say who did it, by role.")
    young_people = Count(longest=10)


class FindForm(Form):
    kind = Choice(FINDINGS, needed="Say whether this is good practice or something to improve.")
    about = Line(longest=200)
    finding = Words(needed="Write down what was found.")
    points = Words()


class AskForm(Form):
    words = Words(needed="Write the question.")
    due = Day()


class AnswerForm(Form):
    question = Line(longest=64, needed="Choose the question.")
    answer = Words(needed="Write the partnership's answer.")
    answerer = Line(longest=200, needed="Say who answers for the partnership, by role.")
    answered_on = Day(past=True)


class DisagreeForm(Form):
    matter = Words(needed="Say what it is about, without any child's name.")
    between = Line(longest=200, needed="Say between whom, by agency or role.")
    stage = Choice(STAGES, needed="Say who is trying to settle it.")


class EscalateForm(Form):
    disagreement = Line(longest=64, needed="Choose the disagreement.")
    next_stage = Choice(STAGES, needed="Say who it goes to.")
    why = Words(needed="Say why it goes further.")


class ResolveForm(Form):
    resolved = Line(longest=64, needed="Choose the disagreement.")
    how = Words(needed="Say how it was resolved.")


class ConcludeForm(Form):
    conclusion = Words(needed="Write the conclusion.")
