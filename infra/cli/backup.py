"""Commands about backups: make one while the service runs, and put one back where nothing is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from infra.backup.making import Backup
from infra.backup.manifest import Manifest
from infra.backup.restoring import Putting
from infra.beginning_anew import begin_anew
from infra.cli.errors import plainly
from infra.cli.keys import destroy_kept
from infra.cli.verify import NAMED, whole
from infra.partnerships import Partnerships
from infra.recovery import draw_again, forget_again, lost
from infra.settings import load

_NOTHING_LOST = "nothing is known to be lost: nothing that was signed speaks of more facts"
_FOLDER = click.Path(file_okay=False, path_type=Path)
_APART = (
    "Keep {} apart from {}, so that one alone opens nothing. The root key is in neither: keep "
    "your own copy of it, apart from both."
)


@click.command()
@click.argument("folder", type=_FOLDER)
@click.option("--keys", type=_FOLDER, help="Where the keys go; left out, FOLDER/keys.")
def backup(folder: Path, keys: Path | None) -> None:
    """Write all that is kept to FOLDER, which must be new. The service may go on running."""
    with plainly():
        partnerships = Partnerships.of(load())
        made = Backup(partnerships, folder.absolute(), (keys or folder / "keys").absolute())
        with _progress(2 * len(partnerships.store.slugs()), "Copying") as bar:
            written = made.make(lambda: bar.update(1))
        for slug, kept in written.partnerships.items():
            click.echo(f"{slug}: {kept.facts} facts, head {kept.head[:16]}")
        click.echo(f"{made.files} files of evidence and editions")
        click.echo(_APART.format(made.keys, made.folder))
        _refuse(
            [f"{slug} is not copied whole: {why}." for slug, why in made.faults.items()]
            + [f"{slug}: the keys of {n} facts are missing." for slug, n in made.lacking.items()]
        )


@click.command()
@click.argument("folder", required=False, type=_FOLDER)
@click.option("--keys", type=_FOLDER, help="Where the keys were put; left out, FOLDER/keys.")
@click.option(
    "--forgotten",
    "kept",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A list that `earshot keys forgotten` printed, kept elsewhere.",
)
def restore(folder: Path | None, keys: Path | None, kept: Path | None) -> None:
    """Put a backup back, where nothing is, and check it. FOLDER is what `earshot backup` wrote.

    Without FOLDER, after a database was put back by other means: forget again what was
    forgotten, draw every page again, and record after which fact the record goes on, where facts
    that had been signed for are lost.
    """
    with plainly():
        settings = load()
        written = None
        if folder:
            putting = Putting(settings, folder.absolute(), (keys or folder / "keys").absolute())
            with _progress(len(putting.manifest().partnerships), "Putting back") as bar:
                written = putting.put_back(lambda: bar.update(1))
        partnerships = Partnerships.of(settings)
        listed = destroy_kept(partnerships, kept) if kept else 0
        again = sum(forget_again(partnerships).values()) + listed
        faults = [f"{slug}: {why}." for slug, why in partnerships.faults.items()]
        for slug in partnerships.slugs():
            faults += _settled(partnerships, slug, written)
        click.echo(f"{again} keys had come back and are destroyed again.")
        _refuse(faults)


def _settled(partnerships: Partnerships, slug: str, written: Manifest | None) -> list[str]:
    """Records where it goes on, draws the pages, checks all, and says what is wrong."""
    try:
        if after := begin_anew(partnerships, slug, written.made_at if written else ""):
            click.echo(f"{slug}: recorded that the record goes on after fact {after}")
        else:
            since = (
                f"; what came after the backup of {written.made_at} is not in it" if written else ""
            )
            click.echo(f"{slug}: {_NOTHING_LOST}{since}")
        return _checked(partnerships, slug, written)
    except NAMED as fault:
        return [f"{slug}: {fault}"]


def _checked(partnerships: Partnerships, slug: str, written: Manifest | None) -> list[str]:
    if written:
        partnerships.open(slug).catch_up()  # nothing was drawn there yet
    else:
        for _ in draw_again(partnerships, slug):
            pass
    click.echo(f"{slug}: every page is drawn again")
    click.echo(f"{slug}: {whole(partnerships, slug)}")
    without = lost(partnerships, slug)
    return [f"{slug}: the keys of {len(without)} facts are missing."] if without else []


def _progress(length: int, label: str) -> click._termui_impl.ProgressBar[int]:
    return click.progressbar(length=length, label=label, file=sys.stderr)


def _refuse(faults: list[str]) -> None:
    if faults:
        raise click.ClickException(" ".join(faults))
