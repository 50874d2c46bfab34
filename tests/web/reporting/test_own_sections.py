"""A partnership's own sections of a report, as its coordinator makes and moves them."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.web.page import Page
from tests.web.staff import Staff

Read = Callable[[], Page]


def added(coordinator: Staff, report: str, title: str, **more: str) -> str:
    """The name of a new section."""
    at = coordinator.made(f"{report}/sections/new", title=title, **more)
    return at.rpartition("/")[2]


def contents(page: Page) -> list[str]:
    listed = re.search(r'<nav class="contents".*?</nav>', page.html, re.DOTALL)
    assert listed
    return re.findall(r'<a href="#[^"]*">([^<]+)</a>', listed[0])


def test_a_section_is_added_written_named_moved_and_taken_out(
    coordinator: Staff, report: str, read: Read
) -> None:
    one = added(coordinator, report, "Our local work", before="children", words="Six **lamps**.")
    titles = contents(read())
    assert titles.index("Our local work") < titles.index("What children and young people said")
    assert "<strong>lamps</strong>" in read().html
    two = added(coordinator, report, "Thanks")
    assert contents(read())[-2:] != ["Our local work", "Thanks"]
    coordinator.post(f"{report}/build/{two}/write", words="# To all\n\n- one\n- two", seen="0")
    page = read()
    assert "<h3>To all</h3>" in page.html
    assert "<li>one</li>" in page.html
    coordinator.post(f"{report}/sections/{two}/name", title="With thanks")
    coordinator.post(f"{report}/sections/{two}/move", before=one)
    titles = contents(read())
    assert titles.index("With thanks") == titles.index("Our local work") - 1
    gone = coordinator.post(f"{report}/sections/{two}/out")
    assert "With thanks" not in read().words
    assert gone.status == 200
    assert "To all" in coordinator.get(report).words
    assert coordinator.get(f"{report}/sections/{two}/name").status == 404


def test_a_section_moves_one_place_up_or_down_past_chapters_and_sections(
    coordinator: Staff, report: str
) -> None:
    one = added(coordinator, report, "One", before="children")
    two = added(coordinator, report, "Two", before="children")

    def order() -> list[str]:
        return re.findall(r'<tr id="([^"]+)"', coordinator.get(f"{report}/build/").html)

    def moved(name: str, way: str) -> int:
        coordinator.post(f"{report}/sections/{name}/step/{way}")
        return order().index(name)

    at = order().index(two)
    assert order()[at - 1 : at + 2] == [one, two, "children"]
    assert moved(two, "up") == at - 1
    assert moved(two, "down") == at
    assert moved(two, "down") == at + 1
    for _ in range(20):
        moved(two, "down")
    assert order()[-1] == two
    for _ in range(25):
        moved(two, "up")
    assert order()[0] == two
    assert coordinator.send(f"{report}/sections/{two}/step/aside").status_code == 404
    assert coordinator.send(f"{report}/sections/own-none/step/up").status_code == 404


def test_two_people_write_one_section_and_no_word_is_lost(coordinator: Staff, report: str) -> None:
    one = added(coordinator, report, "One", words="First")
    at = f"{report}/build/{one}/write"
    seen = coordinator.get(at).fields["seen"]
    coordinator.post(at, words="Second", seen=seen)
    page = coordinator.post(at, words="Third", seen=seen)
    assert page.status == 422
    assert page.fields["words"] == "Third"
    assert "<p data-quote>Second</p>" in page.html


def test_bad_input_is_refused_in_words_and_what_was_typed_stays(
    coordinator: Staff, report: str
) -> None:
    page = coordinator.post(f"{report}/sections/new", title=" ", words="Typed")
    assert (page.status, page.fields["words"]) == (422, "Typed")
    page = coordinator.post(f"{report}/sections/new", title="x", before="nowhere")
    assert "Choose another place" in page.words
    page = coordinator.post(f"{report}/sections/new", title="x", words="![y](picture:abc)")
    assert page.status == 422
    assert "Add the picture on the page" in page.words
    page = coordinator.post(f"{report}/sections/new", title="x", words="[y](www.example.org)")
    assert "beginning with https://" in page.words


def test_fifty_thousand_letters_of_any_alphabet_are_kept(
    coordinator: Staff, report: str, read: Read
) -> None:
    words = "ଓ" * 50_000
    saved = coordinator.post(f"{report}/build/training/write", words=words, seen="0")
    assert saved.status == 200
    assert words in read().html


def test_nothing_of_it_changes_once_the_report_is_final(coordinator: Staff, report: str) -> None:
    one = added(coordinator, report, "One")
    coordinator.post(f"{report}/finalise")
    refused = coordinator.post(f"{report}/sections/new", title="Two")
    assert "This report is finalised" in refused.words
    assert "finalised" in coordinator.post(f"{report}/sections/{one}/name", title="x").words
    assert "finalised" in coordinator.post(f"{report}/sections/{one}/step/up").words
    assert "Move up" not in coordinator.get(f"{report}/build/").words


def test_a_new_line_that_was_typed_is_a_new_line(
    coordinator: Staff, report: str, read: Read
) -> None:
    from infra.partnerships import Partnerships

    assert Partnerships
    coordinator.post(f"{report}/build/foreword/write", words="One\nTwo", seen="0")
    assert re.search(r"<p>One<br>\s*Two</p>", read().html)


def test_key_messages_are_chosen_at_most_six(coordinator: Staff, report: str) -> None:
    page = coordinator.post(f"{report}/messages", messages="\n".join("abcdefg"))
    assert page.status == 422
    assert "at most 6 messages" in page.words
    assert coordinator.post(f"{report}/messages", messages="We listened.\nWe acted.").status == 200
    assert coordinator.get(f"{report}/messages").fields["messages"] == "We listened.\nWe acted."


def test_the_marks_of_a_typed_list_are_not_part_of_a_message(
    coordinator: Staff, report: str
) -> None:
    coordinator.post(f"{report}/messages", messages="- We listened.\n• We acted.\n-3 places")
    kept = coordinator.get(f"{report}/messages").fields["messages"]
    assert kept == "We listened.\nWe acted.\n-3 places"


def test_a_section_with_a_title_that_is_there_is_asked_about(
    coordinator: Staff, report: str
) -> None:
    added(coordinator, report, "Thanks")
    again = coordinator.post(f"{report}/sections/new", title="thanks")
    assert again.status == 422
    assert "There is one like it already: “Thanks”." in again.words
    assert added(coordinator, report, "Thanks", sure="yes")


def test_a_period_like_one_that_is_declared_is_asked_about(coordinator: Staff, report: str) -> None:
    again = {"label": "The year", "start": "2026-01-01", "end": "2026-12-31"}
    page = coordinator.post("work/arrangements/period", **again)
    assert page.status == 422
    assert "There is one like it already: Our year" in page.words
    assert coordinator.send("work/arrangements/period", **again, sure="yes").status_code == 303


def test_no_key_messages_are_said_not_to_stand(coordinator: Staff, report: str) -> None:
    chosen = coordinator.post(f"{report}/messages", messages="We listened.")
    assert "The key messages stand first" in chosen.words
    none = coordinator.post(f"{report}/messages", messages=" ")
    assert "No key messages stand in the report." in none.words


def test_the_desk_names_documents_by_their_titles(coordinator: Staff) -> None:
    listed = coordinator.get("work/reports/").links
    built = [
        coordinator.get(f"{each}/build/figures") for each in listed if "/work/reports/" in each
    ]
    shown = [page.words for page in built if page.status == 200]
    assert any("Slides for the Health" in words for words in shown)
    assert not any(".txt" in words for words in shown)
