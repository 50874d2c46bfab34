"""The lines of the record on a page of the replay."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from projections.engine.as_of import AsOf
from web.ports.history import AskedLines, Known
from web.record.replay_filter import Filter
from web.site.as_of import PageAsOf
from web.site.tenancy import here, tenants

MOST_LINES = 200


def asked_lines(then: PageAsOf, chosen: Filter, **further: Any) -> AskedLines:
    as_of = then.as_of
    given: dict[str, Any] = {"upto": as_of.position, "newest_first": True} | further
    return AskedLines(
        in_force=as_of.in_force,
        kind=chosen.kind,
        subjects=chosen.subjects,
        keys=chosen.keys,
        **given,
    )


def earlier_position(then: PageAsOf, chosen: Filter) -> int | None:
    """The position of the fact before, among the lines of the filter."""
    upto = then.as_of.position - 1
    found, _ = tenants.past(here.slug).lines(asked_lines(then, chosen, upto=upto, limit=1))
    return found[0].position if found else None


def later_position(then: PageAsOf, chosen: Filter, head: int) -> int | None:
    """The position of the next fact, and nothing else about it."""
    after = then.as_of.position
    asked = asked_lines(then, chosen, after=after, upto=head, newest_first=False, limit=1)
    found, _ = tenants.past(here.slug).lines(asked)
    return found[0].position if found else None


def story_of(subject: UUID, as_of: AsOf) -> list[Known]:
    """What had happened to one thing by then, in sentences without a child's words."""
    asked = AskedLines(as_of.position, subjects=[subject], limit=MOST_LINES)
    return tenants.past(here.slug).lines(asked)[0]
