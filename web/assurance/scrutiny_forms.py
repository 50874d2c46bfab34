"""The forms of a year of scrutiny. No two have a field of the same name: they share one page."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import ValidationError

from web.forms.choices import Choice
from web.forms.day_fields import Day, When
from web.forms.fields import Form, FormField
from web.forms.text_fields import Line, Lines, Words

FINDINGS = ("good practice", "to improve")
_COUNT = re.compile(r"[0-9]{0,3}")


class GroupSize(FormField[int]):
    """A small whole number. An empty field is 0."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=0, **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> int:
        text = str(value).strip()
        if not _COUNT.fullmatch(text):
            raise ValidationError("Write how many, as a number such as 6.")
        return int(text or 0)


class ScrutinyPlanForm(Form):
    title = Line(longest=200, needed="Give the plan a title.", label="Title")
    year = Line(longest=40, label="Year", hint="Such as April 2026 to March 2027.")
    themes = Lines(
        longest=2000,
        needed="Name at least one theme, one a line.",
        label="Themes, one a line",
    )
    scrutineer = Line(longest=200, label="Who scrutinises, by role")
    planned_on = When(label="When it was planned")


class ScrutinyActivityForm(Form):
    what = Words(needed="Say what was done.", label="What was done")
    theme = Line(longest=200, label="Theme", kind="select", blank="None of them")
    done_on = Day(
        needed="Say on which day, or in which month.", past=True, label="When", kind="date"
    )
    by = Line(longest=200, needed="Say who did it, by role.", label="By whom, by role")
    young_people = GroupSize(
        label="How many young people took part",
        hint="As a group; leave it empty if none did. The number stays on the staff side.",
        short=True,
    )


class ScrutinyFindingForm(Form):
    kind = Choice(
        FINDINGS,
        needed="Say whether this is good practice or something to improve.",
        label="What it is",
    )
    about = Line(longest=200, label="Theme", kind="select", blank="None of them")
    finding = Words(needed="Write down what was found.", label="What was found")
    points = Lines(label="Its points, one a line", rows=3)
    finding_on = When(label="When it was found")


class ScrutinyQuestionForm(Form):
    words = Words(needed="Write the question.", label="Question")
    asked_on = Day(
        past=True,
        or_today=True,
        label="When it was asked",
        hint="Today, if you leave it empty.",
    )
    due = Day(label="Answer due by")


class ScrutinyAnswerForm(Form):
    question = Line(longest=64, needed="Choose the question.", label="Question", kind="select")
    answer = Words(needed="Write the partnership's answer.", label="The partnership's answer")
    answerer = Line(
        longest=200,
        needed="Say who answers for the partnership, by role.",
        label="Who answers, by role",
    )
    answered_on = Day(
        past=True,
        or_today=True,
        label="Answered on",
        hint="Today, if you leave it empty.",
        kind="date",
    )


class ScrutinyConclusionForm(Form):
    conclusion = Words(needed="Write the conclusion.", label="Conclusion")
    concluded_on = When(label="When it was concluded")
