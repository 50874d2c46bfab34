"""The languages that young people are offered. A speaker looks through each one first."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from events.vocabulary import Language
from projections.feedback.languages import Languages
from services.feedback.language import LanguageService
from services.refusals import Missing
from web.feedback.translation_files import lacking
from web.forms import commands
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Line, Words
from web.site.language_names import OTHERS, language_of
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("languages", __name__)
CODES = get_args(Language)


def _named(*, offered: bool) -> list[tuple[str, str]]:
    known = _now()
    return [(code, language_of(code).english) for code in OTHERS if (code in known) == offered]


class OfferLanguageForm(Form):
    language = Choice(
        CODES, needed="Choose a language.", label="Language", options=lambda: _named(offered=False)
    )
    checked_by = Line(
        longest=200,
        needed="Say who read all of it as a speaker.",
        label="Who read all of it as a speaker",
        hint="A role or a group.",
    )


class StopForm(Form):
    language = Choice(
        CODES, needed="Choose a language.", label="Language", options=lambda: _named(offered=True)
    )
    why = Words(longest=1000, needed="Say why it is offered no longer.", label="Why")


def _whole(language: Language) -> Language:
    """A fully translated language. Raises ``Missing`` if some words are not translated."""
    if lacks := lacking(language):
        raise Missing(f"{len(lacks)} texts are not translated yet.", field="language")
    return language


def _stream() -> UUID:
    return here.language.id


COMMANDS = {
    "offer": Command(
        OfferLanguageForm,
        LanguageService.offer,
        title="Offer a language",
        done="Young people are offered this language now.",
        help="The translation was prepared for you and is not checked. Let somebody who speaks the "
        "language look at each page first.",
        button="Offer it",
        also={"language": _whole},
        stream=_stream,
    ),
    "stop": Command(
        StopForm,
        LanguageService.stop,
        title="Stop offering a language",
        done="This language is offered no longer.",
        button="Stop offering it",
        stream=_stream,
    ),
}


@pages.get("/<partnership>/work/languages/")
@requires("read governance")
def page() -> ResponseReturnValue:
    return render_template(
        "feedback/languages.html",
        every=[language_of(code) for code in OTHERS],
        now=_now(),
        commands=COMMANDS,
    )


@pages.route("/<partnership>/work/languages/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(name: str) -> ResponseReturnValue:
    return commands.page(commands.named(COMMANDS, name), here.partnership.id, url_for(".page"))


def _now() -> dict[str, str]:
    """The codes of the languages on offer, with the day since when."""
    with here.read(Languages) as view:
        return {row.language: row.on for row in view.now()}
