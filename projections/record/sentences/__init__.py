"""Each fact as one sentence that anybody can read, and that gives away no child's words.

A subject has one match over its facts, or one for each of its things. mypy finds the sentence
that is missing in a match; the house test finds the kind of fact that no match takes.
"""

from __future__ import annotations

from events.fact import Fact
from projections.engine.matches import by_kind
from projections.record.sentences import (
    access,
    childrens_version,
    inspections,
)
from projections.record.sentences.assurance import audit_returns, audits, scrutiny
from projections.record.sentences.deadlines import clocks, duty
from projections.record.sentences.feedback import alerts, messages
from projections.record.sentences.governance import (
    actions,
    decisions,
    meetings,
    opening,
    partners,
    partnership,
    risks,
)
from projections.record.sentences.learning import case_reviews, courses, national_learning, training
from projections.record.sentences.participation import engagements, posters, quotations
from projections.record.sentences.privacy import erasure, rights
from projections.record.sentences.reporting import (
    editions,
    entry_days,
    figures,
    import_headings,
    newsletters,
    reports,
)

SENTENCES = by_kind(
    messages.sentence,
    alerts.sentence,
    engagements.sentence,
    quotations.sentence,
    posters.sentence,
    inspections.sentence,
    audits.sentence,
    audit_returns.sentence,
    scrutiny.sentence,
    case_reviews.sentence,
    courses.sentence,
    national_learning.sentence,
    training.sentence,
    partnership.sentence,
    partners.sentence,
    opening.sentence,
    meetings.sentence,
    decisions.sentence,
    actions.sentence,
    risks.sentence,
    clocks.sentence,
    duty.sentence,
    reports.sentence,
    editions.sentence,
    entry_days.sentence,
    figures.sentence,
    import_headings.sentence,
    newsletters.sentence,
    childrens_version.sentence,
    access.sentence,
    erasure.sentence,
    rights.sentence,
)


def sentence(fact: Fact) -> str:
    """The fact in words."""
    return SENTENCES[type(fact)](fact)
