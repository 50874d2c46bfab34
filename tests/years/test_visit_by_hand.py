"""A visit that a youth inspector typed long after: it stands in the report of its own year."""

from __future__ import annotations

import html
from pathlib import Path

from infra.partnerships import Partnerships
from tests.web.conftest import fresh_app, joined, partnerships
from tests.web.staff import Staff, newest_link, posted
from tests.years.made_up_year import Year
from tests.years.test_year_by_hand import FERNSHIRE, typist
from tests.years.typist import ByRequests

__all__ = ["joined", "partnerships", "typist"]
_FORM = {
    "title": "Is it kind?",
    "rows": "1",
    "text0": "Were they kind?",
    "kind0": "yes or no",
    "needed0": "yes",
    "step": "publish",
}
_INSPECTOR = "inspector@fernshire.example"


def test_a_visit_stands_in_the_report_of_the_year_it_was_made(
    typist: ByRequests, partnerships: Partnerships, tmp_path: Path
) -> None:
    coordinator = typist.staff
    form = coordinator.made("inspections/forms/new", **_FORM)[-36:]
    coordinator.post("work/inspections/inspectors", name="Made up", email=_INSPECTOR)
    inspector = _signed_in(partnerships, tmp_path / "post")
    years = {first: Year(typist, first) for first in (2023, 2024)}
    for first, year in years.items():
        typed = {
            "place": year.mark("A library"),
            "visited_on": year.day(9, 9),
            "good": year.mark("They smiled"),
            "recommendation": year.mark("Open until seven"),
        }
        visit = inspector.made(f"visits/new/{form}", **typed, q1="yes", sure="yes")[-36:]
        words = year.mark("We do, since May")
        coordinator.get(f"work/inspections/visits/{visit}")
        typist.on(f"work/inspections/visits/{visit}", "reply", service="The library", words=words)
        label, start, end = f"{year.LABELLED} {first}", year.day(4, 1), year.day(3, 31)
        typist.on("work/arrangements", "period", label=label, start=start, end=end, note="")
        year.drafted()
    for first, year in years.items():
        shown = html.unescape(typist.page(year.report))
        assert [mark for mark in year.marks if mark not in shown] == []
        other = years[4047 - first]
        assert [mark for mark in other.marks if mark in shown] == []


def _signed_in(partnerships: Partnerships, post: Path) -> Staff:
    client = fresh_app(partnerships).test_client()
    client.post("/fernshire/work/sign-in", data={"email": _INSPECTOR})
    posted(partnerships)
    client.post(newest_link(post, _INSPECTOR))
    staff = Staff(client, FERNSHIRE.slug)
    staff.get("visits/")
    return staff
