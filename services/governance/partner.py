"""The bodies in a partnership: joining, a new name, leaving, and what each gave."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.partner import (
    ArrangementsPublished,
    ContributionStated,
    Part,
    PartnerJoined,
    PartnerLeft,
    PartnerRenamed,
)
from events.period import PartialDate, Period
from services.governance.partner_state import KnownPartner
from services.governance.partnership_endings import ending
from services.governance.partnership_state import Partnership
from services.refusals import AlreadyThere, Missing, NotFound

_NO_END = "Say for which period: both days."


def join(
    partnership: Partnership,
    provenance: Provenance,
    *,
    partner: UUID,
    name: str,
    part: Part,
    place: str = "",
    until: PartialDate | None = None,
) -> PartnerJoined | tuple[PartnerJoined, PartnerLeft]:
    """One that left comes back as itself; one that is here may get another part or place."""
    id = _id_of(partnership, partner, name, part, place)
    joined = PartnerJoined(
        *partnership.next(provenance), partner=id, name=name, part=part, place=place
    )
    if until is None:
        return joined
    stamp = partnership.next(ending(provenance, until), 2)
    return joined, PartnerLeft(*stamp, partner=id, name=name, why="")


def rename(
    partnership: Partnership, provenance: Provenance, *, partner: UUID | None, name: str
) -> PartnerRenamed:
    """Raises ``AlreadyThere`` where it or another body has or had that name."""
    id, known = found(partnership, partner)
    if not name:
        raise Missing("Give its new name.", field="name")
    holder = _named(partnership, name)
    if name == known.name or (holder and holder != id):
        raise AlreadyThere("A body has or had that name. Look at the list.", field="name")
    return PartnerRenamed(
        *partnership.next(provenance),
        partner=id,
        name=name,
        formerly=known.name,
        part=known.part,
        place=known.place,
    )


def leave(
    partnership: Partnership, provenance: Provenance, *, partner: UUID | None, why: str = ""
) -> PartnerLeft:
    id, known = found(partnership, partner)
    return PartnerLeft(*partnership.next(provenance), partner=id, name=known.name, why=why)


def state_contribution(
    partnership: Partnership,
    provenance: Provenance,
    *,
    partner: UUID | None,
    did: str,
    period: Period | None,
) -> ContributionStated:
    id, known = found(partnership, partner, is_here=False)
    if not did:
        raise Missing("Say what it did.", field="did")
    return ContributionStated(
        *partnership.next(provenance),
        partner=id,
        name=known.name,
        part=known.part,
        did=did,
        period=stated(period),
    )


def publish_arrangements(
    partnership: Partnership,
    provenance: Provenance,
    *,
    title: str,
    where: str = "",
    changed: str = "",
) -> ArrangementsPublished:
    if not title:
        raise Missing("Say what the published arrangements are called.", field="title")
    return ArrangementsPublished(
        *partnership.next(provenance), title=title, where=where, changed=changed
    )


def found(
    partnership: Partnership, partner: UUID | None, *, is_here: bool = True
) -> tuple[UUID, KnownPartner]:
    """A body of the list. Raises ``NotFound`` where it is none, or left and must be there."""
    known = partnership.partners.get(partner) if partner else None
    if partner is None or known is None or (is_here and not known.is_here):
        raise NotFound("Choose a body of the list.", field="partner")
    return partner, known


def stated(period: Period | None) -> Period:
    """Raises ``Missing`` where there is none."""
    if period is None:
        raise Missing(_NO_END, field="start")
    return period


def _id_of(partnership: Partnership, new: UUID, name: str, part: Part, place: str) -> UUID:
    """The id that a body of this name has already, else a new one.

    Raises ``AlreadyThere`` where nothing is new, or where the name is a former one.
    """
    if not name:
        raise Missing("Give the name of the body.", field="name")
    id = _named(partnership, name)
    if id is None:
        return new
    known = partnership.partners[id]
    is_same = known.is_here and part == known.part and place in ("", known.place)
    if is_same or known.name != name:
        raise AlreadyThere("A body of that name is in the list. Choose it there.", field="name")
    return id


def _named(partnership: Partnership, name: str) -> UUID | None:
    """The body that has or had this name: one name never means two bodies."""
    bodies = partnership.partners.items()
    return next((id for id, each in bodies if name.casefold() in each.named), None)
