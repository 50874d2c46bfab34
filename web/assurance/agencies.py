"""Agencies of audits as the partnership's list knows them, under the name that each has now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, g

from events.fact import Provenance
from projections.assurance.audit_return_rows import Return
from projections.assurance.audits import Audits
from projections.governance.arrangement_rows import Frame
from projections.governance.arrangements import Arrangements
from services.change import Change
from services.refusals import Missing
from web.forms.fields import Options
from web.site.tenancy import here

pages = Blueprint("agencies", __name__)
_NOT_OFFERED = "Choose the agencies from the list, or write those that are not in it yet."


def offered() -> Options:
    """The bodies that take part now, and agencies that only earlier audits name."""
    frame = _frame()
    with here.read(Audits) as view:
        before = {name for each in view.all() for name in each.agencies}
    unlisted = sorted(name for name in before if frame.named(name) is None)
    return [(name, name) for name in (*(p.name for p in frame.partners_now), *unlisted)]


def chosen(agencies: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Those that were ticked and those that were typed, each once, by the name it has now.

    Raises ``Missing`` where there is none, or where one that was ticked is not offered.
    """
    names = {name for name, _ in offered()}
    if not names.issuperset(agencies) or not (agencies or more):
        raise Missing(_NOT_OFFERED, field="agencies" if names else "more")
    return tuple(dict.fromkeys((*agencies, *map(now_called, more))))


def joining(more: tuple[str, ...], provenance: Provenance) -> list[Change]:
    """Adds what was typed to the partnership's list, so that nobody types it again."""
    known = {name for name, _ in offered()}
    partnership, changes = here.partnership, []
    for name in more:
        if now_called(name) in known:
            continue
        asked = replace(provenance, key=f"{provenance.key} {name}")
        id = here.ledger.name_of("partner", provenance.key, name)
        changes.append(
            partnership.join.change(
                partnership.id, asked, partner=id, name=name, part="relevant agency"
            )
        )
    return changes


def names_of(agency: str) -> frozenset[str]:
    """Every name that the body of this name has or had."""
    return _frame().names_of(agency)


def named_in(agencies: Iterable[str], agency: str) -> str:
    """The name by which an audit knows this agency; empty where it takes no part."""
    names = names_of(agency)
    return next((each for each in agencies if each in names), "")


def by_agency(returns: Mapping[str, Return], agencies: Iterable[str]) -> dict[str, Return]:
    """Returns of an earlier audit by the names of a later one."""
    found = {name: returns.get(named_in(returns, name)) for name in agencies}
    return {name: each for name, each in found.items() if each}


@pages.app_template_filter()
def agency(name: str) -> str:
    """An agency by the name it has now, with those it had before: "B (formerly A)"."""
    found = _frame().named(name)
    if found is None or not found.formerly:
        return name
    return f"{found.name} (formerly {', '.join(found.formerly)})"


def now_called(name: str) -> str:
    """The name that the list has now for what was typed."""
    found = _frame().named(name)
    return found.name if found else name


def _frame() -> Frame:
    """Read once per request: a page names agencies many times."""
    if "agencies" not in g:
        with here.read(Arrangements) as view:
            g.agencies = view.frame() or Frame(UUID(int=0))
    found: Frame = g.agencies
    return found
