"""Case reviews: considered, reviewed, published, acted upon, and when each step is due."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.deadlines.deadline_rows import Deadline
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.standing import DeadlineStatus, standing_of
from projections.learning.case_review_rows import CaseRow
from projections.learning.case_reviews import CaseReviews
from projections.privacy.access_log import AccessLog
from projections.record.timeline import Timeline
from web.forms import commands, previewed
from web.forms.form_state import Sent
from web.learning.case_review_commands import COMMANDS, offered
from web.learning.rapid_review_commands import CONSIDER
from web.learning.whole_case_review import WHOLE
from web.site.access_log import looked_at_details
from web.site.formatting import today
from web.site.permissions import has_permission, is_offered, requires
from web.site.tenancy import here

pages = Blueprint("cases", __name__)


@pages.get("/<partnership>/work/cases/")
@requires("read cases")
def register() -> ResponseReturnValue:
    with here.read(CaseReviews) as view:
        cases = view.all()
    with here.read(Deadlines) as board:
        waiting = [row for row in board.open() if row.kind == "case review"]
    clocks: dict[UUID, list[tuple[Deadline, DeadlineStatus]]] = {}
    for row in waiting:
        clocks.setdefault(row.subject, []).append((row, standing_of(row, today())))
    return render_template("learning/case_reviews.html", cases=cases, clocks=clocks)


@pages.route("/<partnership>/work/cases/new", methods=["GET", "POST"])
@requires("run cases")
def new() -> ResponseReturnValue:
    id, back = commands.new_id("case"), url_for(".register")
    onward = url_for(".case", id=id)
    return commands.page(CONSIDER, id, onward, back=back, back_words="All case reviews")


@pages.route("/<partnership>/work/cases/whole", methods=["GET", "POST"])
@requires("run cases")
def whole() -> ResponseReturnValue:
    id = commands.new_id("case")
    return previewed.page(WHOLE, id, url_for(".case", id=id), back=url_for(".register"))


@pages.get("/<partnership>/work/cases/<uuid:id>")
@requires("read cases")
def case(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent(request.args.get("do", "")))


@pages.post("/<partnership>/work/cases/<uuid:id>/<name>")
@requires("run cases")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, id, url_for(".case", id=id), _page)


def _page(id: UUID, sent: Sent) -> str:
    with here.read(CaseReviews) as view:
        found = view.case(id)
    if found is None:
        abort(404)
    found, forgetting = _closed(found), here.erasure.of(id)
    if found.details:
        looked_at_details(id)
    with here.read(AccessLog) as looking:
        looks = looking.at(id)
    with here.read(Deadlines) as board:
        deadlines = [row for row in board.of(id) if row.kind == "case review"]
    with here.read(Timeline) as history:
        lines = history.of(id)
    clocks = [(row, standing_of(row, today())) for row in deadlines]
    return render_template(
        "learning/case_reviews_case.html",
        case=found,
        clocks=clocks,
        lines=lines,
        told=[[s.what, s.on or "see the words", s.words or "nothing more"] for s in found.steps],
        errors=sent.errors,
        looks=looks,
        forgetting=forgetting,
        **_steps(found, sent, len(lines)),
    )


def _steps(found: CaseRow, sent: Sent, seen: int) -> dict[str, object]:
    """The chosen step with its form, and the other steps that make sense now."""
    if not is_offered("run cases"):
        return {"steps": {}, "chosen": None}
    steps = offered(found)
    command = (COMMANDS if sent.errors else steps).get(sent.name)
    others = {name: each for name, each in steps.items() if name != sent.name}
    if command is None:
        return {"steps": others, "chosen": None}
    action = url_for(".handle", id=found.id, name=sent.name)
    options = {"action": [(each.action, each.text) for each in found.open_actions]}
    chosen = sent.form(sent.name, command, action, seen=seen, options=options)
    return {"steps": others, "chosen": chosen}


def _closed(case: CaseRow) -> CaseRow:
    """The case as a scrutineer may see it: every step and day, without the details."""
    return case if has_permission("run cases") else case.without_details()
