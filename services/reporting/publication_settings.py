"""Setting how reports are published: the order of approvals, and where copies go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.fact import FORGOTTEN, Provenance
from events.reporting.publication_settings import (
    ApprovalOrderSet,
    ColourSet,
    CopyRecipientsSet,
    LogoSet,
    LogoTakenOff,
    PublicationFact,
)
from services.command import Service, lazy_command
from services.ledger import Ledger
from services.refusals import Missing, NotFound
from services.reporting.colour_contrast import refuse_pale_colour
from services.state import State

PANEL = "Child Safeguarding Practice Review Panel"
CENTRE = "Foundations, the What Works Centre"
_MOST = 10


@dataclass(frozen=True)
class Publication(State):
    order: tuple[str, ...] = ()
    panel: str = ""
    centre: str = ""
    colour: str = ""
    logo: LogoSet | None = None

    @property
    def recipients(self) -> dict[str, str]:
        """Who gets copies, and at which address; empty until both are set."""
        known = self.panel and self.centre and FORGOTTEN not in (self.panel, self.centre)
        return {PANEL: self.panel, CENTRE: self.centre} if known else {}


def evolve(state: Publication, fact: PublicationFact) -> Publication:
    match fact:
        case ApprovalOrderSet(bodies=bodies):
            return replace(state, order=bodies)
        case CopyRecipientsSet():
            return replace(state, panel=fact.panel, centre=fact.centre)
        case ColourSet(colour=colour):
            return replace(state, colour=colour)
        case LogoSet():
            return replace(state, logo=fact)
        case LogoTakenOff():
            return replace(state, logo=None)
        case _:
            assert_never(fact)


def set_order(
    publication: Publication, provenance: Provenance, *, bodies: tuple[str, ...]
) -> ApprovalOrderSet:
    """Sets who approves, in order. Without bodies, one approval by anybody is enough."""
    if len({each.casefold() for each in bodies}) < len(bodies):
        raise Missing("Name each body once.", field="bodies")
    if len(bodies) > _MOST or any(len(each) > 200 for each in bodies):
        raise Missing("Name at most ten bodies, each in a few words.", field="bodies")
    return ApprovalOrderSet(*publication.next(provenance), bodies=bodies)


def set_recipients(
    publication: Publication, provenance: Provenance, *, panel: str, centre: str
) -> CopyRecipientsSet:
    if not (panel and centre):
        raise Missing("Give both addresses.", field="centre" if panel else "panel")
    return CopyRecipientsSet(*publication.next(provenance), panel=panel, centre=centre)


def set_colour(publication: Publication, provenance: Provenance, *, colour: str) -> ColourSet:
    """Raises ``NotAColour``, and ``TooPale`` for one that words cannot be read on."""
    if colour:
        refuse_pale_colour(colour)
    return ColourSet(*publication.next(provenance), colour=colour.lower())


def take_logo_off(publication: Publication, provenance: Provenance) -> LogoTakenOff:
    if publication.logo is None:
        raise NotFound("There is no logo to take off.")
    return LogoTakenOff(*publication.next(provenance))


class PublicationSettingsService(Service[Publication]):
    evolve = staticmethod(evolve)
    set_order = lazy_command(set_order)
    set_recipients = lazy_command(set_recipients)
    set_colour = lazy_command(set_colour)
    take_logo_off = lazy_command(take_logo_off)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("publication")
