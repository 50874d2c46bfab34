"""Plays a seed file through the services, step by step; a step that was played changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from uuid import UUID, uuid5

import msgspec
import yaml

from events.fact import Provenance
from infra.seeds.values import arguments, day
from services.refusals import Refusal
from web.site.tenancy import Tenant

_NAMESPACE = UUID("0b2d3c0e-54a2-5d8f-8d55-0f8f1a5c7c11")
_OF_THE_STEP = ("do", "line", "effective", "upon", "told_by")
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


class BadSeed(Exception):  # noqa: N818 - tells whoever wrote the file
    """A step of a seed file could not be played; says which, and why."""


@dataclass(frozen=True)
class SeedStep:
    """One call of a service: ``do`` is ``service.method``, ``line`` where the source says it.

    ``named`` is what later steps call it, ``upon`` the earlier step it is about.
    """

    do: str
    line: str = ""
    named: str = ""
    upon: str = ""
    effective: Any = None
    told_by: str = ""
    given: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The same for the same step, wherever it stands in the file."""
        provenance = msgspec.json.encode(msgspec.to_builtins(self), order="sorted")
        return hashlib.sha256(provenance).hexdigest()[:32]


@dataclass(frozen=True)
class Seed:
    """A seed file: a document's facts, or made-up ones where ``document`` is empty."""

    name: str
    partnership: str
    document: str
    title: str
    by: str
    people: tuple[dict[str, str], ...]
    steps: tuple[SeedStep, ...]


def every_seed() -> list[Seed]:
    """The seed files of the house, by name."""
    folder = files("infra.seeds")
    found = [file for file in folder.iterdir() if file.name.endswith(".yaml")]
    return [read_seed(file) for file in sorted(found, key=lambda file: file.name)]


def read_seed(file: Traversable) -> Seed:
    """Raises ``BadSeed`` where the file is not one."""
    try:
        provenance = yaml.safe_load(file.read_text(encoding="utf-8"))
        steps = tuple(_step(each) for each in provenance.get("steps", ()))
        return Seed(
            file.name.removesuffix(".yaml"),
            provenance["partnership"],
            provenance.get("document", ""),
            provenance.get("title", ""),
            provenance["by"],
            tuple(provenance.get("people", ())),
            steps,
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise BadSeed(f"{file.name} is not a seed file: {error}") from error


def play(seed: Seed, tenant: Tenant) -> Iterator[int]:
    """Plays every step, giving the number done after each. Raises ``BadSeed``."""
    streams: dict[str, UUID] = {
        "partnership": tenant.partnership.id,
        "promise": tenant.service_standard.id,
    }
    for person in seed.people:
        streams[person["email"]] = _let_in(tenant, seed, person)
    for done, step in enumerate(seed.steps, 1):
        try:
            _play(step, seed, tenant, streams)
        except (Refusal, ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadSeed(f"{seed.name}, step {done} ({step.do}): {error}") from error
        yield done


def _step(provenance: dict[str, Any]) -> SeedStep:
    given = dict(provenance)
    known = {
        name: given.pop(name)
        for name in ("do", "line", "effective", "upon", "told_by")
        if name in given
    }
    named = given.pop("as", "")
    return SeedStep(
        do=known["do"],
        line=str(known.get("line", "")),
        named=named,
        upon=known.get("upon", ""),
        effective=known.get("effective"),
        told_by=known.get("told_by", ""),
        given=given,
    )


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
    call(stream, _told(step, seed, tenant), **given)


def _told(step: SeedStep, seed: Seed, tenant: Tenant) -> Provenance:
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
