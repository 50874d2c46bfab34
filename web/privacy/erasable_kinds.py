"""What can be forgotten besides a young person's words and people's details, by kind."""

from __future__ import annotations

from uuid import UUID

from events.privacy.erasure import Kind
from projections.assurance.audit_returns import AuditReturns
from projections.learning.case_reviews import CaseReviews
from projections.participation.engagements import Engagements
from web.site.permissions import Permission
from web.site.tenancy import here

WHAT: dict[Kind, str] = {
    "case": "the details of a case review",
    "group": "what a group of young people said",
    "evidence": "an agency's files of evidence in one audit",
}
_NEEDS: dict[Kind, Permission] = {
    "case": "run cases",
    "group": "keep governance",
    "evidence": "run audits",
}


def kind_of(id: UUID) -> Kind | None:
    """The kind of this thing. None if it is none of them."""
    with here.read(CaseReviews) as cases:
        if cases.case(id):
            return "case"
    with here.read(Engagements) as engagements:
        if engagements.engagement(id):
            return "group"
    with here.read(AuditReturns) as returns:
        return "evidence" if returns.returns.get(id) else None


def needs(kind: Kind) -> Permission:
    """The permissions to ask for it: to write the thing, and to forget words."""
    return _NEEDS[kind]
