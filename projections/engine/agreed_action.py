"""An action that was agreed, as rows of several subjects hold it: decisions, audits and others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from events.period import PartialDate


@dataclass(frozen=True)
class AgreedAction:
    """``action`` is its name among the actions of one row; ``result`` is empty until it is done."""

    action: str
    text: str
    owner: str
    due: PartialDate | None
    result: str = ""


def completed(
    actions: tuple[AgreedAction, ...], action: str, result: str
) -> tuple[AgreedAction, ...]:
    """The same actions, with the result of the one of that name."""
    return tuple(
        replace(each, result=result) if each.action == action else each for each in actions
    )
