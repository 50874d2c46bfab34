"""What can be done with a figure: state it, correct it, withdraw it, dispute it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from flask import abort

from events.period import PartialDate
from events.reporting.figure import Comparator
from events.value import PER_CENT, Value
from projections.reporting.figures import Figures
from services.reporting.figure import FigureService
from web.forms.command import Command
from web.forms.figures import period_of
from web.reporting.figure_forms import (
    CorrectFigureForm,
    DefineRateForm,
    DisputeForm,
    NothingToType,
    StateFigureForm,
    WithdrawFigureForm,
)
from web.site.tenancy import here


def _value(value: Value | None, unit: str) -> Value:
    """A number with the unit % is a percentage, as if it was typed with its sign."""
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
    """The figure. Answers 404 if there is none with this id."""
    with here.read(Figures) as view:
        return id if any(row.id == id for row in view.all()) else abort(404)


def _stated_already(
    name: str, start: PartialDate | None, end: PartialDate | None, as_at: PartialDate | None
) -> str:
    """Words where a figure of the same name and time is stated."""
    period = period_of(start, end)
    when = f"as at {as_at}" if as_at else str(period or "")
    with here.read(Figures) as view:
        known = [each for each in view.all() if each.name.casefold() == name.casefold()]
    if not any(each.when == when for each in known):
        return ""
    return f"{name} is stated already, {when or 'without a day'}. To put it right, open it instead."


def _compared(
    before: Value | None, england: Value | None, similar: Value | None, unit: str
) -> tuple[Comparator, ...]:
    stated = {"the period before": before, "England": england, "similar areas": similar}
    return tuple(
        Comparator(with_what, _value(value, unit))  # type: ignore[arg-type]
        for with_what, value in stated.items()
        if value
    )


_STATED: dict[str, Callable[..., object]] = {
    "period": period_of,
    "value": _value,
    "unit": _unit,
    "compared": _compared,
}
STATE = Command(
    StateFigureForm,
    FigureService.report,
    title="State a figure",
    done="The figure is stated.",
    help="A figure stands as its source states it, to the last digit, with its own period or day.",
    button="State it",
    also=_STATED,
    doubt=_stated_already,
)
DEFINE_RATE = Command(
    DefineRateForm,
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
    CorrectFigureForm,
    FigureService.correct,
    title="Put it right, or give it a day",
    done="The newest statement stands. What was stated before stays in the history.",
    help="Reports that are final keep what they said; put those right on their own page.",
    button="Put it right",
    also=_STATED,
)
WITHDRAW = Command(
    WithdrawFigureForm,
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
