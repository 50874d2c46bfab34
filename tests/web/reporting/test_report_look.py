"""How a report reads: what stands first, its notes, its charts, and what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID

from flask.testing import FlaskClient

from projections.governance.arrangement_rows import PartnershipGroup
from projections.reporting.entries import Entry
from projections.reporting.report_contents import EntryGroup
from tests.web.page import Page
from tests.web.staff import Staff
from web.reporting.rating_grid import grids_of
from web.reporting.source_notes import SourceNotes
from web.reporting.structure_chart import GroupNode, tree_of

Read = Callable[[], Page]


def entry(key: str, source: str = "told by coordinator", **said: str) -> Entry:
    told = {"section": "audits", "kind": "audit", "heading": "", "words": "", "value": ""} | said
    return Entry(
        key,
        UUID(int=1),
        1,
        1,
        *told.values(),
        "",
        "",
        "",
        "",
        "",
        source,
        "",
        False,
        (),  # type: ignore[arg-type]
    )


def test_key_messages_stand_before_all_chapters(
    coordinator: Staff, report: str, read: Read
) -> None:
    coordinator.post(f"{report}/build/foreword/write", words="Welcome.", seen="0")
    coordinator.post(f"{report}/messages", messages="We listened.\nWe <acted>.")
    html = read().html
    assert html.index("We listened.") < html.index("Welcome.") < html.index('id="about"')
    assert "<li>We &lt;acted&gt;.</li>" in html
    assert '<a href="#in-short">In short</a>' in html
    assert '<a href="#foreword">Foreword</a>' in html


def test_each_chapter_of_the_contents_is_there_and_each_heading_is_in_the_contents(
    anybody: FlaskClient,
) -> None:
    for page in ("nel/reports/annual-report-2024-25", "surrey/reports/annual-report"):
        html = anybody.get(f"/{page}").text
        [listed] = re.findall(r'<nav class="contents".*?</nav>', html, re.DOTALL)
        named = re.findall(r'href="#([\w-]+)"', listed)
        top = re.findall(r'<section class="[\w-]+" id="([\w-]+)">\s*<h2>', html)
        assert named == top


def test_sources_are_numbered_notes_that_lead_to_the_facts(anybody: FlaskClient) -> None:
    html = anybody.get("/norfolk/reports/annual-report-2020-21").text
    body, notes = html.split('id="sources"')
    used = {int(number) for number in re.findall(r'href="#note-(\d+)"', body)}
    listed = re.findall(r'<li id="note-(\d+)" value="(\d+)">(.*?)</li>', notes, re.DOTALL)
    assert used == set(range(1, len(listed) + 1)) == {int(number) for number, _, _ in listed}
    assert all(number == shown for number, shown, _ in listed)
    assert sum("/facts/" in words for _, _, words in listed) > 50
    assert 'class="proof"' not in body


def test_one_source_is_one_note_with_all_that_rests_on_it() -> None:
    notes = SourceNotes("A document")
    assert notes.of(entry("a:1")).number == notes.of(entry("a:2")).number == 1
    assert notes.of(entry("a:1")).number == 1
    assert notes.cite("A document, line 3").words == "line 3"
    assert [(each.number, len(each.entries)) for each in notes.all] == [(1, 2), (2, 0)]


def test_empty_chapters_are_left_out_and_listed_on_the_desk(
    coordinator: Staff, report: str, read: Read
) -> None:
    empty = "What independent scrutiny did and found"
    page = read()
    assert "The record holds no" not in page.words or "holds nothing on this" in page.words
    desk = coordinator.get(f"{report}/build/").words
    listed = desk.partition("Left out because nothing is in them")[2]
    titles = re.findall(r"\n([^\n]+)", listed.partition("What Working Together")[0])
    shown = re.findall(r"<h2>([^<]+)</h2>", page.html)
    assert titles
    assert not {title.strip() for title in titles} & set(shown)
    assert (empty in shown) != (empty in listed)


def test_groups_stand_below_those_they_answer_to() -> None:
    found = tree_of("ABCDE", {"B": "A", "C": "B", "D": "E", "E": "D", "A": "Gone"})
    deep = GroupNode("A", (GroupNode("B", (GroupNode("C", ()),)),))
    assert found == (deep, GroupNode("D", ()), GroupNode("E", ()))


def test_a_final_report_keeps_the_group_that_each_answered_to() -> None:
    group = PartnershipGroup("B", "", "", "C", placed=((10, ""), (20, "A"), (30, "C")))
    assert [group.under_at(at) for at in (5, 15, 25, 35, 0)] == ["", "", "A", "C", "C"]


def test_ratings_of_several_agencies_are_a_grid() -> None:
    head = entry("a:1", heading="Section 11")
    one = [("Police", "1. Leaders", "green"), ("Health", "1. Leaders", "red")]
    two = [("Health", "2. Learning", "amber")]
    rated = tuple(
        entry(f"a:{at}", kind="rating", words=f"{agency}: {standard}", value=value)
        for at, (agency, standard, value) in enumerate((*one, *two), 2)
    )
    [grid] = grids_of({"audits": [EntryGroup(head, rated)]})
    assert grid.agencies == ("Police", "Health")
    assert grid.rows == (("1. Leaders", ("green", "red")), ("2. Learning", ("", "amber")))
    assert grids_of({"audits": [EntryGroup(head, rated[:1])]}) == []


def test_a_figure_of_two_reports_is_drawn_as_a_trend(
    coordinator: Staff, report: str, read: Read
) -> None:
    dates = {"start": "2025-01-01", "end": "2025-12-31"}
    coordinator.post("work/arrangements/period", label="Before", **dates)
    form = coordinator.get("work/reports/new/draft").html
    [period] = re.findall(r'<option value="(\d+)"[^>]*>Before', form)
    coordinator.made(
        "work/reports/new/draft", title="Last", period=period, ruleset="Working Together 2026"
    )
    for year, value in (("2025", "62.5"), ("2026", "70.0")):
        for unit in ("%", "courses") if year == "2026" else ("%",):
            coordinator.post(
                "work/figures/new/figure",
                name="Listened to",
                value=value,
                unit=unit,
                definition="Of all who answered",
                start=f"{year}-02-01",
                end=f"{year}-11-30",
                counts="no",
            )
    trends = read().html.partition('class="trends"')[2].partition("</div>")[0]
    assert trends.count("<figure>") == 1
    assert trends.index("62.5%") < trends.index("70.0%")
    assert "courses" not in trends
