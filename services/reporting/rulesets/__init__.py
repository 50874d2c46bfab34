"""Requirements of the law for a yearly report, as data, one set per Working Together edition."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml


class Requirement(msgspec.Struct, frozen=True):
    """``answered_by`` names sections of the report, or one kind of entry as ``section/kind``."""

    id: str
    title: str
    source: str
    sure: Literal["checked", "background", "presumed"]
    answered_by: tuple[str, ...]


class Ruleset(msgspec.Struct, frozen=True):
    """``deadline`` is a month and day as ``09-30``, empty where the edition sets none."""

    name: str
    copy_days: int
    recipients: tuple[str, ...]
    deadline: str
    requirements: tuple[Requirement, ...]


@cache
def rulesets() -> dict[str, Ruleset]:
    """Every edition, by its name as a report names it."""
    folder = files("services.reporting.rulesets")
    found = [file for file in folder.iterdir() if file.name.endswith(".yaml")]
    read = [
        msgspec.convert(yaml.safe_load(file.read_text("utf-8")), Ruleset, strict=False)
        for file in sorted(found, key=lambda file: file.name)
    ]
    return {each.name: each for each in read}
