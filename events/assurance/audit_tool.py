"""Audit tools: the standards that agencies are asked about, version by version."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class Criterion:
    """What has to be so for a standard to be met, and the evidence that would show it."""

    text: str
    evidence: str = ""


@dataclass(frozen=True)
class Standard:
    """One standard. Its ``name`` stays the same from version to version, its words may change."""

    name: str
    title: str
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class ToolPublished(Fact):
    """A tool as it is used from now on; audits keep the version that they were begun with."""

    TOPIC = "audit_tool.published"
    PERSONAL = frozenset()
    title: str
    number: int
    standards: tuple[Standard, ...]
    note: str
    demo: bool


ToolFact = ToolPublished
