"""Which words of a message the person who is signed in may read."""

from __future__ import annotations

from uuid import UUID

from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import TriageItem
from web.site.permissions import is_offered
from web.site.tenancy import here, tenants
from web.site.time_travel import is_past


def readable(item: TriageItem) -> TriageItem:
    """The message as this user may see it. A scrutineer sees no words of an escalated concern.

    Words that were closed later are closed on a page of the past too.
    """
    now = _now(item.id) if is_past() else item
    is_gone = now is None or now.status in ("taken back", "forgotten")
    if is_gone and is_past():
        return item.without_words()
    if now and now.escalated_to and not is_offered("handle feedback"):
        return item.without_words()
    return item


def _now(id: UUID) -> TriageItem | None:
    """The message as it is today."""
    found = tenants.get(here.slug)
    if found is None:
        return None
    with found[0].read(TriageQueue) as queue:
        return queue.item(id)
