"""The children's version in another language: public once it is whole, checked and up to date."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from events.fact import FORGOTTEN, Provenance
from infra.partnerships import Partnerships
from projections.reporting.annual_report import AnnualReport
from tests.web.staff import Staff
from web.childrens_version.english_text import HELP

SignIn = Callable[[str], Staff]
CHILDREN = "/norfolk/reports/annual-report-2020-21/children"
ARABIC = "مرحبا"
STYLES = Path(__file__).parents[3] / "web" / "static" / "css" / "staff.css"


def test_the_box_for_a_translation_says_which_language_it_is(sign_in: SignIn, at: str) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    assert '<label for="f-words">In Arabic</label>' in coordinator.get(f"{at}/cover").html
    polish = coordinator.get(f"{at.removesuffix('ar')}pl/cover").html
    assert '<label for="f-words">In Polish</label>' in polish


@pytest.fixture
def at(demo: Partnerships) -> str:
    report = demo.open("norfolk").ledger.name_of("seed", "s3_norfolk_2020_21", "report")
    return f"work/reports/{report}/languages/ar"


def test_a_language_is_offered_once_it_is_whole_checked_and_of_this_english(
    sign_in: SignIn, anybody: FlaskClient, demo: Partnerships, at: str
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    assert "Nothing yet" in coordinator.get(at.removesuffix("/ar")).words
    page = coordinator.get(at)
    parts = dict.fromkeys(re.findall(rf'href="/norfolk/{at}/(\w+)"', page.html))
    assert next(iter(parts)) == "cover"
    assert [*parts][-1] == "help"
    assert HELP.splitlines()[3] in page.words
    assert coordinator.send(f"{at}/check").status_code == 422
    for name in parts:
        form = coordinator.get(f"{at}/{name}").html
        assert '<h2>In English it says</h2><p class="keep-lines">' in form
        assert coordinator.post(f"{at}/{name}", words=f"{ARABIC} {name}\n{ARABIC}").status == 200
    assert "To be checked by a speaker" in coordinator.get(at).words
    refused = coordinator.send(f"{at}/check")
    assert (refused.status_code, "You translated a part" in refused.text) == (422, True)
    assert anybody.get(f"{CHILDREN}/ar").status_code == 404

    tenant = demo.open("norfolk")
    report = tenant.ledger.name_of("seed", "s3_norfolk_2020_21", "report")
    known = demo_asked(coordinator, at)
    speaker = Provenance("a speaker", "a test")
    tenant.childrens_translation.check(report, "ar", speaker, asked=known)
    tenant.catch_up()
    shown = anybody.get(f"{CHILDREN}/ar").text
    assert f"{ARABIC} help" in shown
    assert '<div class="year" lang="ar" dir="rtl"' in shown
    assert "0800 1111" in shown
    english = " ".join(anybody.get(CHILDREN).text.split())
    assert f'href="{CHILDREN}/ar" lang="ar" hreflang="ar" dir="rtl">العربية' in english

    said = tenant.ledger.name_of("seed", "s3_norfolk_2020_21", "faces")
    asked = {"asked_by": "the young person", "why": "She asked"}
    tenant.statement.withdraw(said, Provenance("x", "y"), **asked)
    tenant.catch_up()
    assert anybody.get(f"{CHILDREN}/ar").status_code == 404
    assert f"{CHILDREN}/ar" not in anybody.get(CHILDREN).text
    assert "The English changed" in coordinator.get(at).words


def test_english_is_shown_line_for_line_beside_its_translation(sign_in: SignIn, at: str) -> None:
    form = sign_in("coordinator@norfolk.example").get(f"{at}/help").html
    assert (
        HELP.splitlines()
        == unescape(form.split('<p class="keep-lines">')[1]).split("</p>")[0].splitlines()
    )
    assert re.search(r"[.]keep-lines {[^}]*white-space: pre-line", STYLES.read_text())


def demo_asked(coordinator: Staff, at: str) -> frozenset[tuple[str, str]]:
    """The parts of the demonstration's version, each with the hash of its English text."""
    found = re.findall(r'<p class="keep-lines">(.*?)</p>', coordinator.get(at).html, re.DOTALL)
    names = dict.fromkeys(re.findall(rf'href="/norfolk/{at}/(\w+)"', coordinator.get(at).html))
    texts = [unescape(text) for text in found]
    of = [sha256(text.encode()).hexdigest() for text in texts]
    return frozenset(zip([n for n in names if n != "check"], of, strict=True))


def test_no_other_language_is_known(anybody: FlaskClient, sign_in: SignIn, at: str) -> None:
    assert anybody.get(f"{CHILDREN}/xx").status_code == 404
    assert anybody.get(f"{CHILDREN}/ar").status_code == 404
    triage = sign_in("triage@norfolk.example")
    assert triage.get(at).status == 403


def test_a_quotation_that_is_taken_back_leaves_its_translation_too(
    sign_in: SignIn, anybody: FlaskClient, demo: Partnerships
) -> None:
    tenant, by = demo.open("norfolk"), [Provenance(name, "a test") for name in "abc"]
    receipt = tenant.feedback.submit("a client", words="QUILLQUOTE more lamps")
    id = tenant.feedback.id_of("a client")
    tenant.feedback.give_theme(id, by[0], theme="lamps")
    tenant.quotation.propose(id, by[0], words="QUILLQUOTE more lamps")
    tenant.quotation.agree(id, by[0], number=1, use="children's version")
    for each in by[1:]:
        tenant.quotation.sign_off(id, each, number=1, why="many say so")
    tenant.catch_up()
    with tenant.read(AnnualReport) as view:
        report = view.report("demo-2026-27")
    assert report
    coordinator, at = sign_in("coordinator@norfolk.example"), f"work/reports/{report.id}/languages"
    assert "QUILLQUOTE" in coordinator.get(f"{at}/pl").html
    coordinator.post(f"{at}/pl/said", words="QUILLPOLISH lampy")
    assert "QUILLPOLISH" in coordinator.get(f"{at}/pl").html
    anybody.post("/norfolk/back/take", data={"receipt": receipt, "sure": "yes"})
    for page in (f"{at}/pl", f"{at}/pl/said"):
        shown = coordinator.get(page)
        assert shown.status == 200
        assert "QUILL" not in shown.html
    kept = tenant.ledger.name_of("children's translation", str(report.id), "pl", "said", "0")
    assert [fact.words for fact in tenant.ledger.facts(kept)] == [FORGOTTEN]
    coordinator.post(f"{at}/pl/said", words="Nic")
    assert "Nic" in coordinator.get(f"{at}/pl").html
