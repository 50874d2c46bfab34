"""You said, we did: quotations are marked, paraphrases are not, and demonstration data says so."""

from __future__ import annotations

import pytest
from flask import g, render_template
from flask.testing import FlaskClient

from events.period import PartialDate
from projections.feedback.you_said_views import Did, Said, Theme
from web.feedback.you_said import OUTCOMES
from web.site.tenancy import tenants

QUOTE = Said("Ask us first", "Young people", True, "Yearly report, page 3")
RETOLD = Said("Leaders feel far away", "A council in care", False, "")
DONE = Did("we did", "We ask first.", "You know best.", PartialDate("2021-03"), False)
REFUSED = Did("we could not", "One worker for ever.", "People change jobs.", None, True)


def draw(client: FlaskClient, themes: list[Theme]) -> str:
    with client.application.test_request_context("/norfolk/you-said"):
        found = tenants.get("norfolk")
        assert found
        g.here, g.card = found
        return render_template("feedback/you_said.html", themes=themes, outcomes=OUTCOMES)


@pytest.fixture
def shown(client: FlaskClient) -> str:
    """The page of one theme with everything on it."""
    return draw(client, [Theme("listening", (QUOTE, RETOLD), (DONE, REFUSED), 3, True)])


def test_only_their_own_words_are_in_quotation_marks(shown: str) -> None:
    assert "<q>Ask us first</q>" in shown
    assert "<q>Leaders" not in shown
    assert "Leaders feel far away" in shown


def test_what_was_not_possible_is_said_with_the_reason(shown: str) -> None:
    assert "We could not" in shown
    assert "People change jobs." in shown


def test_what_is_made_up_for_show_says_so(shown: str) -> None:
    label = "Made up to show how this works"
    assert shown.count(label) == 2
    did, heard = shown.split(label)[:2]
    assert "People change jobs." in did
    assert heard.endswith('about this.</span> <span class="tag tag--amber">')


def test_where_a_quotation_is_from_can_be_opened(shown: str) -> None:
    assert "<summary>Where is this from?</summary><p>Yearly report, page 3</p>" in shown


def test_what_waits_for_an_answer_comes_after_what_has_one(client: FlaskClient) -> None:
    waiting = Theme("buses", (QUOTE,), (), 0, False)
    answered = Theme("listening", (QUOTE, RETOLD, QUOTE), (DONE,), 0, False)
    shown = draw(client, [waiting, answered])
    assert shown.index("Listening") < shown.index("We have not answered these yet.")
    assert shown.index("We have not answered these yet.") < shown.index("Buses")
    assert "More that you said (1)" in shown


def test_small_numbers_stay_vague(shown: str) -> None:
    assert "A few young people told us about this." in shown


def test_nothing_said_yet_says_so_in_words(client: FlaskClient) -> None:
    answer = client.get("/norfolk/you-said")
    assert answer.status_code == 200
    assert "Nothing here yet." in answer.text
