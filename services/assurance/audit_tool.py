"""Audit tools: publishing one, and publishing its further versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from events.assurance.audit_tool import Standard, ToolFact, ToolPublished
from events.fact import Provenance
from services.command import Service, command, opening_command
from services.refusals import Missing, Refusal
from services.state import State


class BadStandards(Refusal):
    words = "A tool needs at least one standard, each with a title and a criterion."
    field = "standards"


class NothingChanged(Refusal):
    words = "This is the version that is published already. Change something, then publish it."
    field = "standards"


@dataclass(frozen=True)
class Tool(State):
    """``versions`` are the standards of each published version, by its number."""

    title: str = ""
    number: int = 0
    note: str = ""
    versions: Mapping[int, tuple[Standard, ...]] = field(default_factory=dict)

    def standards(self, number: int) -> tuple[Standard, ...]:
        return self.versions.get(number, ())


def evolve(state: Tool, fact: ToolFact) -> Tool:
    return replace(
        state,
        title=fact.title,
        number=fact.number,
        note=fact.note,
        versions={**state.versions, fact.number: fact.standards},
    )


def publish(
    tool: Tool,
    provenance: Provenance,
    *,
    title: str,
    standards: tuple[Standard, ...],
    note: str = "",
    demo: bool = False,
) -> ToolPublished:
    """The first version of a tool. Raises ``BadStandards``."""
    if not title:
        raise Missing("Give the tool a title.", field="title")
    return ToolPublished(
        *tool.next(provenance),
        title=title,
        number=1,
        standards=_checked(standards),
        note=note,
        demo=demo,
    )


def revise(
    tool: Tool,
    provenance: Provenance,
    *,
    standards: tuple[Standard, ...],
    title: str = "",
    note: str = "",
) -> ToolPublished:
    """A further version; what was published before, and the audits that use it, stay as they were.

    Raises ``BadStandards`` or ``NothingChanged``.
    """
    checked = _checked(standards)
    said = title or tool.title
    if (said, note, checked) == (tool.title, tool.note, tool.standards(tool.number)):
        raise NothingChanged
    return ToolPublished(
        *tool.next(provenance),
        title=said,
        number=tool.number + 1,
        standards=checked,
        note=note,
        demo=False,
    )


class AuditToolService(Service[Tool]):
    evolve = staticmethod(evolve)
    publish = opening_command(publish)
    revise = command(revise)


def _checked(standards: tuple[Standard, ...]) -> tuple[Standard, ...]:
    names = [standard.name for standard in standards]
    titles = [standard.title.casefold() for standard in standards]
    if not standards or not all(each.title and each.criteria for each in standards):
        raise BadStandards
    if not all(criterion.text for standard in standards for criterion in standard.criteria):
        raise BadStandards
    if len(set(names)) != len(names) or len(set(titles)) != len(titles):
        raise BadStandards("Two standards are the same. Give each a title of its own.")
    return standards
