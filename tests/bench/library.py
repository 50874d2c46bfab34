"""The library as shipped: its own recorder, and an aggregate in its declarative style."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from tests.postgres import Server


class Audit(Aggregate):
    def __init__(self, words: str) -> None:
        self.words = words
        self.themes = 0
        self.last = ""

    @event("ThemeGiven")
    def give_theme(self, by: str, source: str, key: str, theme: str) -> None:
        self.themes += 1
        self.last = theme


def audited(server: Server, database: str, length: int) -> Callable[[], int]:
    """Replays an aggregate of this length, twice, and says how many events that was."""
    application = Application[UUID](
        {
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_DBNAME": database,
            "POSTGRES_HOST": "127.0.0.1",
            "POSTGRES_PORT": str(server.port),
            "POSTGRES_USER": "postgres",
            "POSTGRES_PASSWORD": "",
        }
    )
    audit = Audit("words")
    for _ in range(length - 1):
        audit.give_theme("Ms Okafor", "web", audit.id.hex, "school")
    application.save(audit)

    def replay() -> int:
        return sum(application.repository.get(audit.id).version for _ in range(2))

    replay.close = application.close  # type: ignore[attr-defined]
    return replay
