"""What is asked when a yearly report is taken from draft to correction."""

from __future__ import annotations

from typing import get_args

from events.reporting.report import Ruleset
from web.forms.fields import Choice, Day, Form, Line, Words


class DraftForm(Form):
    title = Line(longest=200, needed="Give the report a title.")
    period = Line(longest=12)
    ruleset = Choice(get_args(Ruleset), needed="Choose the guidance it is prepared under.")
    group = Line(longest=200)


class CreditForm(Form):
    group = Line(longest=200)


class StateForm(Form):
    heading = Line(longest=200)
    words = Words(needed="Write what the report says.")


class CommentForm(Form):
    by = Line(longest=200, needed="Say whose comment it is.")
    theme = Line(longest=200)
    words = Words(needed="Write the scrutineer's comment.")


class ApproveForm(Form):
    body = Line(longest=200, needed="Say which body approved it.")
    approved_on = Day(past=True)


class PresentForm(Form):
    to = Line(longest=200, needed="Say to whom it was presented.")
    presented_on = Day()
    planned = Line(longest=3)


class PublishForm(Form):
    where = Line(longest=200, needed="Say where it is published.")
    published_on = Day(past=True)


class FinaliseForm(Form):
    """Nothing is asked."""


class ReopenForm(Form):
    why = Words(longest=1000, needed="Say why it is opened again.")


class CopyForm(Form):
    recipient = Line(longest=200, needed="Say who got the copy.")
    sent_on = Day(needed="Say when it was sent.", past=True)


class CorrectForm(Form):
    what = Words(needed="Say what is put right.")
    why = Words(needed="Say why.")
