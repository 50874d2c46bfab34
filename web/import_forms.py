"""What each row of a table says, field by field."""

from __future__ import annotations

import re
from typing import Any, get_args

from events.course import Sector
from events.period import PartialDate
from web.forms import Choice, Day, Form, Line, Words
from web.stated import Stated, Whole

_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


class SheetDay(Day):
    """A day as a spreadsheet in England writes it, or as any page does."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> PartialDate | None:
        text = str(value).strip()
        if found := _SLASHED.fullmatch(text):
            text = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
        return super()._deserialize(text, attr, data, **more)


class SheetChoice(Choice):
    """One of the answers offered, in large or small letters."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> str:
        return super()._deserialize(str(value).strip().lower(), attr, data, **more)


class AttendanceForm(Form):
    course = Line(longest=200, needed="Say which course.")
    day = SheetDay(needed="Say on which day.")
    place = Line(longest=200)
    places = Whole(needed="Say how many places there were.")
    agency = Line(longest=200, needed="Say which agency they came from.")
    sector = SheetChoice(get_args(Sector), needed=f"Write one of: {', '.join(get_args(Sector))}.")
    booked = Whole(needed="Say how many were booked.")
    attended = Whole(needed="Say how many came.")
    no_shows = Whole(needed="Say how many did not show; 0 where all came.")


class FigureForm(Form):
    name = Line(longest=200, needed="Say what it counts.")
    value = Stated(longest=40, needed="Give the figure.")
    unit = Line(longest=80)
    start = SheetDay()
    end = SheetDay()
    as_at = SheetDay()
    definition = Words()


class ActionForm(Form):
    where = Line(longest=200, needed="Say in which audit or by which board it was agreed.")
    met_on = SheetDay()
    text = Words(needed="Say what will be done.")
    owner = Line(longest=200, needed="Say who will do it.")
    due = SheetDay()


class FindingForm(Form):
    audit = Line(longest=200, needed="Give the title of the audit.")
    kind = SheetChoice(("good practice", "to improve"), needed="Write good practice or to improve.")
    finding = Words(needed="Write down what was found.")
