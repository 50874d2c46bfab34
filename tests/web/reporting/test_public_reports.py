"""The yearly reports: what each says, and where every number comes from."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.web.page import Page
from tests.web.staff import Staff

SLUGS = ("norfolk", "surrey", "coventry", "nel")


def reports(anybody: FlaskClient) -> list[str]:
    pages = [Page(anybody.get(f"/{slug}/reports/")) for slug in SLUGS]
    found = [link for page in pages for link in page.links if re.search(r"/reports/.", link)]
    others = ("#", "year-on-year")
    return sorted({link for link in found if not any(each in link for each in others)})


def from_a_document(anybody: FlaskClient) -> list[str]:
    return [report for report in reports(anybody) if "demo" not in report]


def facts_of(html: str) -> list[str]:
    return sorted(set(re.findall(r'href="([^"]+/facts/[^"]+)"', html)))


def test_every_report_renders_and_each_of_its_links_leads_to_facts(anybody: FlaskClient) -> None:
    found = reports(anybody)
    assert len(found) >= 5
    for report in found:
        page = Page(anybody.get(report))
        assert page.status == 200
        for fact in facts_of(page.html)[:6]:
            behind = Page(anybody.get(fact))
            assert behind.status == 200
            assert "Where this comes from" in behind.words
            assert any(link.startswith(report) for link in behind.links)


def test_a_figure_leads_to_the_line_it_is_stated_in(anybody: FlaskClient) -> None:
    for report in from_a_document(anybody):
        html = anybody.get(report).text
        tables = re.search(r'id="figures".*?</section>', html, re.DOTALL)
        assert tables
        for fact in facts_of(tables[0])[:3]:
            assert re.search(r"\.txt\), line", Page(anybody.get(fact)).words), fact


def test_an_entry_of_another_report_is_not_found(anybody: FlaskClient) -> None:
    for report in from_a_document(anybody):
        facts = {fact.rpartition("/")[2] for fact in facts_of(anybody.get(report).text)}
        for other in reports(anybody):
            if other != report:
                theirs = {each.rpartition("/")[2] for each in facts_of(anybody.get(other).text)}
                for key in sorted(facts - theirs)[:2]:
                    assert anybody.get(f"{other}/facts/{key}").status_code == 404


@pytest.mark.parametrize("path", ["nothing", "nothing/facts/x", "../work", "%00", "x" * 500])
def test_an_unknown_report_is_not_found(anybody: FlaskClient, path: str) -> None:
    assert anybody.get(f"/norfolk/reports/{path}").status_code == 404


def test_an_unknown_entry_is_not_found(anybody: FlaskClient) -> None:
    report = from_a_document(anybody)[0]
    for key in ("x", "00000000-0000-0000-0000-000000000000:1", "%27%20OR%201=1"):
        assert anybody.get(f"{report}/facts/{key}").status_code == 404


def test_a_report_of_a_document_shows_nothing_made_up(anybody: FlaskClient) -> None:
    for report in from_a_document(anybody):
        page = Page(anybody.get(report))
        assert "made up" not in page.html.lower(), report


def test_reports_ask_nobody_who_they_are(anybody: FlaskClient) -> None:
    for report in reports(anybody):
        assert "Set-Cookie" not in anybody.get(report).headers


def test_a_line_of_the_reports_own_document_says_only_which_line(anybody: FlaskClient) -> None:
    html = anybody.get(from_a_document(anybody)[0]).text
    found = re.search(r'href="([^"]+)" title="([^"]+\.txt\), (line \d+))"[^>]*>([^<]+)</a>', html)
    assert found
    assert found[4] == found[3]
    assert unescape(found[2]) in Page(anybody.get(found[1])).words


def test_figures_stand_near_the_top_and_lead_to_their_facts(anybody: FlaskClient) -> None:
    tiles = [
        tile
        for report in from_a_document(anybody)
        for tile in re.findall(
            r'<p class="tile"><b>([^<]+)</b> <a href="([^"]+)"', anybody.get(report).text
        )
    ]
    assert len(tiles) >= 10
    for value, fact in tiles:
        assert value in Page(anybody.get(fact)).words


def test_a_report_says_in_plain_words_whether_it_is_published(anybody: FlaskClient) -> None:
    said = [Page(anybody.get(report)).words for report in reports(anybody)]
    assert any("Published on 30 September 2021." in words for words in said)
    assert any("The document does not say whether it was published." in words for words in said)


def test_a_draft_is_for_those_who_work_here_until_it_is_published(
    anybody: FlaskClient, sign_in: Callable[[str], Staff]
) -> None:
    draft = "/norfolk/reports/demo-2026-27"
    assert anybody.get(draft).status_code == 404
    assert "demo-2026-27" not in anybody.get("/norfolk/reports/").text
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert "A draft. It is not published yet." in scrutineer.get(draft).words
    assert "demo-2026-27" in scrutineer.get("/norfolk/reports/").html
    for other in ("coordinator@surrey.example", "inspector@norfolk.example"):
        assert sign_in(other).get(draft).status == 404


def test_who_the_partners_are_is_said_to_be_from_no_document(anybody: FlaskClient) -> None:
    for report in from_a_document(anybody):
        words = Page(anybody.get(report)).words
        if "Safeguarding partners: " in words:
            assert "it was set up with the partnership" in words


def test_names_are_shown_as_the_source_writes_them(anybody: FlaskClient) -> None:
    words = " ".join(Page(anybody.get(report)).words for report in reports(anybody))
    assert "Your Voice Matters" in words
    assert "your voice matters" not in words
    assert "30 june" not in words
