"""Where the user is signed in: each session with its device; ending one, or all but this one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from services.access.access import AccessService
from services.access.access_state import Session
from web.forms import commands
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.form_state import FormState, Sent
from web.forms.text_fields import Line
from web.site.authentication import LONGEST_SECONDS, this_session, who
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("sessions", __name__)


class OneSessionForm(Form):
    token = Line(longest=64, needed="Say which.", label="Which", kind="hidden")


class OtherSessionsForm(Form):
    """A form that asks nothing."""


def _one(token: str) -> tuple[str, ...]:
    return (token,)


def _others() -> tuple[str, ...]:
    """Every session of the user but the one that asks."""
    mine = this_session()
    return tuple(each.token for each in _open(who.id) if each.token != mine)


ONE = Command(
    OneSessionForm,
    AccessService.sign_out,
    title="Sign out there",
    done="That session is over.",
    button="Sign out there",
    also={"tokens": _one},
)
OTHERS = Command(
    OtherSessionsForm,
    AccessService.sign_out,
    title="Sign out everywhere else",
    done="You are signed in here alone.",
    button="Sign out everywhere else",
    also={"tokens": _others},
)
COMMANDS = {"one": ONE, "others": OTHERS}


@pages.get("/<partnership>/work/sessions/")
@requires("choose own letters")
def page() -> ResponseReturnValue:
    return _page(who.id, Sent())


@pages.post("/<partnership>/work/sessions/<name>")
@requires("choose own letters")
def handle(name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, who.id, url_for(".page"), _page)


def _open(person: UUID) -> list[Session]:
    """The sessions that have not run out, the newest first."""
    oldest = datetime.now(UTC) - timedelta(seconds=LONGEST_SECONDS)
    known = here.access.recall(person).sessions
    return [each for each in reversed(known) if each.began_at > oldest]


def _page(_: UUID, sent: Sent) -> str:
    mine, listed = this_session(), _open(who.id)
    rows = [(each, None if each.token == mine else _ending(each)) for each in listed]
    return render_template(
        "access/sessions.html",
        rows=rows,
        errors=sent.errors,
        others=FormState(OTHERS, url_for(".handle", name="others")) if len(rows) > 1 else None,
    )


def _ending(each: Session) -> FormState:
    return FormState(ONE, url_for(".handle", name="one"), values={"token": each.token})
