"""The acceptance scenarios as their pages tell them, on both stores."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from flask import Flask

from events.fact import Provenance
from events.period import PartialDate, Period
from infra.partnerships import Partnerships
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.standing import standing_of
from projections.engine.as_of import AsOf
from projections.reporting.annual_report import AnnualReport
from web.app import create_app
from web.site.tenancy import Tenant

Read = Callable[[str], str]


@pytest.fixture(scope="module")
def app(loaded: Partnerships) -> Flask:
    made = create_app(loaded, b"a secret for the tests, 32 bytes", https=False)
    made.testing = True
    return made


@pytest.fixture
def read(app: Flask) -> Read:
    """The words of a public page, as one line."""

    def words(address: str) -> str:
        answer = app.test_client().get(address)
        assert answer.status_code == 200, address
        text = re.sub(r"<(style|script|svg)\b.*?</\1>", " ", answer.text, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())

    return words


def section(app: Flask, address: str, name: str) -> str:
    html = app.test_client().get(address).text
    [found] = re.findall(rf'<section class="chapter" id="{name}">.*?</section>', html, re.DOTALL)
    return str(found)


def in_force(loaded: Partnerships, slug: str, day: date) -> Tenant:
    """The partnership as its facts of up to that day tell it."""
    loaded.open(slug).catch_up()
    return loaded.then(slug, AsOf(loaded.store.recorder(slug).head().n, day))


def test_a_s0_the_page_has_outcomes_with_their_decision_and_six_continuing_areas(
    app: Flask, read: Read
) -> None:
    page = "/nel/reports/annual-report-2019-20"
    for outcome in (
        "“The safeguarding partnership is robust and effective”",
        "“Children are and feel safe”",
    ):
        assert f"{outcome} Adopted because of: A full review of the partnership's statutory" in (
            read(page)
        )
    assert section(app, page, "next").count(">Continuing<") == 6
    for board in ("Safeguarding Adult Board", "Community Safety Partnership"):
        assert board in section(app, page, "who")
    assert "31 March 2019 to 31 March 2020. The partnership's first report." in read(page)


def test_a_s0_there_are_no_empty_charts_or_placeholders(app: Flask) -> None:
    page = "/nel/reports/annual-report-2019-20"
    assert "This report states no figures." in section(app, page, "figures")
    for name in ("figures", "training", "reviews"):
        assert "<table" not in section(app, page, name)
        assert "<svg" not in section(app, page, name)
    assert 'class="tiles"' not in app.test_client().get(page).text


def test_a_s0_a_period_that_touches_it_is_declared_without_error(loaded: Partnerships) -> None:
    tenant = loaded.open("nel")
    following = Period(PartialDate("2020-03-31"), PartialDate("2021-03-31"))
    provenance = Provenance("a tester", "a test", None, "a touching period")
    tenant.partnership.declare_period(
        tenant.partnership.id, provenance, label="The year after", period=following
    )
    state = tenant.partnership.recall(tenant.partnership.id)
    assert ("The year after", following) in state.periods


def test_a_s1_the_page_marks_what_was_worked_out_and_what_is_planned(read: Read) -> None:
    page = read("/nel/reports/annual-report-2024-25")
    assert "624 people" in page
    assert "20 events Derived" in page
    assert "Present: 2 of 3 Lead Safeguarding Partners" in page
    assert "Present: 3 of 3 Delegated Safeguarding Partners" in page
    assert re.search(r"networking event.{0,200}Planned", page)
    assert re.search(r"launch event.{0,250}Planned", page)
    assert "624" not in read("/nel/reports/annual-report-2019-20")


def test_a_s1_as_in_force_on_the_day_of_the_board_what_came_later_was_planned(
    loaded: Partnerships,
) -> None:
    with in_force(loaded, "nel", date(2025, 3, 5)).read(AnnualReport) as view:
        report = view.report("annual-report-2024-25")
        assert report is not None
        sections = view.sections(report)
    planned = {g.head.heading for g in sections["next"] if g.head.value == "planned"}
    assert {
        "Children and adult services networking event",
        "New website of the partnership, with a launch event",
    } <= planned
    assert not {g.head.heading for g in sections["work"]} & planned


def test_a_s1_the_paraphrase_has_no_quotation_marks_on_any_page(app: Flask) -> None:
    for page in ("/nel/reports/annual-report-2024-25", "/nel/you-said"):
        html = unescape(app.test_client().get(page).text)
        provenance = (
            "Children fed back that they liked the winter wishes event and felt listened to."
        )
        assert provenance in html
        assert f"“{provenance}" not in html
        assert not re.search(rf"<(q|blockquote)[^>]*>(?:(?!</\1>).)*{provenance}", html, re.DOTALL)


def test_a_s2_the_page_says_all_in_time_without_a_number(app: Flask, read: Read) -> None:
    page = read("/coventry/reports/annual-report-2019-20")
    assert "For September 2019 to March 2020." in page
    assert "all (number not stated)" in page
    for said in ("40+", "1,580", "Your Voice Matters", "2019-2022"):
        assert said in page
    assert "unknown, cannot assess" in page
    reviews = section(app, "/coventry/reports/annual-report-2019-20", "reviews")
    cells = re.findall(r"<td[^>]*>(.*?)</td>", reviews)
    assert not any(re.fullmatch(r"\d+", cell) for cell in cells)


def test_a_s2_the_clock_of_copies_is_unknown_on_the_board_too(loaded: Partnerships) -> None:
    with loaded.open("coventry").read(Deadlines) as board:
        [row] = [row for row in board.open() if row.kind == "report"]
    stands = standing_of(row, date(2026, 11, 24))
    assert stands.shape == "unknown"
    assert stands.words.startswith("unknown, cannot be assessed")


def test_a_s3_the_page_tells_the_year_as_the_slides_do(app: Flask, read: Read) -> None:
    page = read("/norfolk/reports/annual-report-2020-21")
    for said in (
        "66",
        "1,064",
        "173",
        "492",
        "Protecting babies",
        "Neglect",
        "Child exploitation",
        "Independent Scrutiny Team",
        "due by 7 October 2021",
    ):
        assert said in page
    assert "%" not in page
    about = section(app, "/norfolk/reports/annual-report-2020-21", "about")
    assert about.count("<li>") >= 5 + 2


@pytest.mark.parametrize(
    ("day", "standing"), [(date(2021, 9, 29), "presented"), (date(2021, 9, 30), "published")]
)
def test_a_s3_in_force_on_the_two_days(loaded: Partnerships, day: date, standing: str) -> None:
    with in_force(loaded, "norfolk", day).read(AnnualReport) as view:
        report = view.report("annual-report-2020-21")
    assert report is not None
    assert report.status_on(day) == standing
    assert (report.published is not None) == (standing == "published")


def test_a_s4_the_page_says_what_is_not_stated_and_prints_that_there_were_no_actions(
    read: Read,
) -> None:
    page = read("/surrey/reports/annual-report")
    assert "Period not stated." in page
    assert page.index("The executive group") < page.index("The full partnership")
    partners, scrutiny = page.index("What the report says"), page.index("scrutineer's comment")
    assert partners < scrutiny
    assert "kept apart from the partners' text" in page
    assert "2021-2024 (line 13)" in page
    assert "2020 to 2021 (line 51)" in page
    assert "fifteen days" in page
    assert '"Working days" is not stated.' in page
    assert "Isles of Scilly and Cornwall" in page
    assert re.search(r"Actions: None\.", page)


def test_a_s4_the_reviewing_partnership_has_no_door_into_this_record(app: Flask) -> None:
    for slug in ("cornwall", "isles-of-scilly"):
        assert app.test_client().get(f"/{slug}/").status_code == 404
