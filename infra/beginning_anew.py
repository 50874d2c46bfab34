"""After an older record was put back: the record itself says where it begins anew (ADR 46)."""

from __future__ import annotations

from events.fact import Provenance
from infra.partnerships import Partnerships
from infra.proof.known_end import KnownEnd, furthest, is_another
from infra.proof.restored_record import restores, set_aside, statement
from infra.proof.transparency_log import LogBroken, TransparencyLog

_HOW = "earshot restore"


def begin_anew(partnerships: Partnerships, slug: str, made_at: str = "") -> int:
    """Records that the record begins anew, and sets aside what was signed beyond. Gives where.

    0 where nothing is known to be lost: then nothing is recorded either. ``made_at`` is when a
    backup was made that was put back. It may be called again after it was killed. Raises
    ``LogBroken`` where facts that were signed for are no longer those: no act can excuse that.
    """
    log, recorder = partnerships.log(slug), partnerships.store.recorder(slug)
    if other := is_another(log, partnerships.copies):
        raise LogBroken(other)
    head, end = recorder.head().n, furthest(log, partnerships.copies)
    acts = restores(recorder, log.key)
    is_done = bool(acts) and acts[-1].n == head
    if not head or not (is_done or end.size > head):
        return 0
    if not is_done:
        _record(partnerships, slug, end, made_at)
    after = restores(recorder, log.key)[-1].after
    set_aside(log, after)
    log.advance(at_once=True)
    return after


def _record(partnerships: Partnerships, slug: str, end: KnownEnd, made_at: str) -> None:
    tenant, log = partnerships.open(slug), partnerships.log(slug)
    head = log.recorder.head().n
    tenant.partnership.record_restored(
        tenant.partnership.id,
        Provenance("the command line", _HOW, key=f"restored:{head}:{end.size}:{made_at}"),
        facts=head,
        known=end.size,
        checkpoint=end.note,
        made_at=made_at,
        signed=_signed(log, end),
    )


def _signed(log: TransparencyLog, end: KnownEnd) -> str:
    head = log.recorder.head()
    return str(log.signer.sign(statement(log.key, head.n, head.hash, end.size, end.note)))
