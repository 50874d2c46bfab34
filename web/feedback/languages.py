"""Which languages young people are offered: each looked through by a speaker first."""

from __future__ import annotations

from typing import Any, get_args

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.vocabulary import Language
from projections.feedback.languages import Languages
from services.refusals import Missing
from web.feedback.translation_files import lacking
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, answer, ask
from web.forms.fields import Choice, Form, Line, Words
from web.site.authentication import requires
from web.site.language_names import OTHERS, language_of
from web.site.tenancy import here

pages = Blueprint("languages", __name__)
CODES = get_args(Language)


class OfferForm(Form):
    language = Choice(CODES, needed="Choose a language.")
    checked_by = Line(longest=200, needed="Say who read all of it as a speaker.")


class StopForm(Form):
    language = Choice(CODES, needed="Choose a language.")
    why = Words(longest=1000, needed="Say why it is offered no longer.")


def _offer(_: Any, provenance: Provenance, given: Given) -> object:
    """Raises ``Missing`` for a language of which some words are not translated."""
    if lacks := lacking(given["language"]):
        raise Missing(f"{len(lacks)} texts are not translated yet.", field="language")
    return here.language.offer(here.language.id, provenance, **given)


def _stop(_: Any, provenance: Provenance, given: Given) -> object:
    return here.language.stop(here.language.id, provenance, **given)


def _named(*, offered: bool) -> list[tuple[str, str]]:
    known = _now()
    return [(code, language_of(code).english) for code in OTHERS if (code in known) == offered]


DEEDS = {
    "offer": Deed(
        OfferForm(),
        _offer,
        "Young people are offered this language now.",
        "Offer a language",
        (
            Ask("language", "Language", "radios", options=lambda: _named(offered=False)),
            Ask("checked_by", "Who read all of it as a speaker", hint="A role or a group."),
        ),
        "The translation was prepared for you and is not checked. Let somebody who speaks the "
        "language look at each page first.",
        "Offer it",
    ),
    "stop": Deed(
        StopForm(),
        _stop,
        "This language is offered no longer.",
        "Stop offering a language",
        (
            Ask("language", "Language", "radios", options=lambda: _named(offered=True)),
            Ask("why", "Why", "textarea"),
        ),
        button="Stop offering it",
    ),
}


@pages.get("/<partnership>/work/languages/")
@requires("read governance")
def page() -> ResponseReturnValue:
    return render_template(
        "feedback/languages.html",
        every=[language_of(code) for code in OTHERS],
        now=_now(),
        deeds=DEEDS,
    )


@pages.get("/<partnership>/work/languages/<name>")
@requires("keep governance")
def form(name: str) -> ResponseReturnValue:
    return ask(DEEDS, name, url_for(".page"))


@pages.post("/<partnership>/work/languages/<name>")
@requires("keep governance")
def handle(name: str) -> ResponseReturnValue:
    return answer(DEEDS, name, here.partnership.id, url_for(".page"))


def _now() -> dict[str, str]:
    """The codes of those that are offered, with the day since when."""
    with here.read(Languages) as view:
        return {row.language: row.on for row in view.now()}
