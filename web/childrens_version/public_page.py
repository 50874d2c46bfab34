"""The children's version of a yearly report: the same evidence, with help at its end."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from projections.reporting.annual_report import AnnualReport
from projections.reporting.report_rows import Report
from services.reading_age import is_easy_to_read
from web.childrens_version.chapters import version_of
from web.childrens_version.easy_ideas import ideas, picture_for
from web.childrens_version.english_text import WHO_WE_ARE, is_easy_decision
from web.childrens_version.translation_state import offered
from web.reporting.report_access import status_words
from web.site.authentication import is_staff_here
from web.site.permissions import open_to_all, visitor_has_permission
from web.site.tenancy import here

pages = Blueprint("childrens_version", __name__)


@pages.get("/<partnership>/reports/<report>/children")
@open_to_all
def page(report: str) -> ResponseReturnValue:
    """Everybody may read it once the report is public. Before, only staff and young editors."""
    with here.read(AnnualReport) as view:
        found = view.report(report)
    if found is None:
        abort(404)
    if not (found.document or found.published or is_staff_here() or _edits()):
        abort(404)
    return drawn(found)


def drawn(found: Report, layout: str = "layouts/public.html") -> str:
    """The whole version as a page. With the bare layout, as a part of another page."""
    return render_template(
        "childrens_version/public_page.html",
        layout=layout,
        v=version_of(found),
        report=found,
        standing=status_words(found),
        languages=offered(found),
        who_we_are=WHO_WE_ARE,
    )


pages.add_app_template_filter(ideas, "ideas")
pages.add_app_template_filter(picture_for, "picture_for")
pages.add_app_template_test(is_easy_to_read, "easy_to_read")
pages.add_app_template_test(is_easy_decision, "easy_decision")


def _edits() -> bool:
    return visitor_has_permission("edit the children's version")
