"""What a coordinator does with somebody's access: give it, end it, ask to forget their details."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.access.access import AnyRole
from events.fact import Provenance
from events.privacy.erasure import Ground, Kind
from services.access.access import AccessService
from services.refusals import Refusal
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Email, Line
from web.site.authentication import who
from web.site.formatting import initial
from web.site.person_records import also_about
from web.site.tenancy import here

# Youth inspectors are invited on the inspections page, which also keeps their training.
STAFF = tuple(role for role in get_args(AnyRole) if role != "inspector")
_GROUND: Ground = "kept long enough"


class NotYourOwn(Refusal):
    words = "You can't end your own access. Ask another coordinator."


class MayStillSignIn(Refusal):
    words = "They may still sign in. End their access first."


_SAID = {
    "agency": "Agency: fills in its own returns, and reads the actions that it owns",
    "editor": "Young editors: make the children's version, see nothing else",
    "youth worker": "Youth worker: writes down what children say, reads no messages",
}
ROLES = {**{each: initial(each) for each in STAFF if each not in _SAID}, **_SAID}


class GiveAccessForm(Form):
    name = Line(longest=100, needed="Give their name.", label="Name")
    email = Email(
        longest=200, needed="Give their e-mail address.", label="E-mail address", kind="email"
    )
    role = Choice(ROLES, needed="Choose what they may do.", label="What they may do")
    agency = Line(
        longest=200,
        label="Agency, for somebody who fills in its returns",
        hint="As it is written in your audits, to the letter.",
    )


class AccessActionForm(Form):
    """A form that asks nothing."""


def _end(id: UUID, provenance: Provenance) -> object:
    if id == who.id:
        raise NotYourOwn
    return here.access.end(id, provenance, why="ended by the coordinator")


def _forget(id: UUID, provenance: Provenance) -> object:
    """Asks for somebody's name and address to be forgotten. A second person confirms it."""
    if here.access.recall(id).role is not None:
        raise MayStillSignIn
    also = also_about(id)
    kind: Kind = "inspector" if also else "person"
    return here.erasure.ask(id, provenance, kind=kind, ground=_GROUND, also=also)


GIVE = Command(
    GiveAccessForm, AccessService.give, title="Let somebody in", done="", button="Let them in"
)
END = Command(
    AccessActionForm,
    _end,
    title="End access",
    done="Their access is ended.",
    button="End it",
    kind="danger",
)
FORGET = Command(
    AccessActionForm,
    _forget,
    title="Forget details",
    done="Asked for. A second person confirms it on the page Forgetting.",
    help=(
        "A second person confirms it. Then nobody can read this name and address again. What they "
        "did stays in the record."
    ),
    button="Ask to forget",
    kind="danger",
)
