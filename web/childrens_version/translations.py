"""Translating the children's version: for staff, part by part; for everybody, once it is whole."""

from __future__ import annotations

from dataclasses import replace
from typing import cast, get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
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
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, answer, ask
from web.forms.fields import Form, Words
from web.reporting.public_reports import is_open, standing_words
from web.site.authentication import open_to_all, requires
from web.site.tenancy import here

pages = Blueprint("translating", __name__)


class PartForm(Form):
    words = Words(longest=LONGEST)


class CheckForm(Form):
    pass


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


@pages.get("/<partnership>/work/reports/<uuid:id>/languages/<language>/<name>")
@requires("keep governance")
def form(id: UUID, language: str, name: str) -> ResponseReturnValue:
    rendered = rendering(report_of(id), _known(language))
    words = {part.name: part.words for part in rendered.parts}
    return ask(
        _deeds(rendered),
        name,
        url_for(".one", id=id, language=language),
        words=words.get(cast(Part, name), ""),
    )


@pages.post("/<partnership>/work/reports/<uuid:id>/languages/<language>/<name>")
@requires("keep governance")
def handle(id: UUID, language: str, name: str) -> ResponseReturnValue:
    rendered = rendering(report_of(id), _known(language))
    return answer(_deeds(rendered), name, id, url_for(".one", id=id, language=language))


def _deeds(rendered: Rendering) -> dict[str, Deed]:
    """One for each part, and the check of them all."""
    code = cast(Language, rendered.language.code)

    def checked(id: UUID, by: Provenance, given: Given) -> object:
        return here.childrens_translation.check(id, code, by, asked=rendered.asked)

    whole = Deed(
        CheckForm(),
        checked,
        "Checked. Everybody can read it in this language now.",
        f"Check the {rendered.language.english} translation",
        (),
        "I speak this language, I read all of it beside the English, and I translated none of it.",
        "It is right",
    )
    return {
        "check": whole,
        **{part.name: _deed(rendered, part.name) for part in rendered.parts},
    }


def _deed(rendered: Rendering, name: Part) -> Deed:
    part = next(each for each in rendered.parts if each.name == name)
    code = cast(Language, rendered.language.code)

    def translated(id: UUID, by: Provenance, given: Given) -> object:
        quoted = quoted_in(report_of(id)) if name == QUOTES else ()
        return here.childrens_translation.translate(
            id, code, by, part=part.name, of=part.of, quoted=quoted, **given
        )

    asked = Ask(
        "words", f"In {rendered.language.english}", "textarea", "Line for line, if you can."
    )
    deed = Deed(
        PartForm(),
        translated,
        "Kept. Another speaker checks it once all parts are done.",
        f"Translate: {part.title}",
        (asked,),
        button="Keep it",
    )
    return replace(deed, beside=("In English it says", part.english))


def _known(language: str) -> str:
    return language if language in get_args(Language) else abort(404)
