"""What children said in a group or a document, recorded by hand under a theme."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance, elsewhere
from projections.participation.engagements import Engagements
from services.feedback.feedback import FeedbackService
from web.forms import commands
from web.forms.choices import YesOrNo
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Line, Words
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("statements", __name__)
_THEIR_WORDS, _OTHER_WORDS = "In their own words: a quotation", "In other words: a paraphrase"


class StatementForm(Form):
    words = Words(
        longest=2000,
        needed="Write what was said.",
        label="What was said",
        hint="Leave out names and all that picks a child out.",
    )
    verbatim = YesOrNo(
        yes=_THEIR_WORDS,
        no=_OTHER_WORDS,
        needed="Say whether these are their own words.",
        label="Whose words these are",
    )
    who = Line(
        longest=200,
        needed="Say who said it, as a group.",
        label="Who said it",
        hint="As a group, such as Norfolk's children and young people.",
    )
    theme = Line(
        longest=200,
        needed="Say what it is about.",
        label="About what",
        hint="The same words as before put it with what is there.",
    )
    said_on = Day(
        needed="Say when it was said, as far as you know.",
        past=True,
        label="When",
        hint=f"{DAY_HINT} A year alone will do.",
    )
    where = Line(
        longest=300,
        needed="Say in which group or document.",
        label="Where it is from",
        hint="A document with its line, or a meeting of a group.",
    )


def _where(provenance: Provenance, where: str) -> Provenance:
    """A typed source. It never reads as a line of a document."""
    return replace(provenance, source=elsewhere(f"{where}, {provenance.source}"))


def _recorded_already(words: str, who: str) -> str:
    """Words where the same was recorded of the same group."""
    with here.read(Engagements) as view:
        known = [row for row in view.all_statements() if not row.withdrawn]
    said = (_folded(words), _folded(who))
    for row in known:
        if said == (_folded(row.words), _folded(row.who)):
            return f"There is one like it already: {row.who}, {row.on or 'without a day'}."
    return ""


def _folded(words: str) -> str:
    """Words without what differs when they are typed a second time."""
    return " ".join(words.split()).rstrip(".").casefold()


NEW = Command(
    StatementForm,
    FeedbackService.quote_statement,
    title="Record what children said",
    done="The statement is recorded. Reports and “you said” show it.",
    help=(
        "Everybody can read it: on “you said, we did” and in the yearly report of that time. Only"
        " a quotation is shown in quotation marks."
    ),
    provenance=_where,
    day="said_on",
    doubt=_recorded_already,
)


@pages.get("/<partnership>/work/statements/")
@requires("read feedback")
def book() -> ResponseReturnValue:
    with here.read(Engagements) as view:
        rows = view.all_statements()
    return render_template("participation/statements.html", rows=rows)


@pages.route("/<partnership>/work/statements/new", methods=["GET", "POST"])
@requires("keep governance")
def new() -> ResponseReturnValue:
    id = commands.new_id("statement")
    return commands.page(NEW, id, url_for(".book"), back=url_for(".book"))
