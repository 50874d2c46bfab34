"""What each fact puts into a yearly report: section, words, days and source.

A subject has one match over its facts, or one for each of its things. Each match also names the
facts that are not for a report, so that mypy finds the one that nobody has thought about.
"""

from __future__ import annotations

from events.fact import Fact
from projections.engine.matches import by_kind
from projections.reporting.entries import (
    access,
    childrens_version,
    deadlines,
    feedback,
    inspections,
    privacy,
)
from projections.reporting.entries.assurance import audit_returns, audits, scrutiny
from projections.reporting.entries.entry import (
    ANY_BODY,
    STILL,
    TAKEN_OFF,
    WITHDRAWN_COURSE,
    WITHDRAWN_FIGURE,
    Entry,
    Section,
)
from projections.reporting.entries.governance import (
    actions,
    decisions,
    meetings,
    opening,
    partners,
    partnership,
    risks,
)
from projections.reporting.entries.learning import (
    case_reviews,
    courses,
    national_learning,
    training,
)
from projections.reporting.entries.participation import engagements, posters, quotations
from projections.reporting.entries.reporting import (
    editions,
    entry_days,
    figures,
    import_headings,
    newsletters,
    reports,
)

__all__ = [
    "ANY_BODY",
    "STILL",
    "TAKEN_OFF",
    "WITHDRAWN_COURSE",
    "WITHDRAWN_FIGURE",
    "Entry",
    "Section",
    "entry",
]

ENTRIES = by_kind(
    feedback.entry,
    engagements.entry,
    quotations.entry,
    posters.entry,
    inspections.entry,
    audits.entry,
    audit_returns.entry,
    scrutiny.entry,
    case_reviews.entry,
    courses.entry,
    national_learning.entry,
    training.entry,
    partnership.entry,
    partners.entry,
    opening.entry,
    meetings.entry,
    decisions.entry,
    actions.entry,
    risks.entry,
    deadlines.entry,
    reports.entry,
    editions.entry,
    entry_days.entry,
    figures.entry,
    import_headings.entry,
    newsletters.entry,
    childrens_version.entry,
    access.entry,
    privacy.entry,
)


def entry(fact: Fact) -> Entry | None:
    """What the fact puts into a report; nothing where it is not for a report."""
    return ENTRIES[type(fact)](fact)
