"""Commands about the proof: checkpoint, bundle and witness."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from events.fact import Provenance
from infra.cli.errors import plainly
from infra.partnerships import Partnerships
from infra.proof.bundle import Bundle, write
from infra.proof.offsite_copies import copy_out
from infra.proof.transparency_log import TransparencyLog
from infra.proof.witness import Seen, Source, signer_in, witnessed
from infra.settings import load

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("slug")
@click.option("--key", is_flag=True, help="Print the key that checkpoints are verified with.")
def checkpoint(slug: str, key: bool) -> None:
    """Print the newest checkpoint of a partnership's record, after signing for what is new."""
    with plainly():
        partnerships = Partnerships.of(load())
        log = partnerships.log(slug)
        if key:
            click.echo(log.key.line)
            return
        log.advance(at_once=True)
        if partnerships.copies:
            copy_out(log, partnerships.copies)
        newest = log.newest()
        if newest is None:
            raise click.ClickException(f"The record of {slug} is empty: there is nothing to sign.")
        click.echo(str(newest.note), nl=False)


@click.command()
@click.argument("slug")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--from", "first", type=_DAY, default=None, help="The first day, by UK time.")
@click.option("--to", "last", type=_DAY, default=None, help="The last day, by UK time.")
def bundle(slug: str, out: Path, first: datetime | None, last: datetime | None) -> None:
    """Write the record, or a period of it, to a file that anybody can verify."""
    with plainly():
        partnerships = Partnerships.of(load())
        log = partnerships.log(slug)
        made = Bundle(log, first.date() if first else None, last.date() if last else None)
        _record_the_export(partnerships, slug)
        write(made, out, lambda done: _progress(done, made.count))
        _say(log, made, out)


@click.command()
@click.argument("source")
@click.option("--state", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--key",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Your own key; made where there is none.",
)
@click.option(
    "--name", default="earshot-witness", show_default=True, help="What your key is called."
)
@click.option("--log-key", default="", help="The log's key, as you got it from somebody you trust.")
def witness(source: str, state: Path, key: Path, name: str, log_key: str) -> None:
    """Look at somebody's log, check that it only grew, and sign that. SOURCE is an address
    that ends in /proof/checkpoint, or a file."""
    with plainly():
        signer = signer_in(key, name)
        seen = witnessed(Source(source), Seen.kept_in(state), signer, log_key)
        seen.keep_in(state)
        click.echo(seen.note, nl=False)
        click.echo(f"Seen, and signed with {signer.key.line}", err=True)


def _record_the_export(partnerships: Partnerships, slug: str) -> None:
    """Records in the ledger that somebody exported the record."""
    tenant, provenance = partnerships.open(slug), Provenance("the command line", "earshot bundle")
    hour = f"{datetime.now(UTC):%Y-%m-%dT%H}"
    tenant.access_log.look(tenant.partnership.id, provenance, what="export", hour=hour)


def _progress(done: int, count: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{min(done, count):,} of {count:,} facts", nl=done >= count, err=True)


def _say(log: TransparencyLog, made: Bundle, out: Path) -> None:
    verifier = os.path.relpath(Path(__file__).parents[1] / "proof" / "verify.py")
    click.echo(
        f"{out}: facts {made.start} to {made.end} of {log.slug}, signed for until "
        f"{made.checkpoint.size}. Check it: python3 -I {verifier} {out} --key '{log.key.line}'"
    )


COMMANDS = (checkpoint, bundle, witness)
