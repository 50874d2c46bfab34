"""A-S3: quotations of Norfolk's report with live consent, before and after it was published."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from events.fact import Provenance
from events.period import PartialDate
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.seeds.loader import play
from infra.seeds.seed_file import every_seed
from projections.feedback.you_said import YouSaid
from projections.participation.quotation_errata import Erratum
from projections.participation.quotations import Quotations
from projections.reporting.annual_report import AnnualReport
from tests.seeds.reading import Reading
from web.site.formatting import today
from web.site.tenancy import Tenant

SLUG, NAME = "norfolk-again", "annual-report-2020-21"
FACES = "We can put faces to the names."
PETS = "Children and young people need to feel loved and cared for (where possible, pets can help!)"
ASKED = {"asked_by": "the group who said it", "why": "they asked"}


@pytest.fixture(scope="module")
def unpublished(loaded: Partnerships) -> Tenant:
    """Norfolk's document once more, up to the day before it was published."""
    tenant = join_partnership(loaded, Joining(SLUG, "Norfolk again", "Again", "", (), "", ""))
    [seed] = [each for each in every_seed() if each.name == "s3_norfolk_2020_21"]
    steps = tuple(step for step in seed.steps if step.do != "report.publish")
    list(play(replace(seed, steps=steps), tenant))
    tenant.catch_up()
    return tenant


def test_a_quotation_lives_while_its_consent_does(
    loaded: Partnerships, unpublished: Tenant
) -> None:
    tenant = unpublished
    before = Reading(loaded, SLUG, NAME)
    assert _quoted(tenant, "children's version") == _quoted(tenant, "full report")
    assert {FACES, PETS} <= _quoted(tenant, "children's version")
    _withdraw(tenant, FACES, "2021-09-29")
    after = Reading(loaded, SLUG, NAME)
    for use in ("children's version", "full report"):
        assert _quoted(tenant, use) == {
            entry.words for entry in before.heads("children", "quote")
        } - {FACES}
    assert FACES not in after.everything()
    assert after.figures() == before.figures()
    assert len(after.heads("reviews")) == len(before.heads("reviews"))
    assert not _errata(tenant)
    _publish(tenant, after.report.id)
    assert not _errata(tenant)
    _withdraw(tenant, PETS, "2021-10-01")
    assert PETS not in _quoted(tenant, "children's version") | _quoted(tenant, "full report")
    assert PETS not in Reading(loaded, SLUG, NAME).everything()
    with tenant.read(YouSaid) as said:
        assert not {FACES, PETS} & {
            each.words for theme in said.themes(today()) for each in theme.said
        }
    [task] = _errata(tenant)
    assert (task.title, task.of_document) == ("Annual Report 2020-21", True)
    assert Reading(loaded, SLUG, NAME).figures() == before.figures()
    handled = tenant.statement.handling(
        _told("2021-10-02"), subject=task.subject, number=0, report=task.report, what="replaced"
    )
    tenant.ledger.change_together([handled])
    tenant.catch_up()
    assert not _errata(tenant)


def _quoted(tenant: Tenant, use: str) -> set[str]:
    with tenant.read(AnnualReport) as view:
        report = view.report(NAME)
    assert report
    with tenant.read(Quotations) as book:
        return {quote.words for quote in book.quotes_in(report.id, use)}  # type: ignore[arg-type]


def _errata(tenant: Tenant) -> list[Erratum]:
    with tenant.read(Quotations) as book:
        return book.errata()


def _withdraw(tenant: Tenant, words: str, day: str) -> None:
    with tenant.read(Quotations) as book:
        [row] = [each for each in book.statements() if each.words == words]
    tenant.statement.withdraw(row.id, _told(day), **ASKED)  # type: ignore[arg-type]
    tenant.catch_up()


def _publish(tenant: Tenant, report: UUID) -> None:
    on = PartialDate("2021-09-30")
    tenant.report.finalise(report, _told("2021-09-29"))
    tenant.report.approve(report, _told("2021-09-29"), body="the partnership")
    tenant.report.publish(report, _told("2021-09-30"), where="the website", published_on=on)
    tenant.catch_up()


def _told(day: str) -> Provenance:
    return Provenance("a tester", "a test", PartialDate(day))
