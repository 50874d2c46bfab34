"""Whether a PostgreSQL server keeps what it acknowledges, through a crash and a power cut."""

from __future__ import annotations

from infra.database.postgres_sessions import Connection
from infra.errors import NotReady

_LOSSY = (
    "the PostgreSQL server has {} off: what was acknowledged could be lost when it fails. Turn it "
    "on in its configuration, then start again"
)
_OFF = "SELECT name FROM pg_settings WHERE setting = 'off' AND name = ANY(%s) ORDER BY name"
_MUST_BE_ON = ["fsync", "full_page_writes", "synchronous_commit"]


def refuse_lossy(connection: Connection) -> None:
    """Asks as one of our own sessions, which turn on what a session may. Raises ``NotReady``."""
    if off := [name for (name,) in connection.execute(_OFF, (_MUST_BE_ON,)).fetchall()]:
        raise NotReady(_LOSSY.format(" and ".join(off)))
