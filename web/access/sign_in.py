"""Signing in by a link that works once, and signing out."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from services.access.access_state import NoEntry, token_of
from services.refusals import NotFound
from web.access.device import device_of
from web.access.wanted_page import wanted_page, wanted_path
from web.forms import commands
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.form_state import FormState
from web.forms.sent import new_key
from web.forms.text_fields import Email
from web.site.authentication import csrf, sign_in, sign_out, takes_cookies, try_cookies
from web.site.fetch_metadata import is_of_ours
from web.site.permissions import open_to_all
from web.site.rate_limit import count_guess, slow_down, slow_each, slow_guesses
from web.site.tenancy import here

pages = Blueprint("sign_in", __name__)
_PAGE = "sign-in page"


class EmailForm(Form):
    email = Email(
        longest=200,
        needed="Type your e-mail address.",
        label="Your e-mail address",
        hint="We send you a link that works once, for 15 minutes. There is no password.",
        kind="email",
        autocomplete="email",
        attributes={"required": ""},
    )


@pages.get("/<partnership>/work/sign-in")
@open_to_all
def page() -> ResponseReturnValue:
    try_cookies()
    return _ask(FormState(LINK))


@pages.post("/<partnership>/work/sign-in")
@open_to_all
@slow_down("sign in")
def ask() -> ResponseReturnValue:
    """Gives the same answer for every address, so that nobody can find out who has access."""
    try_cookies()
    values = commands.typed(LINK)
    if errors := LINK.attempt(here.partnership.id):
        return _ask(FormState(LINK, values=values, errors=errors)), 422
    return render_template("access/sign_in_sent.html", email=LINK.read()[0]["email"])


@pages.get("/<partnership>/work/sign-in/<uuid:person>/<secret>")
@open_to_all
def arrive(person: UUID, secret: str) -> ResponseReturnValue:
    """Shows only a button: a mail scanner opens the link, and must not use it up."""
    try_cookies()
    return render_template("access/sign_in_arrive.html")


@pages.post("/<partnership>/work/sign-in/<uuid:person>/<secret>")
@open_to_all
def enter(person: UUID, secret: str) -> ResponseReturnValue:
    """The button is pressed on our own page: no other site signs a browser in as somebody else."""
    if not is_of_ours():
        abort(403)
    slow_guesses("wrong link")
    if not takes_cookies():
        return render_template("access/sign_in_cookies.html"), 422
    try:
        access = here.access.recall(person)
        provenance = Provenance(str(person), "sign-in link")
        here.access.sign_in(
            person, provenance, secret=secret, at=datetime.now(UTC), device=device_of(request)
        )
    except (NoEntry, NotFound):
        count_guess("wrong link")
        return _ask(FormState(LINK, errors={"email": NoEntry.words})), 422
    wanted = wanted_page(access.role) if access.role else ""
    sign_in(person, token_of(secret))
    return redirect(wanted or url_for(_HOME.get(access.role or "", "work.queue")), 303)


@pages.post("/<partnership>/work/sign-out")
@open_to_all
def out() -> ResponseReturnValue:
    csrf.protect()
    sign_out()
    return redirect(url_for(".page"), 303)


_HOME = {
    "inspector": "visits.mine",
    "agency": "returns.mine",
    "editor": "editing.mine",
    "youth worker": "written.page",
}


def _ask(state: FormState) -> str:
    return render_template("access/sign_in_ask.html", link=state, errors=state.errors)


def _ask_for_link(person: UUID, by: Provenance) -> None:
    """A worker sends it. Neither page nor time tells whether there is such a person."""
    slow_each("link", str(person))
    here.outbox.ask_for_link(person, by.key, wanted_path())


def _person(email: str) -> UUID:
    return here.access.id_of(email)


def _by(email: str) -> Provenance:
    return Provenance(str(_person(email)), _PAGE, key=new_key())


LINK = Command(
    EmailForm,
    _ask_for_link,
    title="Sign in",
    done="",
    button="Send me a link",
    stream=_person,
    provenance=_by,
    visitor=("", _PAGE),
)
