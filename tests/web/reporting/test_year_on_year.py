"""Year on year: only measures of two reports or more. A year without a number is not 0."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from flask.testing import FlaskClient

from events.fact import Provenance
from events.period import PartialDate, Period
from events.value import Value
from infra.partnerships import Partnerships
from tests.publishing import published
from tests.web.page import Page
from tests.web.staff import Staff
from web.site.tenancy import Tenant

YEARS = "/norfolk/reports/year-on-year"
FIELDS = {"feeling": "sad", "about": "home"}


def whole(year: int) -> Period:
    return Period(PartialDate(f"{year}-01-01"), PartialDate(f"{year}-12-31"))


def report(tenant: Tenant, year: int, publish: bool = True) -> None:
    """A report of a calendar year, with a figure of that year."""
    id, provenance = uuid4(), Provenance("a coordinator", f"our report of {year}, page 3")
    tenant.report.draft(
        id,
        provenance,
        name=f"ours-{year}",
        title=f"Ours {year}",
        period=whole(year),
        ruleset="Working Together 2023",
    )
    if publish:
        day = PartialDate(f"{year + 1}-02-01")
        published(tenant, id, provenance, where="here", published_on=day)


def count(tenant: Tenant, year: int, value: int) -> None:
    provenance, period = Provenance("a coordinator", f"page 9 of {year}"), whole(year)
    tenant.figure.report(
        uuid4(), provenance, name="Rapid reviews", value=Value(value), unit="", period=period
    )


def test_where_no_two_reports_tell_the_same_that_is_said(client: FlaskClient) -> None:
    assert "Nothing to compare yet" in Page(client.get(YEARS)).words


def test_two_years_stand_side_by_side_and_a_silent_one_is_named(
    partnerships: Partnerships, client: FlaskClient
) -> None:
    tenant = partnerships.open("norfolk")
    for year, value in ((2021, 4), (2023, 9), (2024, 77)):
        count(tenant, year, value)
    for year in (2021, 2022, 2023, 2024):
        report(tenant, year, publish=year < 2024)
    tenant.catch_up()
    page = Page(client.get(YEARS))
    assert "Rapid reviews" in page.words
    assert "page 9 of 2021" in page.html
    assert page.html.index(">4<") < page.html.index(">9<")
    assert "The report for 1 January 2022 to 31 December 2022 tells no number" in page.words
    assert ">77<" not in page.html
    assert "77" not in page.words


def test_staff_see_what_is_drafted_too(sign_in: Callable[[str], Staff]) -> None:
    page = sign_in("coordinator@norfolk.example").get("reports/year-on-year")
    assert "Audits in the record" in page.words


def test_periods_of_unlike_length_are_not_drawn_without_a_word(
    partnerships: Partnerships, client: FlaskClient
) -> None:
    tenant = partnerships.open("norfolk")
    periods = {2021: whole(2021), 2022: Period(PartialDate("2022-01"), PartialDate("2023-06"))}
    for year, period in periods.items():
        told = Provenance("a coordinator", f"page 9 of {year}")
        tenant.figure.report(
            uuid4(), told, name="Rapid reviews", value=Value(4), unit="", period=period
        )
        id, provenance = uuid4(), Provenance("a coordinator", f"our report of {year}, page 3")
        tenant.report.draft(
            id,
            provenance,
            name=f"ours-{year}",
            title=f"Ours {year}",
            period=period,
            ruleset="Working Together 2023",
        )
        day = PartialDate("2024-02-01")
        published(tenant, id, provenance, where="here", published_on=day)
    tenant.catch_up()
    words = Page(client.get(YEARS)).words
    assert "These periods are not of one length: 12 months and 18 months." in words
