"""Makes the small store that is kept of a release: made-up words only, one fact of every kind.

``python -m tests.stores.make FOLDER`` fills FOLDER; with ``--postgresql URL`` its ledgers go to a
database that is empty, and only the keys to FOLDER. ``aldermoor`` is a partnership with one of
everything, by its services; ``everyfact`` holds one made-up fact for each topic of the catalogue.
``expected.json`` says what each of those facts says, so that a later release can be held to it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from events.fact import CATALOGUE, Fact
from events.fact import Provenance as Provenance
from events.period import PartialDate
from infra.partnerships import Partnerships
from infra.settings import load as load_settings
from infra.storage.fact_codec import import_every_fact
from infra.stores import migrate_all
from tests.web.isolation.planting import ROLES, email_of, plant

PLANTED, EVERY = "aldermoor", "everyfact"


def make(folder: Path, database_url: str = "") -> None:
    """Fills the folder (and the database)."""
    os.environ |= {"EARSHOT_VAR": str(folder), "EARSHOT_DATABASE_URL": database_url}
    settings = load_settings()
    migrate_all(settings)
    partnerships = Partnerships.of(settings)
    planted = plant(partnerships, PLANTED)
    partnerships.create(EVERY)
    ledger = partnerships.open(EVERY).ledger
    import_every_fact()
    facts = [made_up(kind) for _, kind in sorted(CATALOGUE.items())]
    for fact in facts:
        ledger.save(fact)
    partnerships.close()
    people = {f"{PLANTED}/nobody": (PLANTED, "")}
    people |= {f"{PLANTED}/{role}": (PLANTED, email_of(role, PLANTED)) for role in ROLES}
    _write(folder / "people.json", people)
    words = sorted(planted.private | planted.public | planted.names)
    _write(folder / "expected.json", {"facts": [said(fact) for fact in facts], "words": words})


def made_up(kind: type[Fact]) -> Fact:
    """A fact of that kind, the same on every call: each field holds a value of its own type."""
    provenance = {"originator_id", "originator_version", "told", "provenance", "recorded_at"}
    hints = get_type_hints(kind)
    own = [field.name for field in fields(kind) if field.name not in provenance]
    given = {name: _value(hints[name], f"{kind.TOPIC}.{name}") for name in own}
    stream = UUID(bytes=hashlib.sha256(kind.TOPIC.encode()).digest()[:16], version=4)
    provenance = Provenance("a maker of stores", "a made-up source", PartialDate("2025-03"), "k")
    return kind(stream, 1, provenance, **given)


def said(fact: Fact) -> dict[str, Any]:
    """A fact as plain JSON, by its topic: what a later release must read in it."""
    provenance = {"originator_id", "originator_version", "told", "provenance", "recorded_at"}
    own = {field.name: getattr(fact, field.name) for field in fields(fact)}
    return {
        "topic": fact.TOPIC,
        "stream": str(fact.originator_id),
        "own": {name: _plain(value) for name, value in own.items() if name not in provenance},
    }


def _value(hint: Any, name: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _value(next(each for each in inner if each is not NoneType), name)
    if origin is Literal:
        return next((each for each in inner if each), inner[0])
    if origin is tuple:
        return (_value(inner[0], f"{name}.1"), _value(inner[0], f"{name}.2"))
    if hint is PartialDate:
        return PartialDate("2025-03-04")
    if is_dataclass(hint):
        hints, inside = get_type_hints(hint), [each.name for each in fields(hint) if each.init]
        return hint(**{each: _value(hints[each], f"{name}.{each}") for each in inside})
    plain: dict[Any, Any] = {
        str: _words(name),
        int: 3,
        bool: False,
        date: date(2025, 3, 4),
        datetime: datetime(2025, 3, 4, 9, tzinfo=UTC),
        UUID: UUID(bytes=hashlib.sha256(name.encode()).digest()[:16], version=4),
    }
    return plain[hint]


def _words(name: str) -> str:
    """Words that name their field; where it holds keys or digests, the digits of one."""
    if ".keys" in name or name.endswith((".digest", ".root")):
        return hashlib.sha256(name.encode()).hexdigest()[:32]
    return f"made-up {name}"


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, PartialDate):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value if value is None or isinstance(value, (bool, int)) else str(value)


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    url = sys.argv[3] if "--postgresql" in sys.argv else ""
    make(Path(sys.argv[1]), url)
