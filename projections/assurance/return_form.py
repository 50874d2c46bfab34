"""An agency's form in an audit: each standard, its answer, and the answer in the audit before."""

from __future__ import annotations

from dataclasses import dataclass

from events.assurance.audit_tool import Standard
from projections.assurance.audit_return_rows import Answered, Return
from projections.assurance.audit_tools import Tool


@dataclass(frozen=True)
class AskedStandard:
    """``earlier`` is what the agency said in the earlier audit; it counts for nothing by itself."""

    standard: Standard
    said: Answered | None
    earlier: Answered | None

    @property
    def is_answered(self) -> bool:
        return self.said is not None and bool(self.said.rating)

    @property
    def to_confirm(self) -> bool:
        return not self.is_answered and self.earlier is not None

    @property
    def stands(self) -> str:
        if self.said is not None and self.said.waits:
            return "challenged: answer it"
        if self.said is not None and self.said.agreed:
            return f"agreed: {self.said.agreed}"
        if self.is_answered:
            return "answered"
        return "from last year: confirm or change" if self.earlier else "not answered"


def asked_of(tool: Tool, mine: Return | None, before: Return | None) -> list[AskedStandard]:
    """Every standard of the tool in its order. Only a submitted return is an answer from before."""
    earlier = before if before and before.submitted_on else None
    return [
        AskedStandard(
            standard,
            mine.of(standard.name) if mine else None,
            earlier.of(standard.name) if earlier else None,
        )
        for standard in tool.standards
    ]


def next_of(asked: list[AskedStandard], after: str) -> str:
    """The first standard after this one that has no answer yet, else the first of all that has."""
    names = [each.standard.name for each in asked]
    at = names.index(after) + 1 if after in names else 0
    waiting = [each.standard.name for each in asked[at:] + asked[:at] if not each.is_answered]
    return next((name for name in waiting if name != after), "")
