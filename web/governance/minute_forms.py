"""What is asked when minutes are kept: who came, what was discussed, resolved and agreed."""

from __future__ import annotations

from web.forms.fields import Day, Form, Line, Words
from web.forms.figures import Whole


class AttendForm(Form):
    role = Line(longest=120, needed="Say which role came.")
    present = Whole(needed="Say how many came.")
    of = Whole()


class DiscussForm(Form):
    item = Line(longest=64)
    heading = Line(longest=200)
    text = Words(needed="Write down what was discussed.")


class ResolveForm(Form):
    text = Words(needed="Write the resolution as it was passed.")
    asks = Line(longest=200)


class DoneForm(Form):
    number = Whole(needed="Choose the resolution.")
    result = Words(needed="Say what was done.")


class DecisionForm(Form):
    number = Whole(needed="Choose the resolution.")


class ActionForm(Form):
    text = Words(needed="Say what will be done.")
    owner = Line(longest=200, needed="Say who will do it.")
    due = Day()


class ActionDoneForm(Form):
    action = Line(longest=64, needed="Choose the action.")
    result = Words(needed="Say what came of it.")


class CorrectForm(Form):
    item = Line(longest=64, needed="Choose the item.")
    now = Words(needed="Write the right wording.")
    why = Words(needed="Say why it is corrected.")


class NoneForm(Form):
    pass
