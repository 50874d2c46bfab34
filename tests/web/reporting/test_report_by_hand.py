"""Figures, the report's way to publication, and what it covers, all by hand in the browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
REPORTS = "work/reports/"


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


def test_no_rate_is_shown_until_it_is_defined(coordinator: Staff) -> None:
    before = coordinator.get("work/figures/")
    assert "16.3" not in before.words
    page = coordinator.get("work/figures/new/rate").html
    part = re.search(r'value="([0-9a-f-]{36})">People who did not show for training: 173', page)
    whole = re.search(r'value="([0-9a-f-]{36})">Training places taken: 1,064', page)
    assert part
    assert whole
    given = {"name": "Did not show", "part": part[1], "whole": whole[1]}
    assert coordinator.post("work/figures/new/rate", **given).status == 422
    shown = coordinator.post("work/figures/new/rate", **given, definition="Beside those taken.")
    assert "173 of 1,064, which is 16.3 %" in shown.words


@pytest.mark.parametrize(
    ("given", "at"),
    [
        ({"name": "", "value": "3"}, "name"),
        ({"name": "x", "value": "many"}, "value"),
        ({"name": "x", "value": "16", "unit": "%"}, "definition"),
        ({"name": "x", "value": "3", "start": "2026", "end": "2026", "as_at": "2026"}, "as_at"),
        ({"name": "x", "value": "3", "start": "2026-03", "end": "2026-02"}, "end"),
        ({"name": "x", "value": "3", "counts": ""}, "counts"),
        ({"name": "x", "value": "3", "counts": "published"}, "published_in"),
        ({"name": "x", "value": "3", "as_at": "31/02/2026"}, "as_at"),
    ],
)
def test_a_figure_that_lacks_something_is_asked_again(
    coordinator: Staff, given: dict[str, str], at: str
) -> None:
    page = coordinator.post("work/figures/new/figure", **({"counts": "no"} | given))
    assert page.status == 422
    assert f'href="#f-{at}"' in page.html


def test_a_figure_is_disputed_and_a_discrepancy_explained(sign_in: SignIn) -> None:
    coordinator = sign_in("coordinator@surrey.example")
    book = coordinator.get("work/figures/")
    [doubtful] = re.findall(r'href="/surrey/(work/figures/[0-9a-f-]{36})"', book.html)
    said = coordinator.post(f"{doubtful}/explain", how="The minutes name two spans of years")
    assert "The minutes name two spans of years" in said.words
    assert coordinator.get(f"{doubtful}/dispute").status == 404
    given = {"name": "Visits", "value": "12", "as_at": "2026-10-01", "counts": "no"}
    at = coordinator.post("work/figures/new/figure", **given)
    [figure] = re.findall(r'href="/surrey/(work/figures/[0-9a-f-]{36})">Visits', at.html)
    disputed = coordinator.post(f"{figure}/dispute", by="Health", why="Two were phone calls")
    assert "Two were phone calls" in disputed.words
    assert "Disputed" in coordinator.get("work/figures/").words


def test_a_report_goes_its_way_from_draft_to_correction(coordinator: Staff) -> None:
    new = f"{REPORTS}new/draft"
    period = re.search(r'value="(\d+)">Annual Report 2020-21', coordinator.get(new).html)
    assert period
    rules = "Working Together 2018"
    at = coordinator.made(new, title="A report by hand", period=period[1], ruleset=rules)
    assert coordinator.post(f"{at}/copy", recipient="The Panel", sent_on="2026-01-02").status == 422
    early = coordinator.post(f"{at}/publish", where="our site", published_on="2026-11-04")
    assert "Finalise the report first" in early.words
    unfinished = coordinator.post(f"{at}/approve", body="Executive", approved_on="2026-11-02")
    assert "what is approved is what is published" in unfinished.words
    coordinator.post(f"{at}/finalise")
    late = coordinator.post(f"{at}/state", heading="Late", words="Slipped in after finalising")
    assert "This report is finalised" in late.words
    unapproved = coordinator.post(f"{at}/publish", where="our site", published_on="2026-11-04")
    assert "Nobody has approved this report yet" in unapproved.words
    coordinator.post(f"{at}/approve", body="Executive", approved_on="2026-11-02")
    later = coordinator.post(f"{at}/present", to="The board", presented_on="2099-11-03")
    assert "Tick that it is planned" in later.words
    coordinator.post(f"{at}/present", to="The board", presented_on="2026-11-03")
    coordinator.post(f"{at}/comment", by="The scrutineer", words="It is candid.")
    coordinator.post(f"{at}/finalise")
    published = coordinator.post(f"{at}/publish", where="our site", published_on="2026-11-04")
    assert "11 November 2026" in published.words
    assert "Publish it" not in published.words
    rewritten = coordinator.post(f"{at}/state", heading="Late", words="Slipped in afterwards")
    assert rewritten.status == 422
    assert "its text stands" in rewritten.words
    assert "Slipped in afterwards" in rewritten.html
    coordinator.post(f"{at}/copy", recipient="The Panel", sent_on="2026-11-05")
    corrected = coordinator.post(f"{at}/correct", what="66 is 67", why="A slip")
    for said in ("Executive, 2 November 2026", "The Panel, 5 November 2026", "66 is 67"):
        assert said in corrected.words
    assert "A report by hand" in coordinator.get("/norfolk/reports/").html
    link = re.search(r'href="(/norfolk/reports/a-report[^"/]*/children)"', corrected.html)
    assert link
    assert "put it right" in coordinator.get(link[1]).words


def test_the_scrutineer_comments_on_the_report_and_does_nothing_else_to_it(
    sign_in: SignIn, coordinator: Staff
) -> None:
    at = coordinator.made(
        f"{REPORTS}new/draft",
        title="A report",
        period="",
        ruleset="Working Together 2023",
        group="the youth council",
    )
    scrutineer = sign_in("scrutineer@norfolk.example")
    page = scrutineer.get(at)
    assert "Record the scrutineer's comment" in page.words
    assert "Finalise it" not in page.words
    said = scrutineer.post(f"{at}/comment", by="The independent scrutineer", words="It is candid.")
    assert "It is candid." in said.words
    assert scrutineer.send(f"{at}/finalise").status_code == 403
    assert scrutineer.send(f"{at}/state", heading="a", words="b").status_code == 403


def test_the_group_that_makes_the_childrens_version_is_named_on_it(coordinator: Staff) -> None:
    at = coordinator.made(
        f"{REPORTS}new/draft",
        title="A report",
        period="",
        ruleset="Working Together 2023",
        group="the youth council",
    )
    link = re.search(r'href="(/norfolk/reports/a-report[^"/]*/children)"', coordinator.get(at).html)
    assert link
    assert "Made by the youth council." in coordinator.get(link[1]).html


def test_the_group_is_named_or_changed_until_the_report_is_final(coordinator: Staff) -> None:
    at = coordinator.made(
        f"{REPORTS}new/draft", title="A report", period="", ruleset="Working Together 2023"
    )
    link = re.search(r'href="(/norfolk/reports/a-report[^"/]*/children)"', coordinator.get(at).html)
    assert link
    assert "Made by" not in coordinator.get(link[1]).html
    coordinator.post(f"{at}/credit", group="the youth council")
    assert "Made by the youth council." in coordinator.get(link[1]).html
    assert coordinator.get(f"{at}/credit").fields["group"] == "the youth council"
    page = coordinator.post(f"{at}/credit", group="the In Care Council")
    assert "who makes the version for children: the In Care Council." in page.words
    assert "Made by the In Care Council." in coordinator.get(link[1]).html
    coordinator.post(f"{at}/credit", group="")
    assert "Made by" not in coordinator.get(link[1]).html
    final = coordinator.post(f"{at}/finalise")
    assert f"{at}/credit" not in final.html
    late = coordinator.post(f"{at}/credit", group="somebody else")
    assert late.status == 422
    assert "This report is finalised" in late.words


def test_whom_a_document_credits_stands(coordinator: Staff) -> None:
    index = coordinator.get(REPORTS).html
    found = re.search(r'href="/norfolk/(work/reports/[0-9a-f-]{36})">Annual Report 2020-21', index)
    assert found
    assert f"{found[1]}/credit" not in coordinator.get(found[1]).html
    assert coordinator.send(f"{found[1]}/credit", group="us").status_code == 422


def test_an_approval_is_spelt_as_in_the_order(coordinator: Staff) -> None:
    coordinator.post("work/arrangements/order", bodies="Executive\nFull partnership")
    at = coordinator.made(
        f"{REPORTS}new/draft", title="A report", period="", ruleset="Working Together 2023"
    )
    coordinator.post(f"{at}/finalise")
    approved = coordinator.post(f"{at}/approve", body="executive", approved_on="2026-11-02")
    assert "Executive, 2 November 2026" in approved.words


def test_a_draft_is_held_against_the_law_and_a_part_is_written(coordinator: Staff) -> None:
    at = coordinator.made(
        f"{REPORTS}new/draft", title="Next year", period="", ruleset="Working Together 2026"
    )
    link = re.search(r"(work/coverage/[a-z0-9-]+)", coordinator.get(at).html)
    assert link
    before = coordinator.get(link[1])
    assert "The record holds nothing that answers this." in before.words
    title = "What is known of disproportionality and racism, and what was done about it"
    write = coordinator.get(f"{at}/state?heading={title}")
    assert write.html.count(title) == 1
    coordinator.post(f"{at}/state", heading=title, words="We looked at who was heard.")
    after = coordinator.get(link[1])
    assert "We looked at who was heard." in after.words
    assert "No fact of the record stands behind the words." in after.words
    missing = r"(\d+) missing"
    first, then = re.search(missing, before.words), re.search(missing, after.words)
    assert first
    assert then
    assert int(then[1]) == int(first[1]) - 1


def test_each_documents_report_says_what_the_record_does_not_hold(sign_in: SignIn) -> None:
    norfolk = sign_in("scrutineer@norfolk.example").get("work/coverage/annual-report-2020-21")
    assert "Asked by the partnership" in norfolk.words
    assert "3 of 3 priorities with little progress" in norfolk.words
    for said in ("Protecting babies", "no change that was seen in this period"):
        assert said in norfolk.words
    assert "Write this part" not in norfolk.words
    nel = sign_in("scrutineer@nel.example").get("work/coverage/annual-report-2019-20")
    assert "The record names no priorities for this period." in nel.words
