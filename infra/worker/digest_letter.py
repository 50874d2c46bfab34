"""The letter of the day, as things stand when it is sent."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from infra.outbox.letters import OutboxLetter
from infra.worker.what_waits import what_waits
from projections.access.people import People
from services.ports import Letter
from web.site.tenancy import Tenant


def digest_letter(tenant: Tenant, row: OutboxLetter, to: str, url: str) -> Letter | None:
    """The letter as things stand when it is sent. None where nothing waits any more."""
    with tenant.read(People) as view:
        person = view.person(UUID(row.recipient))
    if person is None or not person.wants_digest or not to:
        return None
    waits = what_waits(tenant, person, date.fromisoformat(row.about))
    if not waits.lines:
        return None
    home = url.removesuffix("work/")
    text = "\n".join(
        (
            *waits.lines,
            f"See all of it: {home}{waits.path}",
            "",
            f"You get this at most once a day. To stop it: {url}letters/",
        )
    )
    return Letter(to, f"Earshot: {waits.subject}", text, key=row.key)
