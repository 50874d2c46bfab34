"""Commands about keys: renew them all, and list those that were destroyed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from infra.cli.errors import plainly
from infra.keys.rotation import count, rotate
from infra.keys.store import SERVICE
from infra.partnerships import Partnerships
from infra.recovery import destroy_listed, forgotten
from infra.settings import load


@click.group()
def keys() -> None:
    """Renew the encryption keys, and list the ones that were destroyed."""


@keys.command("rotate")
def rotate_keys() -> None:
    """Make new partnership keys under a new root, and retire the old: old key backups open nothing.

    Killed at any moment, run it again: it goes on where it was. The service may go on running.
    """
    with plainly():
        partnerships = Partnerships.of(load())
        owner = [*partnerships.store.slugs(), SERVICE]
        with click.progressbar(
            length=count(partnerships.keys, owner), label="Wrapping keys again", file=sys.stderr
        ) as bar:
            retired = rotate(partnerships.keys, owner, bar.update)
        for name in sorted(retired):
            click.echo(f"retired {name}")
        click.echo(
            "Every key is wrapped again. Make a new backup of the root key and the keys now."
        )


@keys.command("forgotten")
def list_forgotten() -> None:
    """Print the ids of all destroyed keys, to be kept elsewhere for `earshot restore`."""
    with plainly():
        for line in forgotten(Partnerships.of(load())):
            click.echo(line)


def destroy_kept(partnerships: Partnerships, kept: Path) -> int:
    """Destroys the keys of a list; how many were there. Raises ``click.ClickException``."""
    try:
        with kept.open(encoding="ascii") as lines:
            return destroy_listed(partnerships, iter(lines))
    except ValueError:
        raise click.ClickException(
            f"{kept} is no list of destroyed keys: each line names a partnership and a key."
        ) from None
