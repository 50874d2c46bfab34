"""Letters that nobody sees change nothing of what is typed; those that shape a script stay."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import chain

import pytest
from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st

from tests.web.page import Page
from tests.web.staff import Staff
from web.forms.day_fields import Day
from web.forms.figures import Whole
from web.forms.text_fields import Email
from web.site.cleaned_text import cleaned, visible

UNSEEN = [chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) in ("Cf", "Cc")]
UNSEEN = [each for each in UNSEEN if each not in "\t\n\r" and not 0x600 <= ord(each) < 0x900]
UNSEEN = [each for each in UNSEEN if ord(each) not in range(0x110BD, 0x13460)]  # seen after all
UNSEEN += ["\u115f", "\u3164", "\uffa0", "\ufe0f", "\u034f"]
PLAIN = "new.person@norfolk.example"


@example(["\ufe0f"], 4)  # after a full stop
@given(st.lists(st.sampled_from(UNSEEN), min_size=1), st.integers(0, len(PLAIN)))
def test_an_address_with_unseen_letters_is_the_address(unseen: list[str], at: int) -> None:
    typed = PLAIN[:at] + "".join(unseen) + PLAIN[at:]
    assert Email().deserialize(typed) == PLAIN
    assert cleaned(typed) == PLAIN


@pytest.mark.parametrize(
    "words",
    [
        "\u0646\u0645\u06cc\u200c\u062e",
        "क्\u200dष",
        "👩🏽\u200d🦽 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "قال \u200fWord\u200f!",
        "Zoë, Łódź, O\u2019Brien",
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(words: str) -> None:
    assert cleaned(words) == words


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert visible(visible(text)) == visible(text)


def test_somebody_is_let_in_by_the_address_that_is_seen(sign_in: Callable[[str], Staff]) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    coordinator.get("work/people/")
    person = {"name": "N\u200bew", "email": "ne\u2060w@norfolk.example", "role": "triage"}
    coordinator.post("work/people/", **person)
    assert sign_in("new@norfolk.example").get("work/").status == 200
    assert ">New<" in coordinator.get("work/people/").html


def test_days_and_numbers_are_read_without_them() -> None:
    """Windows puts marks of direction into the days that are copied from its properties."""
    assert str(Day().deserialize(cleaned("\u200e21\u200e/\u200e11\u200e/\u200e2026"))) == (
        "21 November 2026"
    )
    assert Whole().deserialize(cleaned("1\u200b2")) == 12


def test_five_words_are_found_with_them(client: FlaskClient) -> None:
    page = Page(client.get("/norfolk/tell"))
    sent = Page(client.post("/norfolk/tell/send", data=page.fields | {"words": "It is loud."}))
    typed = "\u200b".join(chain.from_iterable(sent.fields["receipt"]))
    assert "We got it" in Page(client.post("/norfolk/back", data={"receipt": typed})).words


def test_only_unseen_letters_are_nothing(client: FlaskClient) -> None:
    page = Page(client.get("/norfolk/tell"))
    sent = Page(client.post("/norfolk/tell/check", data=page.fields | {"words": "\u200b\ufeff"}))
    assert sent.status == 422
