"""Audit tools, from the first version to the next."""

from __future__ import annotations

import io
from collections.abc import Callable
from uuid import uuid4

import pytest
from openpyxl import Workbook

from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NEW = "work/tools/new"
WRITTEN = {
    "title": "How we hear",
    "rows": "2",
    "title0": "Children are asked",
    "criteria0": "Each child is asked | Notes of visits\nIn ways that suit them",
}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def tool(coordinator: Staff) -> str:
    return coordinator.made(NEW, **WRITTEN)


def test_a_tool_shows_its_standards_and_the_evidence_wanted(coordinator: Staff, tool: str) -> None:
    page = coordinator.get(tool)
    assert "Children are asked" in page.words
    assert "Evidence wanted: Notes of visits" in page.words
    assert "How we hear" in coordinator.get("work/tools/").words


def test_a_preview_publishes_nothing(coordinator: Staff) -> None:
    page = coordinator.post(NEW, **WRITTEN, step="preview")
    assert "Preview: what agencies will be asked" in page.words
    assert page.fields["title0"] == "Children are asked"
    assert "How we hear" not in coordinator.get("work/tools/").words


def test_the_next_version_starts_from_the_last_and_leaves_it_as_it_was(
    coordinator: Staff, tool: str
) -> None:
    typed = coordinator.get(f"{tool}/edit").fields
    assert typed["criteria0"] == WRITTEN["criteria0"]
    more = {"title1": "They are told", "criteria1": "Somebody tells them", "name0": typed["name0"]}
    page = coordinator.post(f"{tool}/edit", **WRITTEN, **more)
    assert "Version 2" in page.words
    assert "They are told" in page.words
    assert "Version 1, published" in page.words


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title0": ""}, "standards"),
        ({"criteria0": ""}, "standards"),
        ({"title0": "", "criteria0": ""}, "standards"),
        ({"title1": "Children are asked", "criteria1": "x"}, "standards"),
        ({"criteria0": "x" * 6000}, "standards"),
    ],
)
def test_a_tool_that_lacks_something_is_asked_again(
    coordinator: Staff, wrong: dict[str, str], field: str
) -> None:
    page = coordinator.post(NEW, **(WRITTEN | wrong))
    assert page.status == 422
    assert f'href="#f-{field}"' in page.html
    assert f'id="f-{field}"' in page.html


def test_sending_twice_publishes_once(coordinator: Staff) -> None:
    key = uuid4().hex
    assert len({coordinator.made(NEW, **WRITTEN, key=key) for _ in range(2)}) == 1


def test_scrutineers_read_tools_and_publish_none(sign_in: SignIn, tool: str) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert "Children are asked" in scrutineer.get(tool).words
    assert scrutineer.get(NEW).status == 403
    assert scrutineer.get(f"work/tools/{uuid4()}").status == 404


def workbook(rows: list[list[str]]) -> bytes:
    book, written = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(written)
    return written.getvalue()


def send_sheet(coordinator: Staff, content: bytes, name: str) -> Page:
    coordinator.get(NEW)
    given = WRITTEN | {"csrf_token": coordinator.token, "step": "publish"}
    file = {"file": (io.BytesIO(content), name)}
    return Page(coordinator.client.post(coordinator.at(NEW), data={**given, **file}))


SHEET = [
    ["Our standards"],
    ["Standard", "What has to be so", "Evidence"],
    ["They are told", "Somebody tells them", "A letter"],
    ["They are told", "In their words"],
    ["They are safe", "Somebody looks"],
]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (workbook(SHEET), "standards.xlsx"),
        ("\n".join(";".join(row) for row in SHEET).encode(), "standards.csv"),
    ],
    ids=["xlsx", "csv"],
)
def test_a_sheet_of_standards_is_shown_below_what_was_typed_before_it_is_published(
    coordinator: Staff, content: bytes, name: str
) -> None:
    page = send_sheet(coordinator, content, name)
    assert "Preview: what agencies will be asked" in page.words, page.words
    assert [page.fields[f"title{at}"] for at in range(3)] == [
        "Children are asked",
        "They are told",
        "They are safe",
    ]
    assert page.fields["criteria1"] == "Somebody tells them | A letter\nIn their words"
    assert "How we hear" not in coordinator.get("work/tools/").words


def test_a_sheet_that_cannot_be_read_says_so_and_keeps_what_was_typed(coordinator: Staff) -> None:
    for content, said in (
        (b"\x00\x01", "This is no table"),
        (b"Standard,What has to be so\nNo words,\n", "Row 1, “No words”, does not say"),
    ):
        page = send_sheet(coordinator, content, "standards.csv")
        assert page.status == 422
        assert said in page.words
        assert page.fields["title0"] == "Children are asked"
