"""Subgroups of the partnership: formed, placed under another body, ended."""

from __future__ import annotations

from events.fact import Provenance
from events.governance.bodies import SubgroupEnded, SubgroupFormed, SubgroupPlaced
from services.governance.partnership_state import GoesRoundInACircle, NoSuchGroup, Partnership
from services.refusals import Missing


def form_subgroup(
    partnership: Partnership,
    provenance: Provenance,
    *,
    name: str,
    purpose: str = "",
    under: str = "",
) -> tuple[SubgroupFormed, ...] | tuple[SubgroupFormed, SubgroupPlaced]:
    """``under`` is the group that it answers to. Raises ``NoSuchGroup`` where there is none."""
    formed = SubgroupFormed(*partnership.next(provenance), name=name, purpose=purpose)
    if not under:
        return (formed,)
    if under not in dict(partnership.groups) or under == name:
        raise NoSuchGroup(field="under")
    return formed, SubgroupPlaced(*partnership.next(provenance, 2), name=name, under=under)


def place_subgroup(
    partnership: Partnership, provenance: Provenance, *, name: str, under: str
) -> SubgroupPlaced:
    """Raises ``NoSuchGroup``, and ``GoesRoundInACircle`` where it would answer to itself."""
    named = dict(partnership.groups)
    if name not in named or (under and under not in named):
        raise NoSuchGroup(field="under" if name in named else "name")
    above = under
    while above:
        if above == name:
            raise GoesRoundInACircle
        above = partnership.above(above)
    return SubgroupPlaced(*partnership.next(provenance), name=name, under=under)


def end_subgroup(
    partnership: Partnership, provenance: Provenance, *, name: str, why: str
) -> SubgroupEnded:
    if name not in dict(partnership.groups):
        raise NoSuchGroup
    if not why:
        raise Missing("Say why the group ends.", field="why")
    return SubgroupEnded(*partnership.next(provenance), name=name, why=why)
