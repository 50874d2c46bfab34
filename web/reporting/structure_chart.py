"""The groups of a partnership as a tree: who answers to whom, in a report's period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from projections.governance.arrangements import Arrangements
from projections.reporting.report_contents import EntryGroup
from web.site.tenancy import here

_DEEPEST = 8


@dataclass(frozen=True)
class GroupNode:
    """A group, what it is for, and the groups that answer to it."""

    name: str
    purpose: str
    below: tuple[GroupNode, ...]


def structure_of(who: Iterable[EntryGroup]) -> tuple[GroupNode, ...]:
    """The groups that a report names, each below the one it answers to."""
    purposes = {
        group.head.heading: group.head.words for group in who if group.head.kind == "sub-group"
    }
    if not purposes:
        return ()
    with here.read(Arrangements) as view:
        frame = view.frame()
    above = {each.name: each.under for each in (frame.groups if frame else ())}
    return tree_of(purposes, above)


def tree_of(purposes: dict[str, str], above: dict[str, str]) -> tuple[GroupNode, ...]:
    """A group that answers to none of these, or in a circle, stands at the top."""
    under = {name: _parent(name, purposes, above) for name in purposes}

    def below(parent: str, depth: int) -> tuple[GroupNode, ...]:
        return tuple(
            GroupNode(name, purposes[name], below(name, depth + 1) if depth < _DEEPEST else ())
            for name in purposes
            if under[name] == parent
        )

    return below("", 1)


def _parent(name: str, known: dict[str, str], above: dict[str, str]) -> str:
    parent = above.get(name, "")
    seen, at = {name}, parent
    while at in known and at not in seen:
        seen.add(at)
        at = above.get(at, "")
    return parent if parent in known and at not in seen else ""
