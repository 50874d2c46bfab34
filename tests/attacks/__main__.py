"""``python -m tests.attacks`` tries every row of the attacker's table against a running server."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.attacks.rows import FLOOD, ROWS
from tests.attacks.world import served
from tests.postgres import Server


def main() -> None:
    """Prints a line for each row and store, and ends with 1 where one came through."""
    came_through = 0
    with Server(durable=False) as server:
        for name, database in (("SQLite", None), ("PostgreSQL", server)):
            with tempfile.TemporaryDirectory() as folder, served(Path(folder), database) as world:
                for row in (*ROWS, FLOOD):
                    got = row(world)
                    came_through += bool(got)
                    print(
                        f"{name:10} {row.__name__.replace('_', ' ')}: {got or 'closed'}", flush=True
                    )
    sys.exit(min(came_through, 1))


if __name__ == "__main__":
    main()
