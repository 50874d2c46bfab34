"""Who has not been heard: by topic, by age, and by the groups that were asked."""

from __future__ import annotations

from datetime import date
from itertools import repeat

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from projections.counts.disclosure_control import protected, publish
from projections.participation.participation import Participation
from projections.participation.participation_rows import Stretch, nobody_in
from web.feedback.vocabulary import TOPICS_COUNTED
from web.site.formatting import today
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("heard", __name__)
LATEST = "latest"


@pages.get("/<partnership>/work/heard/")
@requires("read feedback")
def page() -> ResponseReturnValue:
    with here.read(Participation) as view:
        periods = [_last_months(today()), *view.periods()]
        chosen = _chosen(periods, request.args.get("period", LATEST))
        live = chosen.key == LATEST
        counts = view.counts(chosen.span, live=live)
        demo = view.has_demo(chosen.span, live=live)
        groups, not_yet = view.groups(chosen.span), view.not_yet(chosen.span)
    silent = nobody_in(counts.rows, [sum(row) for row in counts.cells])
    ages = nobody_in(counts.columns, [sum(column) for column in zip(*counts.cells, strict=True)])
    shown = publish(counts)
    offered = [(each.key, each.label) for each in periods]
    return render_template(
        "participation/participation.html",
        periods=offered,
        chosen=chosen,
        shown=shown,
        by_setting=list(zip(shown.rows, shown.cells, shown.row_totals or repeat(""), strict=False)),
        about=TOPICS_COUNTED,
        silent=silent,
        ages=ages,
        groups=groups,
        not_yet=not_yet,
        protected=protected,
        demo=demo,
    )


def _last_months(day: date) -> Stretch:
    """The twelve months up to a day."""
    year = day.year - 1
    first = date(year, 3, 1) if (day.month, day.day) == (2, 29) else day.replace(year=year)
    return Stretch(LATEST, "The last 12 months", first.isoformat(), day.isoformat())


def _chosen(periods: list[Stretch], key: str) -> Stretch:
    found = [each for each in periods if each.key == key]
    return found[0] if found else abort(404)
