"""Plays a seed file through the services, step by step. A step played twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid5

from events.fact import Provenance
from infra.seeds.seed_file import BadSeed, Seed, SeedStep
from infra.seeds.values import arguments, day
from services.refusals import Refusal
from web.site.tenancy import Tenant

_NAMESPACE = UUID("0b2d3c0e-54a2-5d8f-8d55-0f8f1a5c7c11")
_MADE_UP = "made up for the demonstration"


# Steps name their service as it was called when the first stores were loaded, since the key of a
# step is made from that name: renamed here, every document would be recorded twice.
SERVICE_OF = {
    "case": "case_review",
    "feed": "calendar_feed",
    "forgetting": "erasure",
    "forms": "inspection_form",
    "inspectors": "inspector",
    "looking": "access_log",
    "promise": "service_standard",
    "publication": "publication_settings",
    "quote": "quotation",
    "returns": "audit_return",
    "review": "national_learning",
    "tools": "audit_tool",
    "visits": "visit",
}


def play(seed: Seed, tenant: Tenant) -> Iterator[int]:
    """Plays every step, giving the number done after each. Raises ``BadSeed``."""
    streams: dict[str, UUID] = {
        "partnership": tenant.partnership.id,
        "promise": tenant.service_standard.id,
        "duty": tenant.duty.id,
    }
    for person in seed.people:
        streams[person["email"]] = _let_in(tenant, seed, person)
    for done, step in enumerate(seed.steps, 1):
        try:
            _play(step, seed, tenant, streams)
        except (Refusal, ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadSeed(f"{seed.name}, step {done} ({step.do}): {error}") from error
        yield done


def _play(step: SeedStep, seed: Seed, tenant: Tenant, streams: dict[str, UUID]) -> None:
    subject, method = step.do.split(".")
    service = getattr(tenant, SERVICE_OF.get(subject, subject))
    call: Callable[..., Any] = getattr(service, method)
    function = getattr(getattr(type(service), method), "decide", call)
    given = arguments(function, {name: _ref(v, streams) for name, v in step.given.items()})
    if step.do == "feedback.submit":
        client = str(uuid5(_NAMESPACE, f"{seed.name}/{step.named}"))
        streams[step.named] = service.id_of(client)
        call(client, **given)
        return
    if step.upon or subject == "partnership":
        stream = streams[step.upon or "partnership"]
    else:
        stream = tenant.ledger.name_of("seed", seed.name, step.named or step.key)
        streams[step.named] = stream
    call(stream, _provenance(step, seed, tenant), **given)


def _provenance(step: SeedStep, seed: Seed, tenant: Tenant) -> Provenance:
    lines = f", line {step.line}" if "-" not in step.line else f", lines {step.line}"
    named = f"{seed.title} ({seed.document}){lines}"
    source = named if seed.document and step.line else _MADE_UP
    effective = None if step.effective is None else day(step.effective)
    by = step.told_by
    if "@" in by:  # one of the demo's people: told by their id, as on a page
        by = str(tenant.access.id_of(by))
    return Provenance(by or seed.by, source, effective, step.key)


def _ref(value: Any, streams: dict[str, UUID]) -> Any:
    if isinstance(value, dict) and value.keys() == {"ref"}:
        return streams[value["ref"]]
    if isinstance(value, list):
        return [_ref(each, streams) for each in value]
    return value


def _let_in(tenant: Tenant, seed: Seed, person: dict[str, str]) -> UUID:
    key = tenant.ledger.name_of("let in", seed.name, person["email"]).hex
    provenance = Provenance(seed.by, _MADE_UP, None, key)
    try:
        return tenant.access.give(provenance, **person)  # type: ignore[arg-type]
    except Refusal as error:
        raise BadSeed(f"{seed.name}, {person['email']}: {error}") from error
