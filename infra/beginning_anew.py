"""After an older record was put back: the record itself says where it begins anew (ADR 46)."""

from __future__ import annotations

from events.fact import Provenance
from infra.partnerships import Partnerships
from infra.proof.known_end import furthest
from infra.proof.restored_record import restores, set_aside

_HOW = "earshot restore"


def begin_anew(partnerships: Partnerships, slug: str, made_at: str = "") -> int:
    """Records that the record begins anew, and sets aside what was signed beyond. Gives where.

    0 where nothing is known beyond its end and it is not of a backup, which ``made_at`` tells.
    It may be called again after it was killed.
    """
    log, recorder = partnerships.log(slug), partnerships.store.recorder(slug)
    head, end = recorder.head().n, furthest(log, partnerships.copies)
    acts = restores(recorder)
    is_done = bool(acts) and acts[-1].n == head
    if not head or not (is_done or made_at or end.size > head):
        return 0
    if not is_done:
        beyond = end.size > head
        tenant = partnerships.open(slug)
        tenant.partnership.record_restored(
            tenant.partnership.id,
            Provenance("the command line", _HOW, key=f"restored:{head}:{end.size}:{made_at}"),
            facts=head,
            known=end.size,
            checkpoint=end.note if beyond else "",
            made_at=made_at,
        )
    after = restores(recorder)[-1].after
    set_aside(log, after)
    log.advance(at_once=True)
    return after
