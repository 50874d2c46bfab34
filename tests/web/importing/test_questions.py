"""A table with other headings, a row for each person, or the month first is asked about once."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest

from tests.web.importing.test_importing import sent
from tests.web.page import Page
from tests.web.staff import Staff

PERSONS = (
    "Delegates of the year\n"
    "Event,Starts,Venue,Organisation,First name,Surname,Status\n"
    "Seeing neglect,03/10/23,Library,Health,Anna,Archer,Attended\n"
    "Seeing neglect,03/10/23,Library,Health,Bo,Baker,Did not attend\n"
    "Seeing neglect,03/10/23,Library,Police,Cy,Carter,attended\n"
    "Seeing neglect,03/10/23,Library,Police,Di,Draper,Cancelled\n"
)
NAMES = ("Anna", "Archer", "Carter", "Draper")
CHOSEN = {
    "Course": "Event",
    "Day": "Starts",
    "Place": "Venue",
    "Agency": "Organisation",
    "What happened to the person": "Status",
}


@pytest.fixture
def coordinator(sign_in: Callable[[str], Staff]) -> Staff:
    staff = sign_in("coordinator@norfolk.example")
    staff.get("work/import/attendance")
    return staff


def answered(staff: Staff, name: str, shown: str, chosen: dict[str, str], **more: str) -> Page:
    """Answers the page of questions: our headings by theirs."""
    labels = re.findall(r'<label for="f-(of-[0-9]+)">([^<]*)</label>', shown)
    fields = {field: chosen.get(html.unescape(label), "") for field, label in labels}
    return staff.post(f"work/import/{name}/headings", rows=rows_in(shown), **(fields | more))


def rows_in(shown: str) -> str:
    rows = re.search(r'name="rows" value="([^"]*)"', shown)
    assert rows
    return html.unescape(rows[1])


def test_a_row_for_each_person_is_counted_and_no_name_goes_on(coordinator: Staff) -> None:
    asked = sent(coordinator, "attendance", PERSONS)
    assert asked.status_code == 200
    shown = answered(coordinator, "attendance", asked.text, CHOSEN)
    assert shown.status == 200, shown.words
    assert not any(name in shown.html for name in NAMES)
    done = coordinator.post("work/import/attendance/record", rows=rows_in(shown.html))
    assert "Recorded: 2 new" in done.words
    course = re.search(
        r'href="/norfolk/(work/training/[0-9a-f-]{36})">Seeing neglect',
        coordinator.get("work/training/").html,
    )
    assert course
    words = coordinator.get(course[1]).words
    assert "3 October 2023" in words
    assert not any(name in words for name in NAMES)


def test_headings_are_remembered_for_the_next_table(coordinator: Staff) -> None:
    asked = sent(coordinator, "attendance", PERSONS)
    answered(coordinator, "attendance", asked.text, CHOSEN)
    again = sent(coordinator, "attendance", PERSONS.replace("03/10/23", "04/11/23"))
    assert again.status_code == 200
    assert "what it would record" in Page(again).words
    assert "4 November 2023" in Page(again).words


def test_only_headings_of_the_table_are_remembered(coordinator: Staff) -> None:
    """What else a form says is no heading, and may be a name: it is never kept."""
    asked = sent(coordinator, "attendance", PERSONS)
    answered(coordinator, "attendance", asked.text, CHOSEN, **{"of-5": "Jo Nobody"})
    assert "Jo Nobody" not in coordinator.get("work/replay/").html
    again = sent(coordinator, "attendance", PERSONS.replace("03/10/23", "04/11/23"))
    assert "Jo Nobody" not in again.text


def test_a_status_that_nobody_knows_is_named_by_its_row(coordinator: Staff) -> None:
    asked = sent(coordinator, "attendance", PERSONS.replace("Cancelled", "tbc"))
    refused = answered(coordinator, "attendance", asked.text, CHOSEN)
    assert refused.status == 422
    assert "Row 6 says “tbc” of what happened." in refused.words


def test_days_with_the_month_first_are_asked_about(coordinator: Staff) -> None:
    table = "What it counts,Figure,As at\nVisits,12,03/04/24\nCalls,9,03/25/24\n"
    asked = sent(coordinator, "figures", table)
    assert "“03/25/24” has the month first." in Page(asked).words
    same = {"What it counts": "What it counts", "Figure": "Figure", "As at": "As at"}
    refused = answered(coordinator, "figures", asked.text, same, months="no")
    assert refused.status == 422
    assert "Write the day first" in refused.words
    shown = answered(coordinator, "figures", asked.text, same, months="yes")
    assert "25 March 2024" in shown.words
    assert "4 March 2024" in shown.words


def test_a_column_that_is_still_missing_is_asked_for_again(coordinator: Staff) -> None:
    asked = sent(coordinator, "figures", "Label,Number\nVisits,12\n")
    page = answered(coordinator, "figures", asked.text, {"What it counts": "Label"})
    assert page.status == 422
    assert "Say which column is Figure." in page.words
    shown = answered(
        coordinator, "figures", page.html, {"What it counts": "Label", "Figure": "Number"}
    )
    assert shown.status == 200
    assert "Rows that are new: 1." in shown.words
