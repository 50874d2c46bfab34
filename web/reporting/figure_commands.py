"""What can be done with a figure: state it, put it right, withdraw it, dispute it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from flask import abort

from events.value import PER_CENT, Value
from projections.reporting.figures import Figures
from services.reporting.figure import FigureService
from web.forms.choices import Choice, Chosen
from web.forms.commands import Command
from web.forms.fields import Day, Form, Line, Options, Words
from web.forms.figures import DAY_HINT, VALUE_HINT, Stated, period_of
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


def _figures() -> Options:
    with here.read(Figures) as view:
        return [(str(row.id), f"{row.name}: {row.shown}") for row in view.all()]


class FigureForm(Form):
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
    counted_by = Line(longest=200, label="Who counted")
    stated_in = Line(
        longest=300, label="Where it is stated", hint="A document and page, or a system."
    )


class CorrectForm(FigureForm):
    why = Words(needed="Say what was wrong with it.", label="What was wrong with it")


class WithdrawForm(Form):
    why = Words(needed="Say why it is withdrawn.", label="Why it is withdrawn")


class NothingToType(Form):
    pass


class RateForm(Form):
    name = Line(longest=200, needed="Say what the rate is of.", label="What the rate is of")
    part = Chosen(needed="Choose what is counted.", label="What is counted", options=_figures)
    whole = Chosen(needed="Choose what it is out of.", label="Out of what", options=_figures)
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


def _value(value: Value | None, unit: str) -> Value:
    """A number beside the unit % is a percentage, as if it was typed with its sign."""
    found = value or Value(None, "unknown")
    is_part = found.kind == "count" and unit.casefold() in PER_CENT
    return replace(found, kind="percentage") if is_part else found


def _unit(unit: str) -> str:
    return "" if unit.casefold() in PER_CENT else unit


def _yes() -> bool:
    return True


def _no() -> bool:
    return False


def _part(part: UUID) -> UUID:
    return _known_figure(part)


def _whole(whole: UUID) -> UUID:
    return _known_figure(whole)


def _known_figure(id: UUID) -> UUID:
    """Answers 404 where there is no such figure."""
    with here.read(Figures) as view:
        return id if any(row.id == id for row in view.all()) else abort(404)


_STATED: dict[str, Callable[..., object]] = {"period": period_of, "value": _value, "unit": _unit}
STATE = Command(
    FigureForm,
    FigureService.report,
    title="State a figure",
    done="The figure is stated.",
    help="A figure stands as its source states it, to the last digit, with its own period or day.",
    button="State it",
    also=_STATED,
)
DEFINE_RATE = Command(
    RateForm,
    FigureService.define_rate,
    title="Define a rate",
    done="The rate is defined.",
    help=(
        "No rate is shown until somebody says what is counted in it: are those who did not "
        "show among the places taken, or beside them?"
    ),
    button="Define it",
    also={"part": _part, "whole": _whole},
)
CORRECT = Command(
    CorrectForm,
    FigureService.correct,
    title="Put it right, or give it a day",
    done="The newest statement stands. What was stated before stays in the history.",
    help="Reports that are final keep what they said; put those right on their own page.",
    button="Put it right",
    also=_STATED,
)
WITHDRAW = Command(
    WithdrawForm,
    FigureService.withdraw,
    title="Withdraw it",
    done="It stands in no report any more, but for those that were final already.",
    button="Withdraw it",
    kind="danger",
)
DISPUTE = Command(
    DisputeForm,
    FigureService.dispute,
    title="Dispute it",
    done="The dispute is recorded beside the figure.",
)
SHOW_FIRST = Command(
    NothingToType,
    FigureService.headline,
    title="Show it at the top of its report",
    done="It stands at the top of its report.",
    button="Show it first",
    kind="ghost",
    also={"shown": _yes},
)
NOT_FIRST = Command(
    NothingToType,
    FigureService.headline,
    title="Take it from the top of its report",
    done="It stands among the other figures.",
    button="Take it from the top",
    kind="ghost",
    also={"shown": _no},
)
