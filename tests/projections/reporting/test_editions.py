"""A quotation that is withdrawn takes away the editions that hold it, and no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.fact import Fact, Provenance
from events.feedback.feedback import FeedbackTakenBack
from events.feedback.triage import ConcernEscalated
from events.participation.quotation import QuoteConsentWithdrawn, QuoteSetAside, StatementWithdrawn
from events.privacy.erasure import ForgettingConfirmed
from events.reporting.edition import EditionKept, Form
from events.reporting.report import ReportCorrected, ReportDrafted, ReportPublished
from infra.editions.build import quoted_in
from projections.reporting.edition_rows import Shelved
from projections.reporting.editions import Editions
from tests.stories import TOLD, recorded

ONE, OTHER, HERS = UUID(int=101), UUID(int=102), UUID(int=7)
CALLED = {ONE: f"{ONE.hex}:2", OTHER: f"{OTHER.hex}:2"}
FORMS: tuple[Form, ...] = ("html", "pdf")
Quotes = tuple[str, ...] | None


def published(report: UUID) -> list[Fact]:
    drafted = recorded(
        ReportDrafted,
        stream=report,
        name=f"r{report.int}",
        title="Ours",
        also_called="",
        number=None,
        period=None,
        ruleset="Working Together 2023",
        duties=(),
        versions=(),
    )
    ours = replace(drafted, provenance=Provenance("us", "our work"))
    return [
        ours,
        recorded(ReportPublished, version=2, stream=report, where="here", published_on=None),
    ]


def kept(
    report: UUID,
    version: str,
    form: Form,
    quotes: Quotes = (),
    *,
    ground: str = "",
    digest: str = "d",
) -> Fact:
    fact = EditionKept(
        uuid5(report, version + form),
        1,
        TOLD,
        report,
        ground or CALLED[report],
        version,
        form,
        digest,
        1,
        1,
        9,
        "r",
        quotes,
    )
    return replace(fact, recorded_at=datetime(2026, 11, 1, tzinfo=UTC))


def editions(report: UUID, full: Quotes, children: Quotes) -> list[Fact]:
    each = (("full", full), ("children", children))
    made = [kept(report, name, form, quotes) for name, quotes in each for form in FORMS]
    return [*published(report), *made]


STORY = [*editions(ONE, (f"{HERS}:1", f"{HERS}:0"), ()), *editions(OTHER, (), ())]


def after(*facts: Fact, story: list[Fact] = STORY) -> dict[UUID, Shelved]:
    view = Editions.over([*story, *facts])
    return {id: row for id in (ONE, OTHER) if (row := view.of(id))}


def withdrawn(row: Shelved) -> set[str]:
    return {each.file for each in row.kept if each.is_withdrawn}


ENDS = [
    recorded(QuoteConsentWithdrawn, stream=HERS, number=1, use="full report"),
    recorded(QuoteSetAside, stream=HERS, number=1, why="somebody could tell"),
    recorded(StatementWithdrawn, stream=HERS, asked_by="the partnership", why="w"),
    recorded(ConcernEscalated, stream=HERS, to="t", escalated_at="a", reference="r"),
    recorded(FeedbackTakenBack, stream=HERS),
    recorded(ForgettingConfirmed, subject=HERS, kind="feedback", ground="g", streams=(HERS,)),
]


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.TOPIC)
def test_what_holds_it_goes_at_once_and_is_made_anew(end: Fact) -> None:
    rows = after(end)
    assert withdrawn(rows[ONE]) == {"full-1.html", "full-1.pdf"}
    assert (rows[ONE].number, rows[ONE].now) == (2, ())
    assert (withdrawn(rows[OTHER]), rows[OTHER].number) == (set(), 1)


@pytest.mark.parametrize("use", ["children's version", "training"])
def test_a_use_in_which_it_does_not_stand_takes_nothing_away(use: str) -> None:
    rows = after(recorded(QuoteConsentWithdrawn, stream=HERS, number=1, use=use))
    assert withdrawn(rows[ONE]) == set()
    assert rows[ONE].number == 1


def test_one_that_does_not_say_what_it_quotes_may_hold_it() -> None:
    story = editions(ONE, None, None)
    rows = after(ENDS[0], story=story)
    assert withdrawn(rows[ONE]) == {"full-1.html", "full-1.pdf"}


def test_what_is_being_made_just_then_is_never_shown() -> None:
    """It was drawn with the quotation and is kept after it was withdrawn."""
    late = kept(ONE, "full", "html", (f"{HERS}:1",))
    rows = after(ENDS[0], late, story=[*published(ONE), *editions(OTHER, (), ())])
    assert withdrawn(rows[ONE]) == {each.file for each in rows[ONE].kept}
    assert rows[ONE].kept


def corrected(version: int) -> Fact:
    return recorded(ReportCorrected, version=version, stream=ONE, what="w", why="y")


_MADE = [(name, form) for name in ("full", "children") for form in FORMS]
# Grounds by the fact that calls for them: publication, then two corrections.
_WANTED = [(ground, name, form) for ground in (2, 3, 4) for name, form in _MADE]


@given(st.permutations([*_WANTED, 3, 4]))
def test_every_public_document_is_found_by_its_name(
    order: list[int | tuple[int, str, Form]],
) -> None:
    """However corrections and documents that are being made cross each other."""
    calls = [corrected(3), corrected(4)]
    facts, called = published(ONE), 2
    for each in order:
        if isinstance(each, int):
            facts.append(calls.pop(0))
            called += 1
        elif each[0] <= called:
            ground, name, form = each
            made = f"{ground}{form}{name}".ljust(64, "0")
            facts.append(kept(ONE, name, form, ground=f"{ONE.hex}:{ground}", digest=made))
    row = after(story=facts)[ONE]
    assert len({each.file for each in row.kept}) == len(row.kept)
    for each in row.kept:
        assert row.of(each.file) == each
    assert not any(each.is_withdrawn for each in row.now)


def test_a_document_says_what_it_quotes() -> None:
    document = f'<blockquote data-said="{HERS}:1"><p data-said="{ONE}:0"><i data-said="{HERS}:1">'
    assert quoted_in(document.encode()) == (f"{HERS}:1", f"{ONE}:0")
