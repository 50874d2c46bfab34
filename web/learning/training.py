"""Training: courses with who came, counted; totals as stated; prices of any day; a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.uk_time import in_words
from projections.counts.disclosure_control import NOTE, protected_parts
from projections.governance.arrangement_rows import Declared
from projections.governance.arrangements import Arrangements
from projections.learning.attendance import Totals
from projections.learning.training import Training
from projections.learning.training_rows import Price
from projections.participation.quotations import Quotations
from projections.record.timeline import Timeline
from web.feedback.vocabulary import FEELINGS, NO_FEELING
from web.forms import commands
from web.forms.dates import HINT, read_day
from web.learning import course_commands as courses
from web.learning import course_question_commands as course_question
from web.learning.course_commands import LEVELS, course_of, possible
from web.learning.training_commands import NEW
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
            by_period=_by_period(counted, book.counted()),
            on=on,
            errors=wrong,
            by_sector=[[initial(name), *_sums(t)] for name, t in book.by_sector().items()],
            stated=book.stated.where(),
            prices=[_price_row(each) for each in book.prices_on(on)],
            on_words=in_words(on),
            said=book.said.where(),
            commands=NEW,
            typed=request.args.get("on", on.isoformat()),
        )
    return html, 422 if wrong else 200


def _by_period(counted: list[tuple[Declared, Totals]], every: Totals) -> list[list[object]]:
    rows = [[each.label, str(each.period), *_sums(totals)] for each, totals in counted]
    return [*rows, ["All there is", "any day", *_sums(every)]]


def _sums(totals: Totals) -> list[int]:
    return [totals.sessions, totals.booked, totals.attended, totals.no_shows]


def _price_row(price: Price) -> list[str]:
    return [
        initial(price.sector) or "As decided, in words",
        price.only_for or "all courses",
        price.words,
        price.from_when,
        price.made_by or "not stated",
        price.source,
    ]


@pages.get("/<partnership>/work/training/in-their-words")
@requires("read governance")
def in_their_words() -> ResponseReturnValue:
    """What may be quoted when people are taught: as it stands now, so it is read anew each time."""
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
        today=today(),
        commands={name: COMMANDS[name] for name in possible(found)},
        note=NOTE,
        told={code: _faces(faces) for code, faces in answered.items()},
        nobody=_faces([]),
        addresses={each.code: _address(each.code) for each in found.questions},
    )


@pages.route("/<partnership>/work/training/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    return commands.page(
        commands.named(COMMANDS, name), course_of(id).id, url_for(".course", id=id)
    )


def _faces(faces: Iterable[str]) -> list[list[str]]:
    """How many children answered, in all and by the face they picked."""
    many, parts = protected_parts(Counter(faces))
    named = {**FEELINGS, "": NO_FEELING}
    return [["All answers", many], *([named[face], count] for face, count in parts.items())]


def _address(code: str) -> str:
    """What to hand out, whatever day the page stands on."""
    return tenants.public_url + url_for("asked.page", code=code, known=None, in_force=None)


def _asked_day(text: str) -> tuple[date, dict[str, str]]:
    """The day whose prices are asked for; today where it is none, and why."""
    if not text.strip():
        return today(), {}
    try:
        return read_day(text).last, {}
    except ValueError:
        return today(), {
            "on": f"Write the day {HINT[0].lower()}{HINT[1:]} Shown are the prices of today."
        }
