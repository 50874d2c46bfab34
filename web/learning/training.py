"""Training: courses with attendance, stated totals, prices on any day, the question."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.uk_time import in_words
from projections.counts.disclosure_control import NOTE
from projections.governance.arrangements import Arrangements
from projections.learning.training import Training
from projections.participation.quotations import Quotations
from projections.record.timeline import Timeline
from web.forms import commands, previewed
from web.forms.dates import HINT, read_day
from web.learning import course_commands as courses
from web.learning import course_question_commands as course_question
from web.learning.course_commands import possible
from web.learning.course_forms import LEVELS, course_of
from web.learning.training_commands import NEW
from web.learning.training_rows import by_period, faces_of, price_row, sums
from web.learning.whole_course import WHOLE
from web.site.formatting import initial, today
from web.site.permissions import requires
from web.site.tenancy import here, tenants

pages = Blueprint("training", __name__)
COMMANDS = courses.COMMANDS | course_question.COMMANDS


@pages.get("/<partnership>/work/training/")
@requires("read governance")
def dashboard() -> ResponseReturnValue:
    on, wrong = _asked_day(request.args.get("on", ""))
    with here.read(Arrangements) as view:
        frame = view.frame()
    periods = [each for each in frame.periods_now if each.period] if frame else []
    with here.read(Training) as book:
        counted = [(each, book.counted(each.period)) for each in periods]
        html = render_template(
            "learning/training.html",
            courses=book.all(),
            by_period=by_period(counted, book.counted()),
            on=on,
            errors=wrong,
            by_sector=[[initial(name), *sums(t)] for name, t in book.by_sector().items()],
            stated=book.stated.where(),
            prices=[price_row(each) for each in book.prices_on(on)],
            on_words=in_words(on),
            said=book.said.where(),
            commands=NEW,
            typed=request.args.get("on", on.isoformat()),
        )
    return html, 422 if wrong else 200


@pages.get("/<partnership>/work/training/in-their-words")
@requires("read governance")
def in_their_words() -> ResponseReturnValue:
    """What may be quoted in training today. The page reads it again each time."""
    with here.read(Quotations) as view:
        quotes = view.live("training")
    themes = groupby(sorted(quotes, key=attrgetter("theme")), key=attrgetter("theme"))
    return render_template(
        "learning/training_in_their_words.html",
        day=in_words(today()),
        themes=[(theme, list(found)) for theme, found in themes],
    )


@pages.route("/<partnership>/work/training/new/<name>", methods=["GET", "POST"])
@requires("keep governance")
def new(name: str) -> ResponseReturnValue:
    id = commands.new_id("training")
    onward = url_for(".course", id=id) if name == "course" else url_for(".dashboard")
    return commands.page(commands.named(NEW, name), id, onward, back=url_for(".dashboard"))


@pages.route("/<partnership>/work/training/new/whole", methods=["GET", "POST"])
@requires("keep governance")
def whole() -> ResponseReturnValue:
    id = commands.new_id("training")
    return previewed.page(WHOLE, id, url_for(".course", id=id), back=url_for(".dashboard"))


@pages.get("/<partnership>/work/training/<uuid:id>")
@requires("read governance")
def course(id: UUID) -> ResponseReturnValue:
    found = course_of(id)
    with here.read(Training) as book:
        answered = book.answered(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "learning/training_course.html",
        course=found,
        lines=lines,
        levels=LEVELS,
        questions=[(each, each.standing_on(today())) for each in found.questions],
        commands={name: COMMANDS[name] for name in possible(found)},
        note=NOTE,
        told={code: faces_of(faces) for code, faces in answered.items()},
        nobody=faces_of([]),
        addresses={each.code: _address(each.code) for each in found.questions},
    )


@pages.route("/<partnership>/work/training/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    return commands.page(
        commands.named(COMMANDS, name), course_of(id).id, url_for(".course", id=id)
    )


def _address(code: str) -> str:
    """The address to hand out, which is the same on a page of the past."""
    return tenants.public_url + url_for("asked.page", code=code, known=None, in_force=None)


def _asked_day(text: str) -> tuple[date, dict[str, str]]:
    """The day of the prices that the address asks for. Else today, with the error."""
    if not text.strip():
        return today(), {}
    try:
        return read_day(text).last, {}
    except ValueError:
        return today(), {
            "on": f"Write the day {HINT[0].lower()}{HINT[1:]} Shown are the prices of today."
        }
