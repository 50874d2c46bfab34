"""The command that checks whole records, one partnership after another."""

from __future__ import annotations

import click
from eventsourcing.persistence import PersistenceError

from infra.cli.errors import plainly
from infra.errors import ChainBroken, NotReady
from infra.keys.root_key import BadKey
from infra.partnerships import Partnerships
from infra.proof.copy_stores import CannotCopy
from infra.proof.first_checkpoint import comes_late
from infra.proof.full_check import FullCheck
from infra.proof.known_end import contradicted
from infra.proof.note_key import BadNote
from infra.proof.offsite_copies import compare
from infra.proof.restored_record import unsigned
from infra.proof.transparency_log import LogBroken
from infra.recovery import lost
from infra.settings import load

NAMED = (BadKey, BadNote, CannotCopy, ChainBroken, LogBroken, NotReady, PersistenceError)
_LOST = (
    "{}: the keys of facts {} are missing, though nobody destroyed them. "
    "Put the backup of the key store back."
)
_FORGED = "{}: fact {} says that a record was restored, but this service never signed that."


@click.command()
@click.argument("slug", required=False)
def verify(slug: str | None) -> None:
    """Check every fact of one partnership or of all: chain, leaves, log, and what was signed."""
    faults = []
    with plainly():
        partnerships = Partnerships.of(load())
        for each in [slug] if slug else partnerships.store.slugs():
            try:
                click.echo(f"{each}: {whole(partnerships, each)}")
            except NAMED as fault:
                faults.append(f"{each}: {fault}")
                continue
            log = partnerships.log(each)
            faults += [_FORGED.format(each, n) for n in unsigned(log.recorder, log.key)]
            if without := lost(partnerships, each):
                faults.append(_LOST.format(each, ", ".join(map(str, without[:10]))))
        if faults:
            raise click.ClickException("\n".join(faults))


def whole(partnerships: Partnerships, slug: str) -> str:
    """Checks a whole record, and says what holds. Raises one of ``NAMED``."""
    if slug in partnerships.faults:
        raise NotReady(partnerships.faults[slug])
    log = partnerships.log(slug)
    if why := contradicted(log, partnerships.copies):
        raise LogBroken(why)
    log.advance()
    held, last, count = FullCheck(log).whole("the command line"), log.newest(), log.count()
    signed = (
        f"{count} checkpoint{'s' if count > 1 else ''} agree" if last else "nothing is signed yet"
    )
    if partnerships.copies:
        copied = compare(log, partnerships.copies)
        signed += f", and {copied} copies out of reach"
        signed += f" ({count - copied} to be written still)" if copied < count else ""
    if late := comes_late(log):
        click.echo(f"{slug}: {late}", err=True)
    head = log.recorder.head().hash.hex()[:16]
    return f"{held.size} facts, the chain holds, head {head}; {signed}"
