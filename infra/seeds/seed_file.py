"""Reads a seed file: a document's facts as steps, or made-up ones."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import yaml

_OF_THE_STEP = ("do", "line", "effective", "upon", "told_by")


class BadSeed(Exception):  # noqa: N818 - tells the author of the file
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
