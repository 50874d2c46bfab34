"""Who may read a report."""

from __future__ import annotations

from projections.reporting.report_rows import Report
from web.site.authentication import is_staff_here


def is_open(report: Report) -> bool:
    """Whether everybody may read it: it is published, or from a published document."""
    return bool(report.document or report.published) or is_staff_here()
