"""The figures and actions of a table beside those of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from events.fact import Provenance
from events.reporting.figure import FigureCorrected
from events.value import Value, split_unit
from projections.governance.action_rows import Tracked
from projections.governance.actions import Actions
from projections.reporting.figure_rows import Figure
from projections.reporting.figures import Figures
from services.change import Change
from services.governance.action import agreed_already, moving
from services.reporting.figure_import import taking_in
from web.forms.figures import period_of
from web.importing.table_kind import Given, Judge, Take
from web.site.tenancy import here


def figures() -> Take:
    """Figures by name and time. A row with another value corrects the figure."""
    known = _figures_known()

    def take(provenance: Provenance, given: Given) -> Change:
        value = given.pop("value") or Value(None, "unknown")
        period = period_of(given.pop("start"), given.pop("end"))
        when = f"as at {given['as_at']}" if given["as_at"] else str(period or "")
        _, unit = split_unit(value, given["unit"])
        what = _counting(given["name"], unit, when, given["definition"])
        there = known.get(what, [])
        stream = there[-1].id if there else here.ledger.name_of("figure", *what, "0")
        keyless = replace(provenance, key="")
        return taking_in(stream, keyless, value=value, period=period, **given)

    return take


def _figures_known() -> dict[tuple[str, ...], list[Figure]]:
    """The figures of the record by name and time. The newest comes last."""
    found: dict[tuple[str, ...], list[Figure]] = {}
    with here.read(Figures) as book:
        for row in book.all():
            found.setdefault(_counting(row.name, row.unit, row.when, row.definition), []).append(
                row
            )
    return found


def _counting(*words: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def stated_before() -> Judge:
    """Whether a row corrects a figure that was stated otherwise."""
    return lambda facts: any(isinstance(fact, FigureCorrected) for fact in facts)


def already(
    agreed: Mapping[tuple[UUID, str, str], list[Tracked]],
    subject: UUID,
    provenance: Provenance,
    given: Given,
) -> Change | None:
    """The change of an action that is agreed already: its new day, or nothing. Else none."""
    there = agreed.get((subject, given["text"].casefold(), given["owner"].casefold()), [])
    if not there:
        return None
    due, newest = given["due"], there[-1]
    if due is None or due in [each.due for each in there]:
        return agreed_already(here.ledger.name_of("action", provenance.key), provenance)
    times = str(len(newest.moved_why))
    stream = here.ledger.name_of("action", str(subject), newest.action, due.text, times)
    return moving(stream, replace(provenance, key=""), subject, newest.action, due)


def actions_agreed() -> dict[tuple[UUID, str, str], list[Tracked]]:
    """Agreed actions by the place that agreed them, their words and their owner."""
    found: dict[tuple[UUID, str, str], list[Tracked]] = {}
    with here.read(Actions) as view:
        for row in view.all():
            key = (row.subject, row.text.casefold(), row.owner.casefold())
            found.setdefault(key, []).append(row)
    return found
