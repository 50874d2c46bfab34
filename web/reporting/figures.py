"""Figures as stated, each with its period, source and definition, and those that disagree."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.record.timeline import Timeline
from projections.reporting.figure_rows import Figure
from projections.reporting.figures import Figures
from services.reporting.figure import FigureService
from web.forms import commands
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.text_fields import Line, Words
from web.reporting.figure_commands import (
    CORRECT,
    DEFINE_RATE,
    DISPUTE,
    NOT_FIRST,
    SHOW_FIRST,
    STATE,
    WITHDRAW,
)
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("figures", __name__)


class DiscrepancyForm(Form):
    about = Line(longest=200, needed="Say what the statements are about.", label="What it is about")
    one = Words(needed="Give the one statement as it stands in its source.", label="One statement")
    other = Words(
        needed="Give the other statement as it stands in its source.", label="The other statement"
    )
    note = Words(label="Anything to note")
    noted_on = When(label="When it was noticed")


class ExplainForm(Form):
    how = Words(needed="Say how it came about.", label="How it came about")
    explained_on = When(label="When it was explained")


NEW = {
    "figure": STATE,
    "rate": DEFINE_RATE,
    "discrepancy": Command(
        DiscrepancyForm,
        FigureService.note_discrepancy,
        title="Note what does not agree",
        done="It is in the log.",
        help="Both statements are kept as they stand; the scrutineer sees them side by side.",
    ),
}
EXPLAIN = Command(
    ExplainForm,
    FigureService.explain_discrepancy,
    title="Explain what does not agree",
    done="The explanation is recorded.",
)
COMMANDS = {
    "correct": CORRECT,
    "dispute": DISPUTE,
    "explain": EXPLAIN,
    "first": SHOW_FIRST,
    "not-first": NOT_FIRST,
    "withdraw": WITHDRAW,
}


@pages.get("/<partnership>/work/figures/")
@requires("read governance")
def book() -> ResponseReturnValue:
    with here.read(Figures) as view:
        figures, rates, found = view.all(), view.worked_out(), view.all_discrepancies()
        undated = view.without_a_day()
    return render_template(
        "reporting/figures.html",
        figures=figures,
        undated=undated,
        rates=rates,
        discrepancies=found,
        commands=NEW,
    )


@pages.route("/<partnership>/work/figures/new/<name>", methods=["GET", "POST"])
@requires("keep governance")
def new(name: str) -> ResponseReturnValue:
    id, command, book = commands.new_id("figure"), commands.named(NEW, name), url_for(".book")
    return commands.page(command, id, book, back=book, values=commands.from_address(command))


@pages.get("/<partnership>/work/figures/<uuid:id>")
@requires("read governance")
def figure(id: UUID) -> ResponseReturnValue:
    with here.read(Figures) as view:
        found, doubtful = view.figure(id), view.discrepancy(id)
    if found is None and doubtful is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "reporting/figures_figure.html",
        figure=found,
        discrepancy=doubtful,
        lines=lines,
        commands={name: COMMANDS[name] for name in _offered(found)},
    )


@pages.route("/<partnership>/work/figures/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    with here.read(Figures) as view:
        found, doubtful = view.figure(id), view.discrepancy(id)
    if (doubtful if name == "explain" else found) is None:
        abort(404)
    command, onward = commands.named(COMMANDS, name), url_for(".figure", id=id)
    values = dict(found.typed) if found and name == "correct" else None
    return commands.page(command, id, onward, values=values)


def _offered(found: Figure | None) -> list[str]:
    """The commands on offer. None for a figure that was withdrawn."""
    if found is None:
        return ["explain"]
    if found.withdrawn:
        return []
    return ["correct", "not-first" if found.headlined else "first", "dispute", "withdraw"]
