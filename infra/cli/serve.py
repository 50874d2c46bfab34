"""Starting the server: says which address to open, how to sign in, or what prevents the start."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from infra.partnerships import Partnerships
from projections.access.people import People


class CannotServe(Exception):  # noqa: N818 - an answer to the operator
    """The server can't be started as asked; says why."""


def refuse_busy(host: str, port: int) -> None:
    """Raises ``CannotServe`` if another program already listens on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotServe(
                f"Port {port} of {host} is taken ({error.strerror}). Choose another: "
                f"make demo PORT={port + 1}"
            ) from None


def what_to_open(partnerships: Partnerships) -> str:
    """Addresses to open and people to sign in as, for the demo."""
    url = partnerships.public_url
    lines = ["", f"Earshot is at {url}/", ""]
    for card in partnerships.cards():
        lines.append(f"  {card.short_name}")
        lines.append(f"    young people  {url}/{card.slug}/")
        lines.append(f"    reports       {url}/{card.slug}/reports/")
        lines.append(f"    staff         {url}/{card.slug}/work/")
        lines += [f"      sign in as  {who}" for who in _people(partnerships, card.slug)]
    lines += ["", "Sign-in links are printed here, and lie in post/ in the data folder.", ""]
    return "\n".join(lines)


def become_gunicorn(host: str, port: int) -> None:
    """Replaces this process by gunicorn."""
    conf = Path(__file__).parents[1] / "gunicorn_conf.py"
    sys.stdout.flush()
    os.execv(  # noqa: S606 - no shell, fixed words
        sys.executable,
        [
            sys.executable,
            "-m",
            "gunicorn",
            "-c",
            str(conf),
            "-b",
            f"{host}:{port}",
            "infra.wsgi:app",
        ],
    )


def _people(partnerships: Partnerships, slug: str) -> list[str]:
    with partnerships.open(slug).read(People) as view:
        return [f"{person.email} ({person.role})" for person in view.all() if person.role]
