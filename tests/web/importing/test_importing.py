"""A table is imported as a whole or not at all, and the same table twice changes nothing."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, stream_encode_multipart

from infra.partnerships import Partnerships
from tests.web.page import Page
from tests.web.staff import Staff
from web.importing.table_kinds import KINDS

SignIn = Callable[[str], Staff]
HEAD = "Course,Day,Place,Places,Agency,Sector,Booked,Came,Did not show"
ROW = "Bruises,2026-10-08,,20,Police,police,9,7,2"
OTHER = "bruises,08/10/2026,,20,Health,Health,4,4,0"
ATTENDANCE = f"{HEAD}\n{ROW}\n{OTHER}\n"


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    staff = sign_in("coordinator@norfolk.example")
    staff.get("work/import/attendance")
    return staff


def sent(staff: Staff, name: str, data: bytes | str, file: str = "a.csv") -> TestResponse:
    content = data.encode() if isinstance(data, str) else data
    given: dict[str, Any] = {
        "csrf_token": staff.token,
        "file": FileStorage(io.BytesIO(content), file),
    }
    body, _, boundary = stream_encode_multipart(given, use_tempfile=False)
    kind = f'multipart/form-data; boundary="{boundary}"'
    at = staff.at(f"work/import/{name}")
    return staff.client.post(at, data=body.read(), content_type=kind)


def recorded(staff: Staff, name: str, data: bytes | str) -> Page:
    """Sends a table, and records what its preview offers."""
    shown = sent(staff, name, data)
    assert shown.status_code == 200, Page(shown).words
    rows = re.search(r'name="rows" value="([^"]*)"', shown.text)
    assert rows
    return staff.post(f"work/import/{name}/record", rows=html.unescape(rows[1]))


def problems(staff: Staff, name: str, data: bytes | str) -> list[str]:
    answer = sent(staff, name, data)
    assert answer.status_code == 422
    return [html.unescape(each) for each in re.findall(r"<li>(Row .*?)</li>", answer.text)]


def workbook(*rows: list[object]) -> bytes:
    book, made = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    book.save(made)
    return made.getvalue()


def heads(demo: Partnerships) -> int:
    return demo.open("norfolk").ledger.recorder.max_notification_id() or 0


def test_attendance_is_shown_then_recorded_and_twice_is_once(
    coordinator: Staff, demo: Partnerships
) -> None:
    before = heads(demo)
    shown = Page(sent(coordinator, "attendance", ATTENDANCE))
    assert "Rows that are new: 2" in shown.words
    assert shown.words.count("8 October 2026") == 2  # as it was read, however it was written
    assert heads(demo) == before
    assert "Recorded: 2 new" in recorded(coordinator, "attendance", ATTENDANCE).words
    once = heads(demo)
    assert once == before + 4  # the course, its session, and two counts
    again = recorded(coordinator, "attendance", ATTENDANCE)
    assert "Recorded: 0 new, 0 corrected. There already, and left as they are: 2" in again.words
    assert heads(demo) == once
    home = coordinator.get("work/training/")
    link = re.search(r'href="/norfolk/(work/training/[0-9a-f-]{36})">Bruises', home.html)
    assert link
    course = coordinator.get(link[1]).words
    assert "13 booked, 11 came, 2 did not show; sessions counted: 1" in course
    assert "8 October 2026, online" in course
    corrected = ATTENDANCE.replace(",9,7,2", ",9,8,1")
    assert "Recorded: 0 new, 1 corrected" in recorded(coordinator, "attendance", corrected).words
    assert "13 booked, 12 came, 1 did not show" in coordinator.get(link[1]).words


def test_a_value_corrected_back_to_an_earlier_one_is_recorded_each_time(
    coordinator: Staff, demo: Partnerships
) -> None:
    coordinator.made("work/meetings/new/hold", body="Executive group", held_on="2026-11-03")
    tables = {
        "attendance": (ATTENDANCE, ",9,7,2", ",9,6,2"),
        "figures": ("What it counts,Figure,As at\nMembers,5,2026-03-31\n", ",5,", ",7,"),
        "actions": (
            "Audit or board,Met on,Action,Who,By\n"
            "Executive group,2026-11-03,Print it,Council,2026-12-01\n",
            "12-01",
            "12-09",
        ),
    }
    for name, (first, old, new) in tables.items():
        assert " new, 0 corrected" in recorded(coordinator, name, first).words
        for table in (first.replace(old, new), first):
            assert "Recorded: 0 new, 1 corrected" in recorded(coordinator, name, table).words, name
            known = heads(demo)
            assert "0 new, 0 corrected" in recorded(coordinator, name, table).words, name
            assert heads(demo) == known, name
    assert "1 December 2026" in coordinator.get("work/actions/").words


WRONG = [
    ("Bruises,2026-13-45,,20,Police,police,9,7,2", "Row 3, column B (Day) “2026-13-45”: "),
    ("Bruises,31/02/2026,,20,Police,police,9,7,2", "Row 3, column B (Day) “31/02/2026”: "),
    ("Bruises,2026-10-08,,20,Police,army,9,7,2", "Row 3, column F (Sector) “army”: Write one"),
    ("Bruises,2026-10-08,,20,Fire,other,9,8,2", "Row 3, column G (Booked) “9”: More are"),
    ("Bruises,2026-10-08,,20,Police,police,9,=7,2", "Row 3, column H (Came) “=7”: "),
    (",2026-10-08,,20,Police,police,9,7,2", "Row 3, column A (Course) (empty): Say which"),
    ("Bruises,2026-10-08", "Row 3, column D (Places) (empty): "),
    (ROW, "Row 3, column E (Agency) “Police”: Row 2 says this already"),
]


def test_an_error_names_its_cell_and_nothing_is_half_recorded(
    coordinator: Staff, demo: Partnerships
) -> None:
    before = heads(demo)
    for row, says in WRONG:
        found = problems(coordinator, "attendance", f"{HEAD}\n{ROW}\n{row}\n")
        assert found
        assert found[0].startswith(says), found
        rows = f"[{_listed(HEAD)}, {_listed(ROW)}, {_listed(row)}]"
        assert coordinator.post("work/import/attendance/record", rows=rows).status == 422
    assert heads(demo) == before


def _listed(line: str) -> str:
    return "[" + ", ".join(f'"{cell}"' for cell in line.split(",")) + "]"


def test_columns_are_found_by_name_and_a_missing_one_is_said(coordinator: Staff) -> None:
    asked = Page(sent(coordinator, "attendance", "Course,Day\na,b\n")).words
    assert "Say once which is which" in asked
    assert "Places" in asked
    audit = "Section 11 self assessment 2026 (made up)"
    turned = f"finding;KIND;Extra;audit\nThey ask;Good practice;x;{audit}\n"
    assert "Recorded: 1 new" in recorded(coordinator, "findings", turned).words


def test_findings_and_actions_go_where_they_were_agreed_and_nowhere_else(
    coordinator: Staff,
) -> None:
    audit = coordinator.made("work/audits/new", kind="Section 11", title="Looking, twice", more="A")
    coordinator.made("work/meetings/new/hold", body="Executive group", held_on="2026-11-03")
    actions = (
        "Audit or board,Met on,Action,Who,By\n"
        '"looking, twice",,Ask again,Health,\n'
        "Executive group,03/11/2026,Print it,Council,2026-12-01\n"
    )
    assert "Recorded: 2 new" in recorded(coordinator, "actions", actions).words
    assert "Recorded: 0 new" in recorded(coordinator, "actions", actions).words
    assert "Ask again" in coordinator.get(audit).words
    tracker = coordinator.get("work/actions/").words
    assert "Print it" in tracker
    lost = problems(coordinator, "actions", actions.replace("03/11", "04/11"))
    assert lost[0].startswith("Row 3, column A (Audit or board) “Executive group”: No meeting")
    finding = "Audit,Kind,Finding\nNo such audit,to improve,x\n"
    assert "There is no audit of that title" in problems(coordinator, "findings", finding)[0]
    done = coordinator.get("work/actions/").html
    assert done.count("Print it") == 1
    action = re.search(r'value="([0-9a-f]{32})">Ask again', coordinator.get(audit).html)
    assert action
    coordinator.post(f"{audit}/done", action=action[1], result="Asked")
    coordinator.post(f"{audit}/close", conclusion="Good")
    closed = problems(coordinator, "findings", finding.replace("No such audit", '"Looking, twice"'))
    assert "This audit is closed" in closed[0]


def test_a_workbook_is_read_by_its_first_sheet_and_never_run(coordinator: Staff) -> None:
    head = ["What it counts", "Figure", "Of what", "As at"]
    table = workbook(head, ["Members", 66.0, "members", date(2026, 3, 31)], [], [None])
    page = recorded(coordinator, "figures", table)
    assert "Recorded: 1 new" in page.words
    assert "as at 31 March 2026" in coordinator.get("work/figures/").words
    run = Page(sent(coordinator, "figures", workbook(head, ["Members", "=6*7", "", ""])))
    assert "Cell B2 holds a formula, and the file does not hold its value" in run.words
    rate = problems(coordinator, "figures", workbook(head, ["Came", 5, "%", ""]))
    assert rate[0].startswith(
        "Row 2, What is counted (empty): A percentage or a rate needs its definition"
    )


def test_letters_of_windows_and_marks_at_the_start_are_understood(coordinator: Staff) -> None:
    table = "What it counts,Figure\nCafés,12\n"
    for data in (table.encode("utf-8-sig"), table.encode("utf-16"), table.encode("cp1252")):
        page = Page(sent(coordinator, "figures", data))
        assert "Cafés" in page.words
        assert ("read as Windows letters" in page.words) == (data == table.encode("cp1252"))


def test_templates_have_the_columns_that_a_table_needs(coordinator: Staff) -> None:
    for name, kind in KINDS.items():
        as_csv = coordinator.client.get(coordinator.at(f"work/import/{name}/template.csv"))
        assert as_csv.data.decode("utf-8-sig").strip() == ",".join(kind.labels)
        as_book = coordinator.client.get(coordinator.at(f"work/import/{name}/template.xlsx"))
        [row] = load_workbook(io.BytesIO(as_book.data)).worksheets[0].iter_rows(values_only=True)
        assert list(row) == kind.labels
    assert coordinator.get("work/import/people").status == 404
    assert coordinator.get("work/import/people/template.csv").status == 404


def test_only_who_keeps_the_record_brings_tables_in(sign_in: SignIn) -> None:
    for role in ("scrutineer", "triage"):
        assert sign_in(f"{role}@norfolk.example").get("work/import/").status == 403
