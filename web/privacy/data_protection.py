"""The page of who is responsible for the data. Young people and families read it in the notice."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from projections.privacy.data_protection import DataProtection
from services.privacy.data_protection import DataProtectionService
from web.forms import commands
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Line, Lines
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("data_protection", __name__)


class DataProtectionForm(Form):
    controllers = Lines(
        longest=1000,
        needed="Name the bodies that decide about the data.",
        label="The bodies that decide about the data",
        hint="One on each line, such as the council, the integrated care board, the police",
    )
    officer = Line(
        longest=200,
        needed="Say who the data protection officer is, by their role.",
        label="The data protection officer",
        hint="A role, such as: Data Protection Officer, Norfolk County Council",
    )
    contact = Line(
        longest=300,
        needed="Say how anybody reaches them.",
        label="How anybody reaches them",
        hint="A shared e-mail address, a number or an address. It is shown to everybody.",
    )


NAME = Command(
    DataProtectionForm,
    DataProtectionService.name_officer,
    title="Who is responsible for the data",
    done="It is recorded, and stands in the privacy notice.",
    button="Record it",
)


@pages.route("/<partnership>/work/data-protection/", methods=["GET", "POST"])
@requires("keep governance")
def page() -> ResponseReturnValue:
    with here.read(DataProtection) as view:
        known = view.now()
    values: dict[str, object] = {}
    if known:
        values = {
            "controllers": "\n".join(known.controllers),
            "officer": known.officer,
            "contact": known.contact,
        }
    service = here.data_protection
    return commands.page(NAME, service.id, url_for("opening.page"), values=values)
