"""The children's version of a yearly report: the same evidence, and help at its end."""

from __future__ import annotations

import re

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from projections.annual_report import AnnualReport
from projections.report_rows import Report
from web.childrens_chapters import version_of
from web.here import here
from web.pages.reports import standing_words
from web.who import is_staff_here, open_to_all, sees

pages = Blueprint("childrens_version", __name__)


@pages.get("/<partnership>/reports/<report>/children")
@open_to_all
def page(report: str) -> ResponseReturnValue:
    """Public with the report; before that for staff and young editors."""
    with here.read(AnnualReport) as view:
        found = view.report(report)
    if found is None:
        abort(404)
    if not (found.document or found.published or is_staff_here() or _edits()):
        abort(404)
    return drawn(found)


def drawn(found: Report, layout: str = "layouts/public.html") -> str:
    """The whole version, as a page or, with the bare layout, as a part of one."""
    is_easy = request.args.get("look") == "easy"
    return render_template(
        "childrens_version/page.html", layout=layout, v=version_of(found), report=found,
        easy=is_easy, standing=standing_words(found),
    )  # fmt: skip


@pages.app_template_filter("ideas")
def ideas(words: str) -> list[str]:
    """One idea a line: the sentences of a text."""
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", words) if part.strip()]


def _edits() -> bool:
    return sees("edit the children's version")
