"""Records who opened a young person's words, a concern, the queue or an export."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from events.fact import Provenance
from events.privacy.access_log import Looked
from web.site.authentication import who
from web.site.tenancy import here


def record_access(what: Looked, subject: UUID) -> None:
    """Records it once an hour for each person and thing, on pages of now and of the past."""
    provenance = Provenance(str(who.id), f"opened by {who.role}")
    here.access_log.look(subject, provenance, what=what, hour=f"{datetime.now(UTC):%Y-%m-%dT%H}")


def looked_at_details(case: UUID) -> None:
    """The same for the encrypted details of a case review."""
    provenance = Provenance(str(who.id), f"opened by {who.role}")
    here.access_log.look_at_details(case, provenance, hour=f"{datetime.now(UTC):%Y-%m-%dT%H}")
