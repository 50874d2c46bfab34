"""Figures as stated, each with its period, source and definition; and what does not agree."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.value import Value
from projections.record.timeline import Timeline
from projections.reporting.figures import Figures
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options, answer, ask
from web.forms.fields import Day, Form, Line, Words, key_of
from web.forms.figures import DAY_HINT, VALUE_HINT, Stated, period_of, value_of
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("figures", __name__)
_UNIT_HINT = (
    "Such as courses, places, children or %. A count of children is protected wherever a page is "
    "public: 1 to 7 as *, others to the nearest 5."
)


class FigureForm(Form):
    name = Line(longest=200, needed="Say what the figure counts.")
    value = Stated(longest=40, needed="Give the figure as it is stated.")
    unit = Line(longest=80)
    start = Day()
    end = Day()
    as_at = Day()
    definition = Words()


class RateForm(Form):
    name = Line(longest=200, needed="Say what the rate is of.")
    part = Line(longest=36, needed="Choose what is counted.")
    whole = Line(longest=36, needed="Choose what it is out of.")
    definition = Words(needed="Say what is counted, out of what, and who is in both.")


class DiscrepancyForm(Form):
    about = Line(longest=200, needed="Say what the statements are about.")
    one = Words(needed="Give the one statement as it stands in its source.")
    other = Words(needed="Give the other statement as it stands in its source.")
    note = Words()


class DisputeForm(Form):
    by = Line(longest=200, needed="Say which agency or role disputes it.")
    why = Words(needed="Say what is wrong with it.")


class ExplainForm(Form):
    how = Words(needed="Say how it came about.")


def _state(id: UUID, provenance: Provenance, given: Given) -> object:
    period = period_of(given.pop("start"), given.pop("end"))
    value = value_of(given.pop("value")) or Value(None, "unknown")
    return here.figure.report(id, provenance, value=value, period=period, **given)


def _rate(id: UUID, provenance: Provenance, given: Given) -> object:
    with here.read(Figures) as view:
        known = {str(row.id): row.id for row in view.all()}
    part, whole = known.get(given.pop("part")), known.get(given.pop("whole"))
    if part is None or whole is None:
        abort(404)
    return here.figure.define_rate(id, provenance, part=part, whole=whole, **given)


def _discrepancy(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.figure.note_discrepancy(id, provenance, **given)


def _dispute(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.figure.dispute(id, provenance, **given)


def _explain(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.figure.explain_discrepancy(id, provenance, **given)


def _figures() -> Options:
    with here.read(Figures) as view:
        return [(str(row.id), f"{row.name}: {row.value}") for row in view.all()]


_DEFINITION = Ask("definition", "What is counted, out of what", "textarea")
NEW = {
    "figure": Deed(
        FigureForm(),
        _state,
        "The figure is stated.",
        "State a figure",
        (
            Ask("name", "What it counts"),
            Ask("value", "The figure", hint=VALUE_HINT),
            Ask("unit", "Of what", hint=_UNIT_HINT),
            Ask("start", "For a period from", hint=DAY_HINT),
            Ask("end", "To"),
            Ask("as_at", "Or as at a day", hint=DAY_HINT),
            _DEFINITION,
        ),
        "A figure stands as its source states it, with its own period. A percentage needs its "
        "definition.",
        "State it",
    ),
    "rate": Deed(
        RateForm(),
        _rate,
        "The rate is defined.",
        "Define a rate",
        (
            Ask("name", "What the rate is of"),
            Ask("part", "What is counted", "select", options=_figures),
            Ask("whole", "Out of what", "select", options=_figures),
            _DEFINITION,
        ),
        "No rate is shown until somebody says what is counted in it: are those who did not show "
        "among the places taken, or beside them?",
        "Define it",
    ),
    "discrepancy": Deed(
        DiscrepancyForm(),
        _discrepancy,
        "It is in the log.",
        "Note what does not agree",
        (
            Ask("about", "What it is about"),
            Ask("one", "One statement", "textarea"),
            Ask("other", "The other statement", "textarea"),
            Ask("note", "Anything to note", "textarea"),
        ),
        "Both statements are kept as they stand; the scrutineer sees them side by side.",
    ),
}
DEEDS = {
    "dispute": Deed(
        DisputeForm(),
        _dispute,
        "The dispute is recorded beside the figure.",
        "Dispute a figure",
        (
            Ask("by", "Who disputes it", hint="An agency or a role."),
            Ask("why", "What is wrong with it", "textarea"),
        ),
    ),
    "explain": Deed(
        ExplainForm(),
        _explain,
        "The explanation is recorded.",
        "Explain what does not agree",
        (Ask("how", "How it came about", "textarea"),),
    ),
}


@pages.get("/<partnership>/work/figures/")
@requires("read governance")
def book() -> ResponseReturnValue:
    with here.read(Figures) as view:
        figures, rates, found = view.all(), view.worked_out(), view.all_discrepancies()
    return render_template(
        "reporting/figures.html", figures=figures, rates=rates, discrepancies=found, deeds=NEW
    )


@pages.get("/<partnership>/work/figures/new/<name>")
@requires("keep governance")
def new(name: str) -> ResponseReturnValue:
    return ask(NEW, name, url_for(".book"))


@pages.post("/<partnership>/work/figures/new/<name>")
@requires("keep governance")
def record(name: str) -> ResponseReturnValue:
    id = here.ledger.name_of("figure", key_of(request.form))
    return answer(NEW, name, id, url_for(".book"))


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
        deeds={name: DEEDS[name]},
    )


@pages.get("/<partnership>/work/figures/<uuid:id>/<name>")
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    _known(id, name)
    return ask(DEEDS, name, url_for(".figure", id=id))


@pages.post("/<partnership>/work/figures/<uuid:id>/<name>")
@requires("keep governance")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    _known(id, name)
    return answer(DEEDS, name, id, url_for(".figure", id=id))


def _known(id: UUID, name: str) -> None:
    """Answers 404 where there is nothing of that id that this can be done with."""
    with here.read(Figures) as view:
        found = view.figure(id) if name == "dispute" else view.discrepancy(id)
    if found is None:
        abort(404)
