"""Letters about visits to come: to the inspectors who go, and with no word of where they go."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from events.fact import Provenance
from events.inspections.form import Question
from events.period import PartialDate
from events.uk_time import UK, uk_today
from infra.partnerships import Partnerships
from infra.worker.consequences import fill
from infra.worker.outbox_sender import OutboxSender
from infra.worker.visit_letters import VisitReminders
from services.inspections.planned_visit_state import Plan
from services.ports import Letter
from tests.infra.worker.urgent import TOLD, World
from web.site.tenancy import Tenant

SAM, KIM = "sam@moor.example", "kim@moor.example"
PLACE, MEET, NAME, WHY = "Zebedee House", "Behind the Co-op", "Samantha Quill", "Sam has measles"
TOMORROW = uk_today() + timedelta(days=1)


@pytest.fixture
def people(moor: Tenant, partnerships: Partnerships, world: World) -> dict[str, UUID]:
    """Two inspectors who may sign in, whose invitations went out before."""
    found = {}
    for email in (SAM, KIM):
        access = moor.access.give(TOLD, role="inspector", name=NAME, email=email)
        found[email] = uuid4()
        moor.inspector.invite(found[email], TOLD, name=NAME, access=access)
    told(partnerships, world)
    return found


@pytest.fixture
def form(moor: Tenant) -> UUID:
    id = uuid4()
    asked = (Question("seen", "words", "What did you see?"),)
    moor.inspection_form.publish(id, TOLD, title="Is it kind at Zebedee House?", questions=asked)
    return id


def told(partnerships: Partnerships, world: World) -> list[Letter]:
    """The letters that go out now."""
    before = len(world.sent)
    partnerships.open("moor").catch_up()
    fill(partnerships, "moor")
    _send(partnerships, timedelta(seconds=1))
    return [each for each in world.sent[before:] if isinstance(each, Letter)]


def asked(form: UUID, *going: UUID, day: date = TOMORROW, at: str = "14:30") -> Plan:
    return Plan(PLACE, PartialDate(day.isoformat()), at, MEET, form, going)


def planned(moor: Tenant, plan: Plan) -> UUID:
    id = uuid4()
    moor.planned_visit.plan(id, TOLD, plan=plan, today=uk_today())
    return id


def changed(moor: Tenant, id: UUID, plan: Plan, seen: int = 1) -> None:
    moor.planned_visit.change_plan(
        id,
        Provenance("a tester", "a page", key=uuid4().hex),
        plan=plan,
        today=uk_today(),
        seen=seen,
    )


def reminded(partnerships: Partnerships, world: World, hour: int = 16) -> list[Letter]:
    """The letters of a look at that hour today."""
    partnerships.open("moor").catch_up()
    VisitReminders(partnerships).look(datetime.combine(uk_today(), time(hour), UK))
    before = len(world.sent)
    _send(partnerships, timedelta(days=1))
    return [each for each in world.sent[before:] if isinstance(each, Letter)]


def test_whoever_goes_is_invited_once_and_nobody_else(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    planned(moor, asked(form, people[SAM]))
    [letter] = told(partnerships, world)
    assert letter.to == SAM
    assert letter.subject == "A visit is planned for you in Earshot Moor"
    assert "https://earshot.example/moor/visits/" in letter.text
    assert told(partnerships, world) == []


def test_a_change_tells_each_what_it_means_for_them(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    id = planned(moor, asked(form, people[SAM]))
    told(partnerships, world)
    changed(moor, id, asked(form, people[SAM], people[KIM]))
    subjects = {each.to: each.subject for each in told(partnerships, world)}
    assert subjects == {
        SAM: "Your visit was changed in Earshot Moor",
        KIM: "A visit is planned for you in Earshot Moor",
    }
    changed(moor, id, asked(form, people[KIM]), seen=2)
    subjects = {each.to: each.subject for each in told(partnerships, world)}
    assert subjects == {
        SAM: "You do not go on a visit in Earshot Moor",
        KIM: "Your visit was changed in Earshot Moor",
    }


def test_who_was_to_go_hears_that_it_is_called_off(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    id = planned(moor, asked(form, people[SAM], people[KIM]))
    told(partnerships, world)
    moor.planned_visit.call_off(id, TOLD, why=WHY)
    letters = told(partnerships, world)
    assert {each.to for each in letters} == {SAM, KIM}
    assert {each.subject for each in letters} == {"You do not go on a visit in Earshot Moor"}


def test_what_is_called_off_before_a_letter_went_out_invites_nobody(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    world.is_shut = True
    id = planned(moor, asked(form, people[SAM]))
    told(partnerships, world)
    moor.planned_visit.call_off(id, TOLD, why=WHY)
    world.is_shut = False
    moor.catch_up()
    fill(partnerships, "moor")
    _send(partnerships, timedelta(minutes=1))
    assert [each.subject for each in world.sent[-1:] if isinstance(each, Letter)] == [
        "You do not go on a visit in Earshot Moor"
    ]
    assert len([each for each in world.sent if each.to == SAM]) == 2  # with that which let her in


def test_whoever_goes_is_reminded_the_day_before_and_once(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    planned(moor, asked(form, people[SAM]))
    planned(moor, asked(form, people[KIM], day=TOMORROW + timedelta(days=1)))
    told(partnerships, world)
    assert reminded(partnerships, world, hour=15) == []
    [letter] = reminded(partnerships, world)
    assert (letter.to, letter.subject) == (SAM, "You have a visit tomorrow, in Earshot Moor")
    assert reminded(partnerships, world, hour=18) == []


def test_nobody_is_reminded_of_what_was_called_off_or_turned_letters_down(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    off = planned(moor, asked(form, people[SAM]))
    moor.planned_visit.call_off(off, TOLD, why=WHY)
    planned(moor, asked(form, people[KIM]))
    moor.access.choose_digest(moor.access.id_of(KIM), TOLD, wanted=False)
    told(partnerships, world)
    assert reminded(partnerships, world) == []


def test_nobody_is_written_to_whose_sign_in_has_ended(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    planned(moor, asked(form, people[SAM]))
    moor.access.end(moor.access.id_of(SAM), TOLD, why="left")
    assert told(partnerships, world) == []


def test_no_letter_is_written_of_a_day_that_has_gone_by(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    """It says only afterwards that nobody went."""
    long_ago = asked(form, people[SAM], day=date(2026, 1, 2))
    id = uuid4()
    moor.planned_visit.plan(id, TOLD, plan=long_ago, today=date(2026, 1, 1))
    moor.planned_visit.call_off(id, TOLD, why=WHY)
    assert told(partnerships, world) == []


def test_no_letter_about_a_visit_says_a_place_a_name_a_day_or_a_reason(
    moor: Tenant, partnerships: Partnerships, world: World, people: dict[str, UUID], form: UUID
) -> None:
    id = planned(moor, asked(form, people[SAM]))
    letters = told(partnerships, world)
    changed(moor, id, asked(form, people[SAM], at="16:00"))
    letters += told(partnerships, world) + reminded(partnerships, world)
    moor.planned_visit.call_off(id, TOLD, why=WHY)
    letters += told(partnerships, world)
    assert len(letters) == 4
    day = PartialDate(TOMORROW.isoformat())
    for letter in letters:
        said = f"{letter.subject} {letter.text}"
        for word in ("Zebedee", "Co-op", "Quill", "Samantha", "measles", "14:30", str(day)):
            assert word not in said


def _send(partnerships: Partnerships, ahead: timedelta) -> None:
    """Sends all that is due after that time."""
    sender = OutboxSender(partnerships, "email", lambda: datetime.now(UTC) + ahead)
    while sender.round():
        pass
