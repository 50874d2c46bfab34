"""The user's own letters: a number for text messages, and the letter of the day."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.access.people import People, Person
from services.access.access import AccessService
from web.forms import commands
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.form_state import FormState, Sent
from web.forms.text_fields import Line
from web.site.authentication import who
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("letters", __name__)


class TextNumberForm(Form):
    phone = Line(
        longest=30,
        label="Your mobile number",
        hint="Such as 07700 900123. Leave it empty for no text messages.",
        kind="tel",
        autocomplete="tel",
    )


class DailyLetterForm(Form):
    wanted = Choice(
        {"yes": "Yes, when something waits for me", "no": "No letter of the day"},
        needed="Choose yes or no.",
        label="The letter of the day",
    )


def _wanted(wanted: str) -> bool:
    return wanted == "yes"


COMMANDS = {
    "number": Command(
        TextNumberForm,
        AccessService.give_text_number,
        title="Text messages",
        done="Your number is recorded.",
        help="Only for urgent messages. Nobody else sees your number.",
        button="Save the number",
    ),
    "digest": Command(
        DailyLetterForm,
        AccessService.choose_digest,
        title="The letter of the day",
        done="It is recorded.",
        help=(
            "At most one e-mail on a working day, if something waits. For a youth inspector also a "
            "reminder the day before a visit. Urgent alerts always come."
        ),
        button="Save",
        also={"wanted": _wanted},
    ),
}


@pages.get("/<partnership>/work/letters/")
@requires("choose own letters")
def page() -> ResponseReturnValue:
    return _page(who.id, Sent())


@pages.post("/<partnership>/work/letters/<name>")
@requires("choose own letters")
def handle(name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, who.id, url_for(".page"), _page)


def _page(_: UUID, sent: Sent) -> str:
    with here.read(People) as view:
        me = view.person(who.id)
    return render_template("access/letters.html", errors=sent.errors, commands=_forms(me, sent))


def _forms(me: Person | None, sent: Sent) -> list[FormState]:
    known = {
        "number": {"phone": me.phone if me else ""},
        "digest": {"wanted": "yes" if me is None or me.wants_digest else "no"},
    }
    shown = COMMANDS if who.role in ("triage", "coordinator") else {"digest": COMMANDS["digest"]}
    return [
        sent.form(name, command, url_for(".handle", name=name), values=known[name])
        for name, command in shown.items()
    ]
