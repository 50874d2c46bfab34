"""A coordinator and their draft of a year with facts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.page import Page
from tests.web.staff import Staff


@pytest.fixture
def coordinator(sign_in: Callable[[str], Staff]) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def report(coordinator: Staff) -> str:
    """The address of a draft for a year with facts, below the partnership."""
    coordinator.post(
        "work/arrangements/period", label="Our year", start="2026-01-01", end="2026-12-31"
    )
    form = coordinator.get("work/reports/new/draft").html
    [period] = re.findall(r'<option value="(\d+)"[^>]*>Our year', form)
    return coordinator.made(
        "work/reports/new/draft",
        title="Year 2026",
        period=period,
        ruleset="Working Together 2026",
    )


@pytest.fixture
def read(coordinator: Staff) -> Callable[[], Page]:
    """The report's page as it is now."""

    def reading() -> Page:
        listed = coordinator.get("work/reports/").html
        [link] = re.findall(r'href="/norfolk/(reports/year-2026[^"/]*)"', listed)
        return coordinator.get(link)

    return reading
