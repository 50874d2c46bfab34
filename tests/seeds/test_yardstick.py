"""Each document's report held to a real yardstick: what its guidance asks, and what it holds.

A national reading of 18 yearly reports found 11 without any information on impact; so what a
report does not hold is said in it, in words.
"""

from __future__ import annotations

import re

import pytest
from flask import Flask

from infra.partnerships import Partnerships
from projections.reporting.annual_report import AnnualReport
from services.reporting.rulesets import rulesets
from tests.seeds.test_pages import app, read

__all__ = ["app", "read"]

HELD = {
    ("nel", "annual-report-2019-20"): {"done"},
    ("nel", "annual-report-2024-25"): {
        "data",
        "done",
        "feedback",
        "incidents",
        "priorities",
        "scrutiny",
    },
    ("coventry", "annual-report-2019-20"): {"done", "feedback", "reviews"},
    ("norfolk", "annual-report-2020-21"): {"done", "effective", "feedback", "impact", "reviews"},
    ("surrey", "annual-report"): {"done", "reviews"},
}


@pytest.mark.parametrize(("slug", "name"), HELD)
def test_the_report_says_what_it_holds_of_what_is_asked(
    app: Flask, loaded: Partnerships, slug: str, name: str
) -> None:
    with loaded.open(slug).read(AnnualReport) as view:
        report = view.report(name)
    assert report is not None
    html = " ".join(app.test_client().get(f"/{slug}/reports/{name}").text.split())
    asked = rulesets()[report.ruleset].requirements
    said = {
        each.id: re.search(rf"<li> ?{re.escape(each.title)}: .*?</li>", html, re.DOTALL)
        for each in asked
    }
    held = {id for id, found in said.items() if found and "Told here" in found[0]}
    lacking = {id for id, found in said.items() if found and "holds nothing on this" in found[0]}
    assert held == HELD[slug, name]
    assert held | lacking | {"little"} == {each.id for each in asked}
