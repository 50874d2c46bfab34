"""Edition 4 of North East Lincolnshire's newsletter, drafted from the facts it was read from."""

from __future__ import annotations

import pytest

from events.period import PartialDate
from events.reporting.newsletter import Paragraph
from infra.partnerships import Partnerships
from projections.reporting.annual_report import AnnualReport
from projections.reporting.newsletter_draft import drafted

Draft = dict[str, list[Paragraph]]


@pytest.fixture
def edition(loaded: Partnerships) -> Draft:
    with loaded.open("nel").read(AnnualReport) as view:
        rows = view.entries.where(order="order")
    found: Draft = {}
    for each in drafted(rows, PartialDate("2024-12"), PartialDate("2025-03-05"), ()):
        found.setdefault(each.section, []).append(each)
    return found


def words(edition: Draft, section: str) -> str:
    return "\n".join(each.words for each in edition[section])


def test_edition_four_tells_what_its_source_tells(edition: Draft) -> None:
    decided = words(edition, "What was discussed and decided")
    for told in (
        "Performance dashboard",
        "An education welfare officer is introduced",
        "This asks the Lead Safeguarding Partners",
        "Another meeting is planned",
        "Lead Safeguarding Partners: 2 of 3 came",
        "'Stronger Together'",
    ):
        assert told in decided
    assert len(edition["What the sub-groups are doing"]) == 6
    assert "SPLAD" in words(edition, "What the sub-groups are doing")
    learned = words(edition, "Learning")
    assert "The first rapid review action plan" in learned
    assert "It's silent" in learned
    figures = words(edition, "Figures")
    assert "624 people" in figures
    assert "32 events" in figures
    assert "20 events. Worked out, not stated." in figures
    assert "624 people at 32 events" in words(edition, "Training")
    ahead = words(edition, "Dates to come")
    for day in ("8 April 2025", "6 May 2025", "June 2025", "14 April 2025", "1 April 2025"):
        assert day in ahead


def test_every_paragraph_names_its_fact_and_only_that_document(edition: Draft) -> None:
    every = [each for section in edition.values() for each in section]
    assert all(each.entry for each in every)
    assert all("001_9f14e9871f898596.txt" in each.source for each in every if not each.demo)


def test_the_paraphrase_is_not_drafted_as_a_quotation(edition: Draft) -> None:
    said = words(edition, "What children said")
    assert "felt listened to" in said
    assert "“" not in said


def test_what_an_edition_told_is_not_told_again(loaded: Partnerships, edition: Draft) -> None:
    told = {each.entry for section in edition.values() for each in section}
    with loaded.open("nel").read(AnnualReport) as view:
        rows = view.entries.where(order="order")
    assert drafted(rows, PartialDate("2024-12"), PartialDate("2025-03-05"), told) == ()
