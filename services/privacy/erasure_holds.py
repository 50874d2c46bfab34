"""Legal holds: placed by one person for a reason, lifted by another."""

from __future__ import annotations

from events.fact import Provenance
from events.privacy.erasure import HoldLifted, HoldPlaced
from services.four_eyes import refuse_alone
from services.let_in import LetIn
from services.privacy.erasure_state import Forgetting, SecondPersonNeeded
from services.refusals import AlreadyThere, Forgotten, Missing


def hold(forgetting: Forgetting, provenance: Provenance, *, reason: str) -> HoldPlaced:
    """Raises ``AlreadyThere`` where it is held: a second reason must not hide the first."""
    if forgetting.by_hand:
        raise AlreadyThere(f"It is held already: {forgetting.by_hand}")
    if forgetting.confirmed:
        raise Forgotten
    if not reason:
        raise Missing("Say why it must be kept.", field="reason")
    return HoldPlaced(*forgetting.next(provenance), subject=forgetting.subject, reason=reason)


def lift(forgetting: Forgetting, provenance: Provenance, *, why: str, let_in: LetIn) -> HoldLifted:
    """A hold by hand first. By somebody else than placed it, or escalated the concern.

    Raises ``SecondPersonNeeded``, ``LetInByOther``, ``LetInByTheSame``.
    """
    if not forgetting.hold:
        raise Missing("There is no hold on this.", field="why")
    if not why:
        raise Missing("Say why the hold ends.", field="why")
    escalations = 0 if forgetting.by_hand else len(forgetting.escalated_by)
    did = "escalated" if escalations else "held"
    own = SecondPersonNeeded(f"You {did} this. Another person must lift the hold.")
    refuse_alone(let_in, provenance.by, forgetting.holders, own=own, strict=True)
    return HoldLifted(
        *forgetting.next(provenance), subject=forgetting.subject, why=why, escalations=escalations
    )
