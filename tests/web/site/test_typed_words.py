"""Nothing typed is lost when a form is refused, and no machine's words are shown as a person's."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from web.site.typed_words import MACHINES, typed_words

TEMPLATES = Path(__file__).parents[3] / "web" / "templates"
# What a page carries from one step to the next for somebody who typed or chose it.
CARRIED = {"about", "answer", "feeling", "name", "safe_now", "words"}


@given(st.dictionaries(st.sampled_from(["words", "better", "who", "place"]), st.text(max_size=30)))
def test_every_answer_is_shown_however_short(answers: dict[str, str]) -> None:
    shown = typed_words(MultiDict(answers))
    assert set(shown) == {each for each in answers.values() if each.strip()}


@given(st.uuids(), st.sampled_from(sorted(MACHINES)))
def test_no_key_and_no_id_is_shown(id: UUID, name: str) -> None:
    form = MultiDict([(name, "a machine's"), ("person", str(id)), ("group", id.hex)])
    assert typed_words(form) == []


def test_every_field_that_a_page_fills_in_is_known_as_such() -> None:
    field = re.compile(r'hidden\("(\w+)"|type="hidden" name="(\w+)"')
    found = {
        one or other
        for page in TEMPLATES.rglob("*.html")
        for one, other in field.findall(page.read_text())
    }
    assert found - MACHINES == CARRIED
