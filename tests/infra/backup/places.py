"""Two services on the same kind of store: the one that is copied, and an empty one for the copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.storage.ledger_rows import LedgerRow
from infra.storage.recorder import Recorder
from infra.stores import migrate_all
from tests.infra.command import Earshot, Said
from tests.postgres import Server

NORFOLK = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "")


@dataclass(frozen=True)
class Place:
    """A service, by its settings."""

    folder: Path
    settings: dict[str, str]

    @property
    def var(self) -> Path:
        return self.folder / "var"

    @property
    def database(self) -> str:
        """Its address on PostgreSQL; empty on SQLite."""
        return self.settings.get("EARSHOT_DATABASE_URL", "")

    @property
    def all_settings(self) -> dict[str, str]:
        return {"EARSHOT_VAR": str(self.var), **self.settings}

    def run(self, *words: str) -> Said:
        return Earshot(self.folder, self.all_settings).run(*words)

    def opened(self) -> Partnerships:
        return Partnerships.of(load(self.all_settings))

    def join(self, joining: Joining = NORFOLK) -> None:
        migrate_all(load(self.all_settings))
        partnerships = self.opened()
        join_partnership(partnerships, joining)
        partnerships.close()

    def tell(self, words: str, slug: str = "norfolk") -> str:
        """Tells something; the key that it was told by, which is answered by the receipt."""
        partnerships, client = self.opened(), uuid4().hex
        partnerships.open(slug).feedback.submit(client, words=words)
        partnerships.close()
        return client

    def give_root_to(self, other: Place) -> None:
        """The one thing that no backup holds."""
        (other.var / "keys").mkdir(parents=True, mode=0o700)
        shutil.copy(self.var / "keys" / "root.key", other.var / "keys" / "root.key")


def told_in(place: Place, slug: str = "norfolk") -> set[str]:
    """Every word that young people told, as it can be read there."""
    partnerships = place.opened()
    try:
        tenant, recorder = partnerships.open(slug), partnerships.store.recorder(slug)
        facts = [tenant.ledger.facts(row.originator_id) for row in _told(recorder)]
        return {str(each[0].words) for each in facts}  # type: ignore[attr-defined]
    finally:
        partnerships.close()


def _told(recorder: Recorder) -> list[LedgerRow]:
    return [row for row in recorder.rows(0) if row.topic == "feedback.submitted"]


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Place, Place]]:
    """The service that is copied, with one partnership, and an empty one of the same kind."""
    server: Server | None = None
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
    names = [server.fresh() if server else "" for _ in range(2)]
    made = []
    for name, folder in zip(names, (tmp_path / "here", tmp_path / "there"), strict=True):
        folder.mkdir()
        made.append(Place(folder, {"EARSHOT_DATABASE_URL": server.url(name)} if server else {}))
    made[0].join()
    yield made[0], made[1]
    for name in names:
        if server:
            server.drop(name)
