"""The record in sentences, as it was known at a moment, as it was in force on a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from infra.partnerships import Partnerships
from infra.time_travel.history import RecordHistory
from infra.time_travel.masking import masked
from projections.access.people import People
from projections.engine.as_of import AsOf
from projections.record.sentences import sentence
from services.refusals import NotFound
from web.site.as_of import IN_FORCE, KNOWN, parse_as_of
from web.site.names import named_among


@dataclass(frozen=True)
class Replaying:
    """What the user typed. An empty string means that the option was not given."""

    slug: str
    as_known_on: str = ""
    in_force_on: str = ""
    decision: str = ""


def replayed(partnerships: Partnerships, asked: Replaying, *, as_json: bool) -> Iterator[str]:
    """Gives one line per fact that was known then. Raises ``BadAsOf`` or ``NotFound``."""
    past = partnerships.past(asked.slug)
    if not past.head() and not (asked.as_known_on or asked.in_force_on):
        return
    then = parse_as_of({KNOWN: asked.as_known_on, IN_FORCE: asked.in_force_on}, past).as_of
    about = _decision(partnerships, asked.slug, asked.decision) if asked.decision else None
    names = _names(past, then)
    for position, fact in past.facts(then):
        if about is None or fact.originator_id == about:
            entry = _entry(position, masked(fact, position, ""), names)
            yield json.dumps(entry, ensure_ascii=False) if as_json else _line(entry)


def _entry(position: int, fact: Fact, names: dict[UUID, str]) -> dict[str, object]:
    on = fact.true_on
    return {
        "position": position,
        "recorded_at": fact.recorded_at.isoformat(timespec="seconds"),
        "in_force_on": on.text if on else None,
        "topic": fact.TOPIC,
        "sentence": sentence(fact),
        "by": named_among(names, fact.provenance.by),
        "source": fact.provenance.source,
    }


def _line(entry: dict[str, object]) -> str:
    recorded = str(entry["recorded_at"]).replace("T", " ")
    on = entry["in_force_on"] or "on no stated day"
    return (
        f"{entry['position']:>6}  recorded {recorded}  in force {on}  "
        f"{entry['sentence']}  [{entry['by']}; {entry['source']}]"
    )


def _names(past: RecordHistory, then: AsOf) -> dict[UUID, str]:
    with past.read(People, AsOf(then.position)) as view:
        return {person.id: person.name for person in view.all()}


def _decision(partnerships: Partnerships, slug: str, typed: str) -> UUID:
    try:
        id = UUID(typed)
    except ValueError:
        id = UUID(int=0)
    known = partnerships.open(slug).ledger.facts(id)
    if not known or not known[0].TOPIC.startswith("decision."):
        raise NotFound(f"{slug} has no decision {typed}: its id is the end of its page's address.")
    return id
