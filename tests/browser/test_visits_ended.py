"""A tablet whose session is ended from elsewhere closes within the minute, and loses nothing."""

from __future__ import annotations

import pytest

from events.fact import Provenance
from projections.access.people import People
from tests.browser.tablet import SAM, Service, Tablet, service, tablet

__all__ = ["service", "tablet"]
pytestmark = pytest.mark.browser

MINUTE = 60 * 1000  # ms


def end_elsewhere(service: Service) -> None:
    """Every session of Sam is over, as they end it from another device."""
    service.tenant.catch_up()
    with service.tenant.read(People) as view:
        sam = next(each.id for each in view.all() if each.email == SAM)
    tokens = tuple(each.token for each in service.tenant.access.recall(sam).sessions)
    service.tenant.access.sign_out(sam, Provenance(str(sam), "another device"), tokens=tokens)


@pytest.mark.parametrize("is_seen_again", [False, True], ids=["within a minute", "seen again"])
def test_an_open_tablet_closes_soon_and_keeps_what_was_typed(
    tablet: Tablet, service: Service, is_seen_again: bool
) -> None:
    form = tablet.get_ready()[0]
    page = tablet.page
    page.clock.install()
    tablet.open(form)
    page.get_by_label("Where you went").fill("A secret place")
    end_elsewhere(service)
    if is_seen_again:
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    else:
        page.clock.fast_forward(MINUTE)
    page.wait_for_url("**/sign-in*")
    assert "secret place" not in page.content() + tablet.stored()
    service.let_in(tablet)
    tablet.list()
    tablet.waiting("A secret place").wait_for()


def test_without_a_line_it_stays_open_and_closes_once_there_is_one(
    tablet: Tablet, service: Service
) -> None:
    form = tablet.get_ready()[0]
    page = tablet.page
    page.clock.install()
    tablet.open(form)
    tablet.line.cut()
    end_elsewhere(service)
    page.clock.fast_forward(2 * MINUTE)
    page.get_by_label("Where you went").fill("A secret place")
    assert page.get_by_label("Where you went").is_visible()
    tablet.line.mend()
    page.clock.fast_forward(MINUTE)
    page.wait_for_url("**/sign-in*")
    service.let_in(tablet)
    tablet.list()
    tablet.waiting("A secret place").wait_for()
