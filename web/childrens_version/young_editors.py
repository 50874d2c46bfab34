"""Young editors make the children's version; adults propose, and see how hard their words are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.childrens_version.edited_rows import Edited, EditedChapter
from projections.reporting.annual_report import AnnualReport
from services.reading_age import hard_sentence, measure, reading_rules
from web.childrens_version.chapters import TITLES, edited_of
from web.childrens_version.hiding_commands import HIDING, written_in
from web.childrens_version.young_editor_commands import (
    PLACES,
    PROPOSE,
    YOURS,
    quotes_of,
    report_of,
    standing,
)
from web.forms.commands import Deed, answer, ask, done, form_of, tried
from web.forms.fields import Errors, cleaned, new_key, number_in
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("editing", __name__)


pages.add_app_template_global(reading_rules)


@pages.get("/<partnership>/editing/")
@requires("edit the children's version")
def mine() -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        reports = view.all()
    return render_template("childrens_version/young_editors.html", reports=reports)


@pages.get("/<partnership>/editing/<uuid:id>")
@requires("edit the children's version")
def one(id: UUID) -> ResponseReturnValue:
    report = report_of(id)
    deeds = {name: deed for name, deed in YOURS.items() if name in _open(id)}
    return render_template(
        "childrens_version/young_editors_one.html",
        report=report,
        edited=edited_of(report),
        deeds=deeds,
        titles=TITLES,
        standing=standing(id),
    )


@pages.get("/<partnership>/editing/<uuid:id>/<name>")
@requires("edit the children's version")
def form(id: UUID, name: str) -> ResponseReturnValue:
    edited = edited_of(report_of(id))
    if name == "quotes":
        chosen = edited.quotes if edited.chose else [quote.key for quote in quotes_of(id)]
        return render_template(
            "childrens_version/young_editors_quotes.html",
            deed=YOURS[name],
            back=url_for(".one", id=id),
            chosen=chosen,
            key=new_key(),
            errors={},
            values={},
            quotes=[(quote.key, f"“{quote.words}”") for quote in quotes_of(id)],
        )
    return ask(YOURS, name, url_for(".one", id=id), **_stands(name, edited))


@pages.post("/<partnership>/editing/<uuid:id>/<name>")
@requires("edit the children's version")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    report_of(id)
    if name == "write":
        return _write(YOURS[name], id, url_for(".one", id=id))
    return answer(YOURS, name, id, url_for(".one", id=id))


@pages.get("/<partnership>/work/reports/<uuid:id>/children")
@requires("keep governance")
def proposing(id: UUID) -> ResponseReturnValue:
    return _proposing(id, {})


@pages.post("/<partnership>/work/reports/<uuid:id>/children")
@requires("keep governance")
def propose(id: UUID) -> ResponseReturnValue:
    """What is too hard to read is said on the same page, where they go on typing."""
    report_of(id)
    if "check" in request.form:
        return _proposing(id, request.form.to_dict())
    errors = tried(PROPOSE, id)
    if errors:
        return _proposing(id, request.form.to_dict(), errors), 422
    return done(PROPOSE, url_for("report_work.report", id=id))


@pages.get("/<partnership>/work/reports/<uuid:id>/children/<name>")
@requires("keep governance")
def hiding(id: UUID, name: str) -> ResponseReturnValue:
    report_of(id)
    return ask(HIDING, name, url_for(".proposing", id=id))


@pages.post("/<partnership>/work/reports/<uuid:id>/children/<name>")
@requires("keep governance")
def hide(id: UUID, name: str) -> ResponseReturnValue:
    return answer(HIDING, name, report_of(id).id, url_for(".proposing", id=id))


def _write(deed: Deed, id: UUID, onward: str) -> ResponseReturnValue:
    """Where others wrote meanwhile, both texts are shown; the next save begins from theirs."""
    errors = tried(deed, id)
    if not errors:
        return done(deed, onward)
    here.catch_up()
    part, values = _part(edited_of(report_of(id)), request.form), request.form.to_dict()
    if part and part.version not in (0, number_in(request.form, "seen")):
        deed = replace(deed, beside=("New words here", part.words or "The words were taken out."))
        values |= {"seen": str(part.version), "key": ""}
    return form_of(deed, onward, values, errors), 422


def _proposing(id: UUID, typed: dict[str, str], errors: Errors | None = None) -> str:
    report, words = report_of(id), cleaned(typed.get("words", ""))[:5000]
    deed: Deed = PROPOSE
    return render_template(
        "childrens_version/young_editors_propose.html",
        deed=deed,
        back=url_for("report_work.report", id=report.id),
        values=typed,
        errors=errors or {},
        key=typed.get("key") or new_key(),
        parts_written=written_in(report.id),
        titles=TITLES,
        standing=standing(report.id),
        reading=measure(words) if words.strip() else None,
        hard=hard_sentence(words),
    )


def _stands(name: str, edited: Edited) -> dict[str, str]:
    """What is in a form already: the order, and what was written or chosen for one chapter."""
    if name == "order":
        return dict(zip(PLACES, edited.order, strict=False))
    part = _part(edited, request.args)
    if part is None:
        return {}
    return {
        "chapter": part.chapter,
        "words": part.words,
        "picture": part.picture,
        "seen": str(part.version),
    }


def _part(edited: Edited, asked: Mapping[str, str]) -> EditedChapter | None:
    """The chapter that is asked for, as it was edited; none where it is no chapter."""
    return next((each for each in edited.parts if each.chapter == asked.get("chapter")), None)


def _open(id: UUID) -> set[str]:
    """What can be done now: nothing once it is final or out."""
    if standing(id) != "open":
        return set()
    waiting = bool(edited_of(report_of(id)).open_proposals)
    return set(YOURS) if waiting else set(YOURS) - {"approve", "decline"}
