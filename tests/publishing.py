"""A report on its way to publication, step by step, as staff take it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from events.fact import Provenance
from web.site.tenancy import Tenant


def published(tenant: Tenant, report: UUID, provenance: Provenance, **said: Any) -> None:
    """Finalised, approved by one body, and published."""
    for step in ("finalise", "approve", "publish"):
        given = {"approve": {"body": "The partnership"}, "publish": said}.get(step, {})
        mine = replace(provenance, key=f"{provenance.key} {step}" if provenance.key else "")
        getattr(tenant.report, step)(report, mine, **given)
