"""Figures as stated, each with its period, source and definition; and what does not agree."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.record.timeline import Timeline
from projections.reporting.figures import Figures
from services.reporting.figure import FigureService
from web.forms import commands
from web.forms.choices import Chosen
from web.forms.commands import Command
from web.forms.fields import Day, Form, Line, Options, Words
from web.forms.figures import DAY_HINT, VALUE_HINT, Stated, period_of
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("figures", __name__)
_UNIT_HINT = (
    "Such as courses, places, children or %. A count of children is protected wherever a page is "
    "public: 1 to 7 as *, others to the nearest 5."
)


def _figures() -> Options:
    with here.read(Figures) as view:
        return [(str(row.id), f"{row.name}: {row.value}") for row in view.all()]


class FigureForm(Form):
    name = Line(longest=200, needed="Say what the figure counts.", label="What it counts")
    value = Stated(
        longest=40, needed="Give the figure as it is stated.", label="The figure", hint=VALUE_HINT
    )
    unit = Line(longest=80, label="Of what", hint=_UNIT_HINT)
    start = Day(label="For a period from", hint=DAY_HINT)
    end = Day(label="To")
    as_at = Day(label="Or as at a day", hint=DAY_HINT)
    definition = Words(label="What is counted, out of what")


class RateForm(Form):
    name = Line(longest=200, needed="Say what the rate is of.", label="What the rate is of")
    part = Chosen(needed="Choose what is counted.", label="What is counted", options=_figures)
    whole = Chosen(needed="Choose what it is out of.", label="Out of what", options=_figures)
    definition = Words(
        needed="Say what is counted, out of what, and who is in both.",
        label="What is counted, out of what",
    )


class DiscrepancyForm(Form):
    about = Line(longest=200, needed="Say what the statements are about.", label="What it is about")
    one = Words(needed="Give the one statement as it stands in its source.", label="One statement")
    other = Words(
        needed="Give the other statement as it stands in its source.", label="The other statement"
    )
    note = Words(label="Anything to note")


class DisputeForm(Form):
    by = Line(
        longest=200,
        needed="Say which agency or role disputes it.",
        label="Who disputes it",
        hint="An agency or a role.",
    )
    why = Words(needed="Say what is wrong with it.", label="What is wrong with it")


class ExplainForm(Form):
    how = Words(needed="Say how it came about.", label="How it came about")


def _part(part: UUID) -> UUID:
    return _known_figure(part)


def _whole(whole: UUID) -> UUID:
    return _known_figure(whole)


def _known_figure(id: UUID) -> UUID:
    """Answers 404 where there is no such figure."""
    with here.read(Figures) as view:
        return id if any(row.id == id for row in view.all()) else abort(404)


NEW = {
    "figure": Command(
        FigureForm,
        FigureService.report,
        title="State a figure",
        done="The figure is stated.",
        help="A figure stands as its source states it, with its own period. A percentage needs its "
        "definition.",
        button="State it",
        also={"period": period_of},
    ),
    "rate": Command(
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
    ),
    "discrepancy": Command(
        DiscrepancyForm,
        FigureService.note_discrepancy,
        title="Note what does not agree",
        done="It is in the log.",
        help="Both statements are kept as they stand; the scrutineer sees them side by side.",
    ),
}
COMMANDS = {
    "dispute": Command(
        DisputeForm,
        FigureService.dispute,
        title="Dispute a figure",
        done="The dispute is recorded beside the figure.",
    ),
    "explain": Command(
        ExplainForm,
        FigureService.explain_discrepancy,
        title="Explain what does not agree",
        done="The explanation is recorded.",
    ),
}


@pages.get("/<partnership>/work/figures/")
@requires("read governance")
def book() -> ResponseReturnValue:
    with here.read(Figures) as view:
        figures, rates, found = view.all(), view.worked_out(), view.all_discrepancies()
    return render_template(
        "reporting/figures.html", figures=figures, rates=rates, discrepancies=found, commands=NEW
    )


@pages.route("/<partnership>/work/figures/new/<name>", methods=["GET", "POST"])
@requires("keep governance")
def new(name: str) -> ResponseReturnValue:
    id = commands.new_id("figure")
    return commands.page(commands.named(NEW, name), id, url_for(".book"), back=url_for(".book"))


@pages.get("/<partnership>/work/figures/<uuid:id>")
@requires("read governance")
def figure(id: UUID) -> ResponseReturnValue:
    with here.read(Figures) as view:
        found, doubtful = view.figure(id), view.discrepancy(id)
    if found is None and doubtful is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    name = "dispute" if found else "explain"
    return render_template(
        "reporting/figures_figure.html",
        figure=found,
        discrepancy=doubtful,
        lines=lines,
        commands={name: COMMANDS[name]},
    )


@pages.route("/<partnership>/work/figures/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    _known(id, name)
    return commands.page(commands.named(COMMANDS, name), id, url_for(".figure", id=id))


def _known(id: UUID, name: str) -> None:
    """Answers 404 where there is nothing of that id that this can be done with."""
    with here.read(Figures) as view:
        found = view.figure(id) if name == "dispute" else view.discrepancy(id)
    if found is None:
        abort(404)
