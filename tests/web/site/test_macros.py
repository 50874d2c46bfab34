"""Fields show their error beside them, and the summary links to them."""

from __future__ import annotations

import pytest
from flask import Flask, render_template_string

FORMS = '{% import "macros/forms.html" as forms %}'
PARTS = '{% import "macros/parts.html" as parts %}'
WRONG = {"name": "Enter a name", "on": "Enter a day"}


def draw(app: Flask, macro: str, **context: object) -> str:
    with app.test_request_context("/"):
        return render_template_string(FORMS + PARTS + "{{ " + macro + " }}", **context)


def test_the_summary_leads_to_each_field(app: Flask) -> None:
    shown = draw(app, "forms.summary(errors)", errors=WRONG)
    assert 'role="alert"' in shown
    assert '<a href="#f-name">Enter a name</a>' in shown
    assert draw(app, "forms.summary({})").strip() == ""


@pytest.mark.parametrize(
    "macro",
    [
        'forms.text("name", "Name", values, errors, hint="As known")',
        'forms.textarea("name", "Name", values, errors, hint="As known", limit=9)',
        'forms.select("name", "Name", [("<b>", "Bold")], values, errors, hint="As known")',
        'forms.radios("name", "Name", [("<b>", "Bold")], values, errors, hint="As known")',
    ],
)
def test_a_field_keeps_what_was_typed_and_says_what_is_wrong(app: Flask, macro: str) -> None:
    shown = draw(app, macro, values={"name": "<b>"}, errors=WRONG)
    assert 'aria-describedby="h-name e-name"' in shown
    assert 'id="f-name"' in shown
    assert "Enter a name" in shown
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_a_field_without_a_mistake_is_quiet(app: Flask) -> None:
    shown = draw(app, 'forms.text("name", "Name")')
    assert "aria-invalid" not in shown
    assert 'value=""' in shown


@pytest.mark.parametrize(
    ("number", "link"), [("0800 1111", "tel:08001111"), ("85258", "sms:85258"), ("999", "tel:999")]
)
def test_a_number_is_called_or_texted(app: Flask, number: str, link: str) -> None:
    assert f'href="{link}"' in draw(app, f'parts.tel("{number}")')


def test_steps_to_come_say_that_they_are_to_come(app: Flask) -> None:
    shown = draw(app, 'parts.timeline([("Read", "1 May 2026", ""), ("Decided", "", "")])')
    assert shown.count('class="done"') == 1
    assert shown.count("(not yet)") == 1


def test_a_refusal_looks_and_reads_unlike_a_promise(app: Flask) -> None:
    shown = draw(app, 'parts.we_did("No room", title="We could not", why="Cost", refused=true)')
    assert "bubble--not" in shown
    assert "We could not" in shown


def test_a_table_can_be_scrolled_with_the_keyboard(app: Flask) -> None:
    shown = draw(app, 'parts.table("Ages", ["Age", "Count"], [["10", 4]], numbers=[1])')
    assert 'tabindex="0" role="region" aria-label="Ages"' in shown
    assert '<td class="number">4</td>' in shown
