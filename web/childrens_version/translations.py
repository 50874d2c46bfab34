"""Translating the children's version: staff translate each part, everybody reads the whole."""

from __future__ import annotations

from dataclasses import replace
from typing import cast
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from events.childrens_version.translation import Part
from projections.reporting.annual_report import AnnualReport
from web.childrens_version.translation_commands import (
    CHECK,
    CHECK_OUTSIDE,
    TRANSLATE,
    known_language,
    who_checks,
)
from web.childrens_version.translation_state import (
    PART_TITLES,
    Rendering,
    rendering,
    renderings,
)
from web.childrens_version.young_editor_forms import report_of
from web.forms import commands
from web.forms.command import Command
from web.reporting.report_access import is_open, status_words
from web.site.permissions import open_to_all, requires
from web.site.tenancy import here

pages = Blueprint("translating", __name__)


@pages.get("/<partnership>/reports/<report>/children/<language>")
@open_to_all
def public(report: str, language: str) -> ResponseReturnValue:
    """A translation that is complete, checked and of today's English. Else 404."""
    with here.read(AnnualReport) as view:
        found = view.report(report)
    if found is None or not is_open(found):
        abort(404)
    rendered = rendering(found, known_language(language))
    if not rendered.is_offered:
        abort(404)
    return render_template(
        "childrens_version/translations_public.html",
        report=found,
        rendered=rendered,
        parts_in_lines=[(part, part.words.split("\n")) for part in rendered.parts],
        standing=status_words(found),
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
    rendered = rendering(report, known_language(language))
    return render_template(
        "childrens_version/translations_one.html",
        report=report,
        rendered=rendered,
        second=who_checks(id, rendered),
    )


@pages.route(
    "/<partnership>/work/reports/<uuid:id>/languages/<language>/<name>", methods=["GET", "POST"]
)
@requires("keep governance")
def form(id: UUID, language: str, name: str) -> ResponseReturnValue:
    rendered = rendering(report_of(id), known_language(language))
    words = {part.name: part.words for part in rendered.parts}
    return commands.page(
        commands.named(_commands(rendered), name),
        id,
        url_for(".one", id=id, language=language),
        values={"words": words.get(cast(Part, name), "")},
        labels={"words": f"In {rendered.language.english}"},
    )


def _commands(rendered: Rendering) -> dict[str, Command]:
    """A command for each part, and one to check them all."""
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
    outside = replace(CHECK_OUTSIDE, title=f"Somebody outside checked the {language} translation")
    return {"check": check, "check-outside": outside, **parts}
