"""The forms that check one row of a table."""

from __future__ import annotations

from typing import Any, get_args

from events.learning.course import Sector
from web.forms.choices import Choice
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.figures import Stated, Whole
from web.forms.text_fields import Line, Words


class SheetChoice(Choice):
    """One of the answers on offer, in capital or small letters."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> str:
        return super()._deserialize(str(value).strip().lower(), attr, data, **more)


class AttendanceForm(Form):
    course = Line(longest=200, needed="Say which course.")
    day = Day(needed="Say on which day.")
    place = Line(longest=200)
    places = Whole(needed="Say how many places there were.")
    agency = Line(longest=200, needed="Say which agency they came from.")
    sector = SheetChoice(get_args(Sector), needed=f"Write one of: {', '.join(get_args(Sector))}.")
    booked = Whole(needed="Say how many were booked.")
    attended = Whole(needed="Say how many came.")
    no_shows = Whole(needed="Say how many did not show; 0 where all came.")


class FigureRowForm(Form):
    name = Line(longest=200, needed="Say what it counts.")
    value = Stated(longest=40, needed="Give the figure.")
    unit = Line(longest=80)
    start = Day()
    end = Day()
    as_at = Day()
    definition = Words()


class ActionRowForm(Form):
    where = Line(longest=200, needed="Say in which audit or by which board it was agreed.")
    met_on = Day()
    text = Words(needed="Say what will be done.")
    owner = Line(longest=200, needed="Say who will do it.")
    due = Day()


class FindingRowForm(Form):
    audit = Line(longest=200, needed="Give the title of the audit.")
    kind = SheetChoice(("good practice", "to improve"), needed="Write good practice or to improve.")
    finding = Words(needed="Write down what was found.")
