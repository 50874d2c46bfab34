"""The groups of a partnership as a tree: who answers to whom, in a report's period."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from projections.governance.arrangements import Arrangements
from projections.reporting.report_contents import EntryGroup
from web.site.tenancy import here

_DEEPEST = 8


@dataclass(frozen=True)
class GroupNode:
    """A group, and the groups that answer to it."""

    name: str
    below: tuple[GroupNode, ...]


def structure_of(who: Iterable[EntryGroup], moment: int) -> tuple[GroupNode, ...]:
    """The groups that a report names, each below the one it answered to at that ``moment``.

    It is in microseconds since 1970; 0 is now.
    """
    names = dict.fromkeys(each.head.heading for each in who if each.head.kind == "sub-group")
    if not names:
        return ()
    with here.read(Arrangements) as view:
        frame = view.frame()
    above = {each.name: each.under_at(moment) for each in (frame.groups if frame else ())}
    return tree_of(tuple(names), above)


def tree_of(names: Sequence[str], above: dict[str, str]) -> tuple[GroupNode, ...]:
    """A group that answers to none of these, or in a circle, stands at the top."""
    under = {name: _parent(name, names, above) for name in names}

    def below(parent: str, depth: int) -> tuple[GroupNode, ...]:
        return tuple(
            GroupNode(name, below(name, depth + 1) if depth < _DEEPEST else ())
            for name in names
            if under[name] == parent
        )

    return below("", 1)


def _parent(name: str, known: Collection[str], above: dict[str, str]) -> str:
    parent = above.get(name, "")
    seen, at = {name}, parent
    while at in known and at not in seen:
        seen.add(at)
        at = above.get(at, "")
    return parent if parent in known and at not in seen else ""
