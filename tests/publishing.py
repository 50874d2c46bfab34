"""A report on its way to publication, step by step, as staff take it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from events.fact import Told
from web.site.tenancy import Place


def published(place: Place, report: UUID, told: Told, **said: Any) -> None:
    """Finalised, approved by one body, and published."""
    for step in ("finalise", "approve", "publish"):
        given = {"approve": {"body": "The partnership"}, "publish": said}.get(step, {})
        mine = replace(told, key=f"{told.key} {step}" if told.key else "")
        getattr(place.report, step)(report, mine, **given)
