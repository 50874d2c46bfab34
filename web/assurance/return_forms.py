"""The forms of an agency's return."""

from __future__ import annotations

from typing import get_args

from events.assurance.audit_return import SelfRating
from web.forms.choices import Choice
from web.forms.fields import Form
from web.forms.text_fields import Line, Words


class ReturnStandardForm(Form):
    standard = Line(longest=20, needed="Choose the standard.", kind="hidden")


class ReturnAnswerForm(ReturnStandardForm):
    rating = Choice(
        get_args(SelfRating),
        needed="Rate yourselves, or say that it does not apply.",
        label="How we rate ourselves",
    )
    doing = Words(label="What we do now", hint="Facts, not plans. Never a child's name.")
    good = Words(
        label="What goes well that others could learn from",
        hint="Good practice counts as much as what must get better.",
        rows=3,
    )
    actions = Words(
        label="What we will do, and by when",
        hint="Needed where you are amber or red.",
        rows=3,
    )
    why = Words(
        label="Why this rating",
        hint="Needed where the standard does not apply to you.",
        rows=3,
    )


class RespondForm(ReturnStandardForm):
    response = Words(
        needed="Write your answer to the challenge.",
        label="Our answer",
        hint="Say whether you agree, and why or why not.",
    )


class AttachForm(ReturnStandardForm):
    file = Line(
        label="Attach a file",
        hint=(
            "PDF, Word, Excel, CSV, PNG or JPEG, at most 10 MB. Take children's names out first. "
            "Pictures are saved again without the place and time that they were taken."
        ),
        kind="file",
    )


class SubmitForm(Form):
    """A form that asks nothing."""
