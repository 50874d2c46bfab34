"""A report that is published is kept once, whatever is killed; what is withdrawn is not public."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from events.fact import Provenance
from events.period import PartialDate
from events.reporting.edition import EditionKept
from infra.editions.worker import EditionWorker
from infra.files.object_store import StoreUnavailable
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from infra.worker.worker import Worker
from projections.reporting.edition_rows import Shelved
from tests.infra.editions.conftest import TOLD, shelved
from tests.publishing import published
from web.ports.editions import VERSIONS
from web.site.tenancy import Tenant

MADE = [("full-1.html", False), ("full-1.pdf", False)]


@pytest.fixture(autouse=True)
def one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are the same for each, and each takes its time."""
    monkeypatch.setattr("infra.editions.worker.VERSIONS", VERSIONS[:1])
    monkeypatch.setattr("infra.editions.worker._NAMES", ["full"])


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Partnerships]:
    settings = load({"EARSHOT_VAR": str(tmp_path)})
    migrate_all(settings)
    made = Partnerships.of(settings)
    join_partnership(made, Joining("norfolk", "Norfolk", "Norfolk", "East", (), "", ""))
    yield made
    made.close()


@pytest.fixture
def tenant(house: Partnerships) -> Tenant:
    return house.open("norfolk")


@pytest.fixture
def report(tenant: Tenant) -> UUID:
    """One that is published here."""
    id = uuid4()
    tenant.report.draft(
        id, TOLD, name="one", title="Our report", period=None, ruleset="Working Together 2023"
    )
    published(tenant, id, TOLD, where="here", published_on=PartialDate("2026-11-02"))
    tenant.catch_up()
    return id


def row(house: Partnerships) -> Shelved:
    [found] = shelved(house, "norfolk")
    return found


def files(house: Partnerships) -> list[tuple[str, bool]]:
    return [(each.file, each.is_withdrawn) for each in row(house).kept]


def facts(tenant: Tenant, report: UUID) -> list[EditionKept]:
    found = tenant.ledger.facts(tenant.edition.stream_of(report))
    return [fact for fact in found if isinstance(fact, EditionKept)]


def test_the_worker_keeps_what_is_published_and_only_once(
    house: Partnerships, report: UUID
) -> None:
    worker = Worker(house)
    worker.look()
    worker._editions.finish()
    assert files(house) == MADE
    worker.look()
    worker._editions.finish()
    assert files(house) == MADE


def test_killed_half_way_it_is_taken_up_where_it_stood(
    house: Partnerships, tenant: Tenant, report: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("infra.editions.build.pdf_of", killed)
        with pytest.raises(KeyboardInterrupt):
            EditionWorker(house).work("norfolk")
    assert files(house) == MADE[:1]
    assert [each.state for each in tenant.edition_store.making(report, row(house).ground)] == [
        "working"
    ]
    EditionWorker(house).work("norfolk")
    assert files(house) == MADE
    [web, pdf] = facts(tenant, report)
    assert (web.position, web.root) == (pdf.position, pdf.root)
    assert tenant.edition_store.making(report, row(house).ground) == []


def test_a_machine_without_pango_keeps_the_web_page_and_says_what_to_install(
    house: Partnerships, tenant: Tenant, report: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoPango:
        def find_spec(self, name: str, path: object, target: object = None) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    now = [0.0]
    with monkeypatch.context() as patched:
        patched.delitem(sys.modules, "weasyprint", raising=False)
        patched.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
        printer = EditionWorker(house, lambda: now[0])
        printer.work("norfolk")
    assert files(house) == MADE[:1]
    [said] = tenant.edition_store.making(report, row(house).ground)
    assert said.state == "failed"
    assert "apt install libpango" in said.words
    printer.look(["norfolk"])
    printer.finish()
    assert files(house) == MADE[:1]  # it rests for a minute
    now[0] = 60.0
    printer.look([])  # nothing is new, and it is tried again by itself
    printer.finish()
    assert files(house) == MADE
    tenant.edition.ask(report, TOLD, report=report)
    tenant.catch_up()
    printer.work("norfolk")
    assert [file for file, _ in files(house)][-2:] == ["full-2.html", "full-2.pdf"]


def test_a_place_that_cannot_be_written_to_is_said(
    house: Partnerships, tenant: Tenant, report: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(name: str, content: bytes) -> None:
        raise StoreUnavailable("the disk is full")

    monkeypatch.setattr(house.editions, "put", full)
    EditionWorker(house).work("norfolk")
    assert files(house) == []
    [said] = tenant.edition_store.making(report, row(house).ground)
    assert said.state == "failed"
    assert "try again" in said.words


def test_a_correction_makes_a_new_edition_and_keeps_the_earlier_one(
    house: Partnerships, tenant: Tenant, report: UUID
) -> None:
    EditionWorker(house).work("norfolk")
    tenant.report.correct(
        report, Provenance("x", "a test"), what="12 is 13", why="a slip of the pen"
    )
    tenant.catch_up()
    EditionWorker(house).work("norfolk")
    assert files(house) == [*MADE, ("full-2.html", False), ("full-2.pdf", False)]
    earlier, later = (
        (tenant.edition_store.fetch(each.digest) or b"").decode()
        for each in row(house).kept
        if each.form == "html"
    )
    assert "12 is 13" not in earlier
    assert "Corrected:</strong> 12 is 13" in later


def test_what_is_withdrawn_is_kept_but_no_longer_public(
    house: Partnerships, tenant: Tenant, report: UUID
) -> None:
    EditionWorker(house).work("norfolk")
    tenant.edition.withdraw(report, TOLD, report=report, why="A quotation was taken back")
    tenant.catch_up()
    assert files(house) == [(file, True) for file, _ in MADE]
    EditionWorker(house).work("norfolk")
    again = [("full-2.html", False), ("full-2.pdf", False)]
    assert files(house) == [*((file, True) for file, _ in MADE), *again]


def test_what_was_altered_where_it_is_kept_is_not_handed_over(
    house: Partnerships, tenant: Tenant, report: UUID, tmp_path: Path
) -> None:
    EditionWorker(house).work("norfolk")
    digest = row(house).kept[1].digest
    (tmp_path / "editions" / "norfolk" / digest).write_bytes(b"other")
    assert tenant.edition_store.fetch(digest) is None
