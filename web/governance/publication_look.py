"""The partnership's own logo and colour, as they stand on its reports."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.files import LARGEST
from services.refusals import Refusal
from services.reporting.publication_settings import PublicationSettingsService
from web.forms import commands
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.form_state import Sent
from web.forms.sent import provenance
from web.forms.text_fields import Line
from web.site.file_responses import takes_files
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("publication_look", __name__)


class ColourForm(Form):
    colour = Line(
        longest=20,
        label="The colour",
        hint="As # and six digits or letters from a to f, such as #4a2aa0. Words are shown in "
        "white on it, so a pale one is refused. Leave it empty for the colour that Earshot gives.",
        short=True,
    )


class LogoOffForm(Form):
    """A form that asks nothing."""


COMMANDS = {
    "colour": Command(
        ColourForm,
        PublicationSettingsService.set_colour,
        title="Set your colour",
        done="The colour is set. It is on your pages and reports.",
        button="Set it",
    ),
    "off": Command(
        LogoOffForm,
        PublicationSettingsService.take_logo_off,
        title="Take the logo off",
        done="The logo is on no report any more. Editions that were kept stay as they were.",
        button="Take it off",
    ),
}


@pages.get("/<partnership>/work/look/")
@requires("keep governance")
def page() -> ResponseReturnValue:
    return _page(Sent(), {})


@pages.post("/<partnership>/work/look/logo")
@takes_files
@requires("keep governance")
def logo() -> ResponseReturnValue:
    file = request.files.get("file")
    try:
        here.report_picture.set_logo(
            provenance(request.form),
            name=(file.filename or "") if file else "",
            content=file.read(LARGEST + 1) if file else b"",
            alternative=" ".join(request.form.get("alternative", "").split()),
        )
    except Refusal as refusal:
        return _page(Sent(), {refusal.at or "form": refusal.said}), 422
    here.catch_up()
    flash("The logo is on the cover of your reports.")
    return redirect(url_for(".page"), 303)


@pages.post("/<partnership>/work/look/<name>")
@requires("keep governance")
def change(name: str) -> ResponseReturnValue:
    command, settings = commands.named(COMMANDS, name), here.publication_settings.id
    return commands.handle(
        command, name, settings, url_for(".page"), lambda _, sent: _page(sent, {})
    )


def _page(sent: Sent, errors: dict[str, str]) -> str:
    settings = here.publication_settings.known(here.publication_settings.id)
    forms = {
        name: sent.form(
            name, command, url_for(".change", name=name), values={"colour": settings.colour}
        )
        for name, command in COMMANDS.items()
    }
    return render_template(
        "governance/publication_look.html",
        settings=settings,
        commands=forms,
        errors=errors or dict(sent.errors),
        values=request.form.to_dict(),
    )
