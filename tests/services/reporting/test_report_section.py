"""A partnership's own sections: added, named, moved, taken out, until the report is final."""

from __future__ import annotations

from html import unescape
from uuid import UUID

import pytest

from events.fact import Fact
from events.reporting.report_drafting import ReportPartWritten
from events.reporting.report_section import (
    KeyMessagesChosen,
    ReportPictureAdded,
    ReportPictureTakenOut,
    ReportSectionAdded,
    ReportSectionMoved,
    ReportSectionNamed,
    ReportSectionTakenOut,
)
from services.refusals import AlreadyThere, Missing, NotFound
from services.reporting import report_drafting as drafting
from services.reporting import report_section as sections
from services.reporting.report_state import FinalisedAlready, evolve
from services.reporting.written_text import (
    LONGEST,
    BadLink,
    NotOurPicture,
    WordsTooLong,
    as_markdown,
    is_safe_link,
    picture_address,
    reader,
)
from tests.services.reporting.test_report_drafting import DRAFTED, FINAL
from tests.stories import given, recorded

ONE = recorded(ReportSectionAdded, section="own-1", title="One", before="training")
TWO = recorded(ReportSectionAdded, section="own-2", title="Two", before="training")
THREE = recorded(ReportSectionAdded, section="own-3", title="Three", before="")


def test_a_section_may_come_with_its_words() -> None:
    drafted = given(evolve, DRAFTED)
    told = {"section": "own-1", "title": "One"}
    [added, written] = sections.add_section(
        drafted.state, drafted.provenance, **told, words="**Bold**"
    )
    assert isinstance(added, ReportSectionAdded)
    assert isinstance(written, ReportPartWritten)
    assert (written.section, written.markup) == ("own-1", "markdown")
    assert written.originator_version == added.originator_version + 1
    drafted.when(sections.add_section, **told, words="[x](www.example.org)").refused(BadLink)
    [alone] = sections.add_section(drafted.state, drafted.provenance, **told)
    assert isinstance(alone, ReportSectionAdded)


@pytest.mark.parametrize(
    "plain",
    ["2. Two", "# no heading", "a * b * c", "_x_ <b> [y](z)", "- dash", "| a | b |", "1\2", "> x"],
)
def test_plain_words_as_markdown_show_the_same(plain: str) -> None:
    shown = reader().render(as_markdown(plain))
    assert unescape(shown) == f"<p>{plain}</p>\n"


def places(*facts: Fact) -> list[tuple[str, str]]:
    state = given(evolve, DRAFTED, *facts).state
    return [(each.id, each.before) for each in state.sections]


def test_sections_stand_before_a_chapter_before_each_other_or_at_the_end() -> None:
    assert places(ONE, TWO, THREE) == [("own-1", "training"), ("own-2", "training"), ("own-3", "")]
    moved = recorded(ReportSectionMoved, section="own-3", before="own-2")
    assert places(ONE, TWO, THREE, moved) == [
        ("own-1", "training"),
        ("own-3", "training"),
        ("own-2", "training"),
    ]
    last = recorded(ReportSectionMoved, section="own-1", before="")
    assert places(ONE, TWO, last) == [("own-2", "training"), ("own-1", "")]
    gone = recorded(ReportSectionTakenOut, section="own-1")
    assert places(ONE, TWO, gone) == [("own-2", "training")]


def test_what_is_not_right_is_refused_in_words() -> None:
    drafted = given(evolve, DRAFTED, ONE)
    drafted.when(sections.add_section, section="own-1", title="x").refused(AlreadyThere)
    drafted.when(sections.add_section, section="own-2", title="").refused(Missing, "title")
    drafted.when(sections.add_section, section="own-2", title="x" * 201).refused(Missing, "title")
    drafted.when(sections.add_section, section="own-2", title="x", before="own-9").refused(
        NotFound, "before"
    )
    drafted.when(sections.name_section, section="own-9", title="x").refused(NotFound)
    drafted.when(sections.name_section, section="own-1", title="New").then(ReportSectionNamed)
    drafted.when(sections.move_section, section="own-1", before="own-1").refused(Missing, "before")
    drafted.when(sections.move_section, section="own-1", before="who").then(ReportSectionMoved)
    drafted.when(sections.take_out_section, section="own-1").then(ReportSectionTakenOut)


def test_nothing_changes_once_the_report_is_final() -> None:
    final = given(evolve, DRAFTED, ONE, FINAL)
    final.when(sections.add_section, section="own-2", title="x").refused(FinalisedAlready)
    final.when(sections.move_section, section="own-1", before="").refused(FinalisedAlready)
    final.when(sections.take_out_section, section="own-1").refused(FinalisedAlready)
    final.when(sections.choose_messages, messages=("One",)).refused(FinalisedAlready)


def test_key_messages_are_at_most_six_and_short() -> None:
    drafted = given(evolve, DRAFTED)
    drafted.when(sections.choose_messages, messages=("One", "Two")).then(KeyMessagesChosen)
    drafted.when(sections.choose_messages, messages=()).then(KeyMessagesChosen)
    drafted.when(sections.choose_messages, messages=("x",) * 7).refused(Missing, "messages")
    drafted.when(sections.choose_messages, messages=("x" * 301,)).refused(Missing, "messages")


def test_words_are_written_into_a_section_that_is_there_and_show_only_its_pictures() -> None:
    picture = UUID(int=7)
    added = recorded(
        ReportPictureAdded, picture=picture, alternative="A lamp", digest="d", type="PNG", size=1
    )
    line, part = f"![A lamp]({picture_address(picture)})", {"section": "own-1", "seen": 0}
    written = given(evolve, DRAFTED, ONE)
    written.when(drafting.write_part, **part, words=line, markup="markdown").refused(
        NotOurPicture, "words"
    )
    given(evolve, DRAFTED, ONE, added).when(
        drafting.write_part, **part, words=line, markup="markdown"
    ).then(ReportPartWritten, words=line, markup="markdown")
    afar = "![x](https://example.org/x.png)"
    written.when(drafting.write_part, **part, words=afar, markup="markdown").refused(NotOurPicture)
    long = "x" * (LONGEST + 1)
    written.when(drafting.write_part, **part, words=long, markup="markdown").refused(WordsTooLong)
    given(evolve, DRAFTED).when(drafting.write_part, **part, words="x").refused(NotFound, "words")


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org", True),
        ("mailto:a@example.org", True),
        ("#training", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
    ],
)
def test_links_lead_to_the_web_to_mail_or_to_the_page(address: str, safe: bool) -> None:
    assert is_safe_link(address) is safe


def test_a_picture_is_taken_out_once_no_words_show_it() -> None:
    picture = UUID(int=7)
    added = recorded(
        ReportPictureAdded, picture=picture, alternative="A lamp", digest="d", type="PNG", size=1
    )
    line = f"![A lamp]({picture_address(picture)})"
    write = {"section": "training", "markup": "markdown"}
    shows = recorded(ReportPartWritten, words=f"We trained.\n\n{line}", **write)
    plain = recorded(ReportPartWritten, words="We trained.", **write)
    given(evolve, added).when(sections.take_out_picture, picture=picture).then(
        ReportPictureTakenOut
    )
    given(evolve, added, shows).when(sections.take_out_picture, picture=picture).refused(
        sections.PictureIsShown
    )
    given(evolve, added, shows, plain).when(sections.take_out_picture, picture=picture).then(
        ReportPictureTakenOut
    )
    gone = recorded(ReportPictureTakenOut, picture=picture)
    given(evolve, added, gone).when(sections.take_out_picture, picture=picture).refused(NotFound)
