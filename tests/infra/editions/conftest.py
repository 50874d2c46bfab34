"""The five documents' reports, printed once by the worker for all that look at them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.fact import Provenance
from infra.editions.worker import EditionWorker
from infra.partnerships import Partnerships
from infra.seeds.load import load_seeds
from infra.settings import load
from infra.stores import migrate_all
from projections.reporting.edition_rows import Shelved
from projections.reporting.editions import Editions

TOLD = Provenance("a coordinator", "a test")


def shelved(partnerships: Partnerships, slug: str) -> list[Shelved]:
    """A partnership's reports that editions are kept of."""
    tenant = partnerships.open(slug)
    tenant.catch_up()
    with tenant.read(Editions) as view:
        return [row for row in view.shelved.where(order="name") if row.ground]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Partnerships]:
    made = _loaded(tmp_path_factory.mktemp("printed"))
    printer = EditionWorker(made)
    for slug in made.store.slugs():
        tenant = made.open(slug)
        with tenant.read(Editions) as view:
            rows = [row for row in view.shelved.where() if not row.is_ours]
        for row in rows:
            tenant.edition.ask(row.report, TOLD, report=row.report)
        tenant.catch_up()
        printer.work(slug)
    yield made
    made.close()


def _loaded(folder: Path) -> Partnerships:
    settings = load({"EARSHOT_VAR": str(folder)})
    migrate_all(settings)
    made = Partnerships.of(settings)
    load_seeds(made, lambda said: None, io.StringIO())
    return made
