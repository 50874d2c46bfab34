"""The law meter does not flatter: a point is evidenced by the facts that it asks for, or not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast, get_args

import pytest

from events.governance.partner import Part
from events.governance.theme import Theme
from projections.reporting.coverage import Progress, Sections
from projections.reporting.entries import Entry, Section
from projections.reporting.report_contents import EntryGroup, Standing
from services.reporting.rulesets import Requirement, rulesets
from web.reporting.law_meter import State, Verdict, of_duty, of_facts, of_progress, what_lacks
from web.reporting.requirements import answers
from web.style_guide.entry_samples import entry

NEWEST = "Working Together 2026"
BEFORE = "Working Together 2023"
ROOT = Path(__file__).parents[3]


def row(section: Section, kind: str, value: str = "", tag: str = "", words: str = "x") -> Entry:
    key = f"{section} {kind} {value} {tag} {words}"
    return entry(kind, section=section, value=value, tag=tag, words=words, key=key)


def sections(*rows: Entry, standing: Standing = "") -> Sections:
    """Each entry as the part of a group of its own."""
    found: dict[Section, list[EntryGroup]] = {}
    for each in rows:
        found.setdefault(each.section, []).append(EntryGroup(each, (), standing))
    return found


def asked(id: str, edition: str = NEWEST) -> Requirement:
    return next(each for each in rulesets()[edition].requirements if each.id == id)


def verdict(id: str, shown: Sections, edition: str = NEWEST, *, told: bool = False) -> Verdict:
    point = asked(id, edition)
    lacks = [words for need in point.needs if (words := what_lacks(need, shown))]
    return of_facts(lacks, is_there=bool(answers(shown, point.answered_by)), is_told=told)


RATINGS = [
    row("audits", "rating agreed", "green", "Police", f"Police: standard {each}") for each in (1, 2)
]
CONTRIBUTIONS = [
    row("who", "contribution", tag=part) for part in get_args(Part) if part != "relevant agency"
]
PAID = [row("money", "paid in", "£1", part) for part in ("council", "integrated care board")]


@pytest.mark.parametrize(
    ("id", "rows", "reason"),
    [
        ("partners", RATINGS, "council, integrated care board, police, education"),
        ("partners", CONTRIBUTIONS[:-1], "contributed: education."),
        ("impact", [row("decisions", "impact")], "how that is known"),
        ("impact", [row("training", "impact")], "how that is known"),
        ("data", [row("figures", "figure", "87%")], "Figures alone do not show"),
        ("feedback", [row("children", "asked"), row("children", "used")], "families"),
        ("scrutiny", [row("audits", "conclusion")], "No finding of independent scrutiny"),
        ("incidents", [row("reviews", "count", "3")], "told of or counted"),
        ("done", [row("decisions", "made")], "carried out"),
        ("looked-after", [row("work", "children looked after", "result not told yet")], "came of"),
    ],
)
def test_what_used_to_flatter_is_thin(id: str, rows: list[Entry], reason: str) -> None:
    state, reasons = verdict(id, sections(*rows))
    assert state == "thin"
    assert reason in " ".join(reasons)


@pytest.mark.parametrize(
    ("id", "edition", "rows"),
    [
        ("partners", NEWEST, CONTRIBUTIONS),
        ("impact", NEWEST, [row("decisions", "impact", "measured")]),
        ("looked-after", NEWEST, [row("work", "children looked after", "result told")]),
        ("money", BEFORE, [*PAID, row("money", "paid in", "£1", "police"), row("money", "spent")]),
        ("arrangements", BEFORE, [row("who", "arrangements", "changes told")]),
        ("reforms", BEFORE, [row("work", "national reforms", "result told")]),
        (
            "education",
            BEFORE,
            [row("who", "contribution", tag="education"), row("who", "partner", "education")],
        ),
    ],
)
def test_what_the_point_asks_for_is_evidence(id: str, edition: str, rows: list[Entry]) -> None:
    assert verdict(id, sections(*rows), edition) == ("evidenced", [])


def test_money_of_some_partners_is_thin_and_says_whose_is_missing() -> None:
    state, reasons = verdict("money", sections(*PAID), BEFORE)
    assert state == "thin"
    assert reasons[0].endswith("paid in: police.")
    assert "spent on" in reasons[1]


def test_arrangements_that_only_go_on_are_no_change() -> None:
    arranged = row("who", "arrangements", "changes told")
    assert verdict("arrangements", sections(arranged, standing="new"), BEFORE)[0] == "evidenced"
    assert verdict("arrangements", sections(arranged, standing="continued"), BEFORE)[0] == "thin"


def test_each_question_of_scrutiny_needs_its_reply() -> None:
    rows = [row("scrutiny", "question", tag=each) for each in ("1", "2")]
    found = [row("scrutiny", "to improve"), row("scrutiny", "answer", tag="1"), *rows]
    assert verdict("scrutiny", sections(*found))[1] == [
        "Not every question of scrutiny has the partnership's reply: 1 of 2 wait."
    ]
    answered = sections(*found, row("scrutiny", "answer", tag="2"))
    assert verdict("scrutiny", answered) == ("evidenced", [])


def test_nothing_is_missing_and_words_alone_are_thin() -> None:
    assert verdict("partners", {})[0] == "missing"
    state, reasons = verdict("partners", {}, told=True)
    assert state == "thin"
    assert "No fact of the record stands behind" in reasons[0]


@pytest.mark.parametrize(
    ("changed", "told", "state"),
    [((False,), False, "thin"), ((True, False), True, "evidenced"), ((True,), False, "evidenced")],
)
def test_little_progress_is_told_or_thin(
    changed: tuple[bool, ...], told: bool, state: State
) -> None:
    priorities = [Progress("Neglect", True, True, each) for each in changed]
    lacking = [each for each in priorities if each.lacks]
    assert of_progress(priorities, lacking, is_told=told)[0] == state
    assert of_progress([], [], is_told=False)[0] == "missing"


def test_a_duty_of_the_partnership_needs_its_words() -> None:
    assert of_duty(is_there=True, is_told=False)[0] == "thin"
    assert of_duty(is_there=True, is_told=True)[0] == "evidenced"


def test_every_point_of_every_edition_can_be_met_and_names_entries_that_there_are() -> None:
    """A word that no entry has would make a point thin for ever."""
    sources = [*(ROOT / "projections/reporting/entries").rglob("*.py")]
    sources += [
        *(ROOT / "events").rglob("*.py"),
        ROOT / "projections/reporting/moderated_returns.py",
    ]
    known = {word for path in sources for word in re.findall(r'"([^"\n]+)"', path.read_text())}
    known |= {*get_args(Theme), *get_args(Part)}
    for edition in rulesets().values():
        for point in edition.requirements:
            assert point.needs or point.id == "little", point.id
            for need in point.needs:
                assert need.lacking, point.id
                for fact in (*need.facts, *filter(None, [need.replies_to])):
                    of, _, word = fact.partition("=")
                    section, _, kind = of.partition("/")
                    assert cast(Section, section) in get_args(Section), fact
                    assert not kind or kind in known, fact
                    assert not word or word in {*known, "measured"}, fact
