"""The command line: join, load, migrate, serve, worker, rebuild, replay."""

from __future__ import annotations

import sys
from signal import SIG_IGN, SIGINT, signal

import click

from infra.cli import proof as cli_proof
from infra.cli import serve as serving
from infra.cli.backup import backup, restore
from infra.cli.digest import digest
from infra.cli.errors import plainly
from infra.cli.keys import keys
from infra.cli.replay import Replaying, replayed
from infra.cli.verify import verify
from infra.logs import set_up
from infra.onboarding import Joining, joined
from infra.partnerships import Partnerships
from infra.recovery import draw_again
from infra.seeds.load import ask_for_editions, load_seeds
from infra.settings import load
from infra.start_up import opened
from infra.stores import migrate_all
from infra.worker.worker import Worker


@click.group()
def main() -> None:
    """Earshot hears children and remembers what was decided, and why."""


@main.command()
def migrate() -> None:
    """Make or upgrade the store: schemas, roles and functions, in one locked step."""
    with plainly():
        settings = load()
        migrate_all(settings)
        named = "PostgreSQL" if settings.database_url else str(settings.var)
        click.echo(f"The store is ready: {named}.")


@main.command()
@click.argument("slug")
@click.option("--name", required=True, help="The partnership's full name.")
@click.option("--short-name", default="", help="What people call it, such as Wiltshire.")
@click.option("--region", default="", help="Where in England it is.")
@click.option("--partner", multiple=True, help="A safeguarding partner; give it three times.")
@click.option("--contact", default="", help="How to reach the partnership's team.")
@click.option("--coordinator", default="", help="A coordinator's address; again for a second.")
def join(
    slug: str,
    name: str,
    short_name: str,
    region: str,
    partner: tuple[str, ...],
    contact: str,
    coordinator: str,
) -> None:
    """Add a partnership. SLUG is its address, such as wiltshire."""
    named = slug, name, short_name or name, region, partner, contact, coordinator
    asked = Joining(*named, opens_later=True)
    with plainly():
        settings = load()
        migrate_all(settings)
        partnerships = Partnerships.of(settings)
        card = joined(partnerships, asked)
        click.echo(f"{card.name} has joined: {settings.public_url}/{slug}/")
        if not card.is_open:
            begin = f"{settings.public_url}/{slug}/work/opening/"
            click.echo(f"It is not open to young people yet. Sign in and begin here: {begin}")


@main.command("load")
def load_documents() -> None:
    """Load the four founding partnerships, from the documents, and the demo's made-up facts."""
    with plainly():
        settings = load()
        migrate_all(settings)
        partnerships = Partnerships.of(settings)
        load_seeds(partnerships, click.echo, sys.stderr)
        if settings.demo:
            ask_for_editions(partnerships)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
def serve(port: int, host: str) -> None:
    """Serve the pages with gunicorn."""
    with plainly():
        settings = load()
        partnerships = Partnerships.of(settings)
        serving.refuse_busy(host, port)
        if settings.demo:
            click.echo(serving.what_to_open(partnerships))
        partnerships.close()
        serving.become_gunicorn(host, port)


@main.command()
@click.option("--parent", default=0, help="End when the process of that number has ended.")
def worker(parent: int) -> None:
    """Keep the pages in step with the record, in a process of its own."""
    with plainly():
        set_up()
        settings = load()
        if parent:
            signal(SIGINT, SIG_IGN)  # Ctrl-C is for the parent, and its end is enough
        Worker(opened(settings), settings.var / "worker.turn", parent=parent).run()


@main.command()
@click.argument("slug")
def rebuild(slug: str) -> None:
    """Draw every page of a partnership again from its record."""
    with plainly():
        partnerships = Partnerships.of(load())
        for name in draw_again(partnerships, slug):
            click.echo(f"rebuilt {name}")
        log = partnerships.log(slug)
        log.forget_tiles()
        log.advance()
        click.echo("rebuilt proof")


@main.command()
@click.argument("slug")
@click.option("--as-known-on", default="", help="A UK day or moment: 2026-11-21T10:00.")
@click.option("--in-force-on", default="", help="The day facts are true for: 2021-09-29.")
@click.option("--decision", default="", help="Only what happened to the decision of this id.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each fact.")
def replay(slug: str, as_known_on: str, in_force_on: str, decision: str, as_json: bool) -> None:
    """Print a partnership's record in sentences, as it was known, or in force, on a day."""
    with plainly():
        asked = Replaying(slug, as_known_on, in_force_on, decision)
        for line in replayed(Partnerships.of(load()), asked, as_json=as_json):
            click.echo(line)


# The name that the command had before: services of operators call it.
_follow = click.Command("follow", params=worker.params, callback=worker.callback, hidden=True)
for each in (_follow, backup, restore, verify, keys, digest, *cli_proof.COMMANDS):
    main.add_command(each)

if __name__ == "__main__":
    main()
