"""What children said in a group or a document, recorded by hand under a theme."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance, elsewhere
from projections.participation.engagements import Engagements
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, answer, ask
from web.forms.fields import Choice, Day, Form, Line, Words, key_of
from web.forms.figures import DAY_HINT
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("statements", __name__)
HOW = {"yes": "In their own words: a quotation", "no": "In other words: a paraphrase"}


class StatementForm(Form):
    words = Words(longest=2000, needed="Write what was said.")
    verbatim = Choice(tuple(HOW), needed="Say whether these are their own words.")
    who = Line(longest=200, needed="Say who said it, as a group.")
    theme = Line(longest=200, needed="Say what it is about.")
    said_on = Day(needed="Say when it was said, as far as you know.", past=True)
    where = Line(longest=300, needed="Say in which group or document.")


def _record(id: UUID, provenance: Provenance, given: Given) -> object:
    source = elsewhere(f"{given.pop('where')}, {provenance.source}")
    said = replace(provenance, source=source, effective_on=given.pop("said_on"))
    return here.feedback.quote_statement(id, said, verbatim=given.pop("verbatim") == "yes", **given)


NEW = Deed(
    StatementForm(),
    _record,
    "The statement is recorded. Reports and “you said” show it.",
    "Record what children said",
    (
        Ask(
            "words", "What was said", "textarea", "Leave out names and all that picks a child out."
        ),
        Ask("verbatim", "Whose words these are", "radios", options=lambda: list(HOW.items())),
        Ask("who", "Who said it", hint="As a group, such as Norfolk's children and young people."),
        Ask("theme", "About what", hint="The same words as before put it with what is there."),
        Ask("said_on", "When", hint=f"{DAY_HINT} A year alone will do."),
        Ask("where", "Where it is from", hint="A document with its line, or a meeting of a group."),
    ),
    "Everybody can read it: on “you said, we did” and in the yearly report of that time. Only a "
    "quotation is shown in quotation marks.",
)


@pages.get("/<partnership>/work/statements/")
@requires("read feedback")
def book() -> ResponseReturnValue:
    with here.read(Engagements) as view:
        rows = view.all_statements()
    return render_template("participation/statements.html", rows=rows)


@pages.get("/<partnership>/work/statements/new")
@requires("keep governance")
def new() -> ResponseReturnValue:
    return ask({"new": NEW}, "new", url_for(".book"))


@pages.post("/<partnership>/work/statements/new")
@requires("keep governance")
def record() -> ResponseReturnValue:
    id = here.ledger.name_of("statement", key_of(request.form))
    return answer({"new": NEW}, "new", id, url_for(".book"))
