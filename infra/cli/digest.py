"""The command that sends the letters about what is due."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from infra.cli.errors import plainly
from infra.partnerships import Partnerships
from infra.settings import load
from infra.worker.digest import tell
from infra.worker.outbox_sender import deliver


@click.command()
@click.argument("slug", default="")
def digest(slug: str) -> None:
    """Tell people what waits for them, once a day. SLUG names one partnership."""
    with plainly():
        partnerships = Partnerships.of(load())
        for each in [slug] if slug else partnerships.served():
            for said in tell(partnerships, each, datetime.now(UTC)):
                click.echo(f"{each}: {said}")
            deliver(partnerships, each)
