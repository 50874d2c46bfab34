"""Who may read a report, and whether it is published."""

from __future__ import annotations

from projections.reporting.report_rows import Report
from web.site.authentication import is_staff_here
from web.site.formatting import today
from web.site.time_travel import is_of_a_day

_NOT_PUBLISHED = {
    "drafted": "A draft. It is not published yet.",
    "approved": "Approved. It is not published yet.",
    "presented": "Presented. It is not published yet.",
}


def is_open(report: Report) -> bool:
    """Whether everybody may read it: it is published, or from a published document."""
    return bool(report.document or report.published) or is_staff_here()


def status_words(report: Report) -> str:
    """Whether the report is published, as far as the record says."""
    if report.published:
        on = report.published.on
        return f"Published on {on}." if on else "Published, on a day that is not stated."
    if report.document and not is_of_a_day():
        return "The document does not say whether it was published."
    return _NOT_PUBLISHED[report.status_on(today())]
