"""The forms of a figure."""

from __future__ import annotations

from projections.reporting.figures import Figures
from web.forms.choices import Choice, Chosen
from web.forms.day_fields import Day
from web.forms.fields import Form, Options
from web.forms.figures import DAY_HINT, VALUE_HINT, Stated
from web.forms.text_fields import Line, Words
from web.site.tenancy import here

_COUNTS = {
    "no": "No",
    "yes": "Yes",
    "published": "Yes, and it is published already",
}
_COUNTS_HINT = (
    "If yes, public pages show 1 to 7 as * and round other numbers to the nearest 5; a percentage "
    "is hidden where few children are behind it. If it is published already, it stands as stated."
)


def known_figures() -> Options:
    with here.read(Figures) as view:
        return [(str(row.id), f"{row.name}: {row.shown}") for row in view.all()]


class StateFigureForm(Form):
    name = Line(longest=200, needed="Say what the figure counts.", label="What it counts")
    value = Stated(
        longest=40, needed="Give the figure as it is stated.", label="The figure", hint=VALUE_HINT
    )
    unit = Line(longest=80, label="Of what", hint="Such as courses, places, children or %.")
    start = Day(label="For a period from", hint=DAY_HINT)
    end = Day(label="To")
    as_at = Day(
        label="Or as at a day",
        hint="A figure without a day stands in no report until somebody gives it one.",
    )
    definition = Words(label="What is counted, out of what", hint="Needed for a percentage.")
    counts = Choice(
        _COUNTS,
        needed="Say whether it counts children or young people who could be recognised.",
        label="Does this count children or young people who could be recognised?",
        hint=_COUNTS_HINT,
    )
    published_in = Line(longest=300, label="If it is published already: where")
    out_of = Stated(longest=40, label="If it is a percentage or a rate: out of how many")
    before = Stated(longest=40, label="The same in the period before, if it is known")
    england = Stated(longest=40, label="The same in England, if it is known")
    similar = Stated(longest=40, label="The same in similar areas, if it is known")
    counted_by = Line(longest=200, label="Who counted")
    stated_in = Line(
        longest=300, label="Where it is stated", hint="A document and page, or a system."
    )


class CorrectFigureForm(StateFigureForm):
    why = Words(needed="Say what was wrong with it.", label="What was wrong with it")


class WithdrawFigureForm(Form):
    why = Words(needed="Say why it is withdrawn.", label="Why it is withdrawn")


class NothingToType(Form):
    pass


class DefineRateForm(Form):
    name = Line(longest=200, needed="Say what the rate is of.", label="What the rate is of")
    part = Chosen(needed="Choose what is counted.", label="What is counted", options=known_figures)
    whole = Chosen(needed="Choose what it is out of.", label="Out of what", options=known_figures)
    definition = Words(
        needed="Say what is counted, out of what, and who is in both.",
        label="What is counted, out of what",
    )


class DisputeForm(Form):
    by = Line(
        longest=200,
        needed="Say which agency or role disputes it.",
        label="Who disputes it",
        hint="An agency or a role.",
    )
    why = Words(needed="Say what is wrong with it.", label="What is wrong with it")
