"""A visit is planned, its inspector opens the form from the plan, where there is no line too."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from playwright.sync_api import expect

from events.fact import Provenance
from events.period import PartialDate
from events.uk_time import uk_today
from projections.inspections.planned_visits import PlannedVisits
from services.inspections.planned_visit_state import Plan
from tests.browser.conftest import Look
from tests.browser.tablet import SAM, Service, Tablet, own_tablet, service, tablet

__all__ = ["own_tablet", "service", "tablet"]
pytestmark = pytest.mark.browser

TOLD = Provenance("test", "a test")
# Another meeting place, closed under a key that its writer made.
FORGE = """async () => {
  const opened = await new Promise((done) => {
    const asked = indexedDB.open("earshot-plans", 1);
    asked.onsuccess = () => done(asked.result);
  });
  const [{ who }] = await new Promise((done) => {
    const asked = opened.transaction("plans").objectStore("plans").getAll();
    asked.onsuccess = () => done(asked.result);
  });
  const iv = crypto.getRandomValues(new Uint8Array(12)), name = "AES-GCM", text = new TextEncoder();
  const key = await crypto.subtle.generateKey({ name, length: 256 }, true, ["encrypt"]);
  const said = JSON.stringify([{ service: "Elsewhere", lines: ["Behind the station"] }]);
  const settings = { name, iv, additionalData: text.encode(`${who} plans`) };
  const closed = await crypto.subtle.encrypt(settings, key, text.encode(said));
  const writing = opened.transaction("plans", "readwrite");
  writing.objectStore("plans").put({ who, iv, closed });
  await new Promise((done) => { writing.oncomplete = done; });
  opened.close();
  return 1;
}"""


def planned(service: Service) -> UUID:
    """A visit for today that Sam is on."""
    tenant, inspector, plan = service.tenant, uuid4(), uuid4()
    tenant.inspector.invite(inspector, TOLD, name="Sam", access=tenant.access.id_of(SAM))
    day = PartialDate(uk_today().isoformat())
    asked = Plan("The swimming pool", day, "14:30", "At the bus stop", service.form, (inspector,))
    tenant.planned_visit.plan(plan, TOLD, plan=asked, today=uk_today())
    tenant.catch_up()
    return plan


def visits_of(service: Service, plan: UUID) -> int:
    """How many visits have arrived that belong to the plan."""
    service.tenant.catch_up()
    with service.tenant.read(PlannedVisits) as view:
        found = view.visits.get(plan)
    return len(found.made) if found else 0


def test_the_form_of_a_plan_opens_where_there_is_no_line_and_belongs_to_the_plan(
    tablet: Tablet, service: Service, accessible: Look
) -> None:
    plan = planned(service)
    tablet.get_ready()
    tablet.page.set_viewport_size({"width": 390, "height": 900})
    assert tablet.page.evaluate("document.documentElement.scrollWidth") <= 390
    accessible(tablet.page)
    tablet.line.cut()
    tablet.page.get_by_role("link", name="Open the form of your visit").click()
    tablet.ready()
    tablet.send("The swimming pool")
    expect(tablet.page.get_by_text("Kept on this tablet.").first).to_be_visible()
    assert tablet.page.locator("[name=plan]").input_value() == ""  # the next one has no plan
    tablet.line.mend()
    tablet.list()
    tablet.nothing_waits()
    assert visits_of(service, plan) == 1


def test_a_form_of_a_plan_that_is_left_and_opened_again_still_belongs_to_it(
    tablet: Tablet, service: Service
) -> None:
    plan = planned(service)
    tablet.get_ready()
    tablet.page.get_by_role("link", name="Open the form of your visit").click()
    page = tablet.ready()
    expect(page.get_by_label("Where you went")).to_have_value("The swimming pool")
    page.reload()
    tablet.ready()
    tablet.type("The swimming pool, again")
    tablet.list()
    tablet.reopen("again")
    tablet.send("The swimming pool, again")
    tablet.page.get_by_role("heading", name="Our visit to The swimming pool").wait_for()
    assert visits_of(service, plan) == 1


def test_a_second_form_after_that_of_a_plan_belongs_to_none(
    tablet: Tablet, service: Service
) -> None:
    plan = planned(service)
    [form] = {each.partition("?")[0] for each in tablet.get_ready() if str(service.form) in each}
    tablet.page.get_by_role("link", name="Open the form of your visit").click()
    tablet.ready()
    tablet.send("The swimming pool")
    tablet.open(form)
    tablet.send("The library")
    assert service.arrived()[-2:] == ["The library", "The swimming pool"]
    assert visits_of(service, plan) == 1


def test_the_next_visits_are_there_without_a_line_for_their_inspector_alone(
    tablet: Tablet, service: Service, accessible: Look
) -> None:
    plan = planned(service)
    tablet.get_ready()
    tablet.line.cut()
    page = tablet.list()
    mine = page.locator("[data-next]")
    expect(mine).to_contain_text("As they were when we could last be reached.")
    for words in ("The swimming pool", "Today, ", "at 14:30", "Where you meet: At the bus stop"):
        expect(mine).to_contain_text(words)
    accessible(page)
    for secret in ("swimming", "bus stop", str(plan)):
        assert secret not in tablet.stored()
    mine.get_by_role("link", name="Open the form of your visit").click()
    tablet.ready()
    tablet.send("The swimming pool")
    tablet.list().get_by_role("button", name="Lock this tablet").click()
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    expect(mine).to_be_hidden()
    assert "swimming" not in page.content()
    tablet.line.mend()
    service.let_in(tablet)
    tablet.list()
    tablet.nothing_waits()
    assert visits_of(service, plan) == 1


def test_a_place_that_somebody_else_wrote_into_the_storage_is_not_shown(
    tablet: Tablet, service: Service
) -> None:
    planned(service)
    tablet.get_ready()
    assert tablet.page.evaluate(FORGE) == 1
    tablet.line.cut()
    page = tablet.list()
    expect(page.locator("[data-next]")).to_be_hidden()
    assert "Elsewhere" not in page.content()
