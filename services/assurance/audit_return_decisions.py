"""Decisions of an agency about its return: start, answer, submit, attach evidence."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from events.assurance.audit_return import (
    EvidenceAttached,
    FileType,
    ReturnStarted,
    ReturnSubmitted,
    SelfRating,
    StandardAnswered,
)
from events.fact import Provenance
from services.assurance.audit_return_state import (
    MOST_FILES,
    AlreadySubmitted,
    Return,
    StandardsUnanswered,
    TooManyFiles,
)
from services.refusals import Missing


def start(state: Return, provenance: Provenance, *, audit: UUID, agency: str) -> ReturnStarted:
    return ReturnStarted(
        *state.next(provenance), begun_by=provenance.by, audit=audit, agency=agency
    )


def answer(
    state: Return,
    provenance: Provenance,
    *,
    standard: str,
    asked: str,
    rating: SelfRating,
    why: str = "",
    doing: str = "",
    good: str = "",
    actions: str = "",
    carried: bool = False,
) -> StandardAnswered:
    """Saves one standard; saved again, the newest answer counts. Raises ``AlreadySubmitted``."""
    if state.submitted:
        raise AlreadySubmitted
    if rating == "not applicable" and not why:
        raise Missing("Say why this does not apply to your agency.", field="why")
    if rating in {"red", "amber"} and not actions:
        raise Missing("Say what you will do about it, and by when.", field="actions")
    if rating != "not applicable" and not doing:
        raise Missing("Say what you do now, in a sentence or two.", field="doing")
    return StandardAnswered(
        *state.next(provenance),
        standard=standard,
        asked=asked,
        rating=rating,
        why=why,
        doing=doing,
        good=good,
        actions=actions,
        carried=carried,
    )


def submit(state: Return, provenance: Provenance, *, standards: Iterable[str]) -> ReturnSubmitted:
    """Raises ``StandardsUnanswered`` where this year's answer to one of them is missing."""
    if state.submitted:
        raise AlreadySubmitted
    if not state.answered >= set(standards):
        raise StandardsUnanswered
    return ReturnSubmitted(*state.next(provenance))


def attach(
    state: Return,
    provenance: Provenance,
    *,
    evidence: UUID,
    standard: str,
    asked: str,
    name: str,
    type: FileType,
    size: int,
    digest: str,
) -> EvidenceAttached:
    """Records a file that is kept already. Raises ``AlreadySubmitted`` or ``TooManyFiles``."""
    if state.submitted:
        raise AlreadySubmitted
    if len(state.evidence) >= MOST_FILES:
        raise TooManyFiles
    return EvidenceAttached(
        *state.next(provenance),
        evidence=evidence,
        standard=standard,
        asked=asked,
        name=name,
        type=type,
        size=size,
        digest=digest,
    )
