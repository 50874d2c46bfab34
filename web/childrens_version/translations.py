"""Translating the children's version: for staff, part by part; for everybody, once it is whole."""

from __future__ import annotations

from dataclasses import replace
from typing import cast, get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.childrens_version.translation import Part
from events.fact import Provenance
from events.vocabulary import Language
from projections.reporting.annual_report import AnnualReport
from services.childrens_version.translation import QUOTES
from services.childrens_version.translation_state import LONGEST
from web.childrens_version.translation_state import (
    PART_TITLES,
    Rendering,
    quoted_in,
    rendering,
    renderings,
)
from web.childrens_version.young_editor_commands import report_of
from web.forms import commands
from web.forms.commands import Command
from web.forms.fields import Form, Words
from web.reporting.public_reports import is_open, standing_words
from web.site.permissions import open_to_all, requires
from web.site.tenancy import here

pages = Blueprint("translating", __name__)


class PartForm(Form):
    words = Words(longest=LONGEST, label="Translation", hint="Line for line, if you can.")


class CheckForm(Form):
    """Nothing is asked."""


def _asked_for() -> Rendering:
    """The translation that the address names."""
    asked = request.view_args or {}
    return rendering(report_of(asked["id"]), _known(asked["language"]))


def _translate(id: UUID, by: Provenance, *, words: str) -> object:
    rendered, name = _asked_for(), (request.view_args or {})["name"]
    part = next(each for each in rendered.parts if each.name == name)
    quoted = quoted_in(report_of(id)) if part.name == QUOTES else ()
    return here.childrens_translation.translate(
        id, _code(rendered), by, part=part.name, of=part.of, quoted=quoted, words=words
    )


def _check(id: UUID, by: Provenance) -> object:
    rendered = _asked_for()
    return here.childrens_translation.check(id, _code(rendered), by, asked=rendered.asked)


def _code(rendered: Rendering) -> Language:
    return cast(Language, rendered.language.code)


TRANSLATE = Command(
    PartForm,
    _translate,
    title="Translate",
    done="Kept. Another speaker checks it once all parts are done.",
    button="Keep it",
)
CHECK = Command(
    CheckForm,
    _check,
    title="Check the translation",
    done="Checked. Everybody can read it in this language now.",
    help=(
        "I speak this language, I read all of it beside the English, and I translated none of it."
    ),
    button="It is right",
)


@pages.get("/<partnership>/reports/<report>/children/<language>")
@open_to_all
def public(report: str, language: str) -> ResponseReturnValue:
    """Only what is whole, checked, and of what the English says now."""
    with here.read(AnnualReport) as view:
        found = view.report(report)
    if found is None or not is_open(found):
        abort(404)
    rendered = rendering(found, _known(language))
    if not rendered.is_offered:
        abort(404)
    return render_template(
        "childrens_version/translations_public.html",
        report=found,
        rendered=rendered,
        standing=standing_words(found),
    )


@pages.get("/<partnership>/work/reports/<uuid:id>/languages")
@requires("keep governance")
def every(id: UUID) -> ResponseReturnValue:
    report = report_of(id)
    return render_template(
        "childrens_version/translations_every.html",
        report=report,
        languages=renderings(report),
        titles=PART_TITLES,
    )


@pages.get("/<partnership>/work/reports/<uuid:id>/languages/<language>")
@requires("keep governance")
def one(id: UUID, language: str) -> ResponseReturnValue:
    report = report_of(id)
    return render_template(
        "childrens_version/translations_one.html",
        report=report,
        rendered=rendering(report, _known(language)),
    )


@pages.route(
    "/<partnership>/work/reports/<uuid:id>/languages/<language>/<name>", methods=["GET", "POST"]
)
@requires("keep governance")
def form(id: UUID, language: str, name: str) -> ResponseReturnValue:
    rendered = rendering(report_of(id), _known(language))
    words = {part.name: part.words for part in rendered.parts}
    return commands.page(
        commands.named(_commands(rendered), name),
        id,
        url_for(".one", id=id, language=language),
        values={"words": words.get(cast(Part, name), "")},
    )


def _commands(rendered: Rendering) -> dict[str, Command]:
    """One for each part, and the check of them all."""
    language = rendered.language.english
    check = replace(CHECK, title=f"Check the {language} translation")
    parts: dict[str, Command] = {
        part.name: replace(
            TRANSLATE,
            title=f"Translate: {part.title}",
            beside=("In English it says", part.english),
        )
        for part in rendered.parts
    }
    return {"check": check, **parts}


def _known(language: str) -> str:
    return language if language in get_args(Language) else abort(404)
