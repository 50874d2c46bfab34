"""Bars of a report draw only what the page may show, with words for people who can't see them."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, get_template_attribute

from projections.counts.disclosure_control import protected
from projections.learning.attendance import Totals
from tests.web.staff import Staff
from web.reporting.bar_layout import placed
from web.reporting.charts import Bar, of_audits, of_reviews, of_training
from web.reporting.charts import _bar as bar

SignIn = Callable[[str], Staff]


def drawn(app: Flask, rows: list[Bar]) -> str:
    with app.app_context():
        return str(get_template_attribute("macros/charts.html", "bars")("c", "What", rows))


def test_a_hidden_number_has_no_length_and_says_one_to_seven(app: Flask) -> None:
    few, many = bar("Few", protected(3)), bar("Many", protected(12))
    assert few == Bar("Few", None, "*")
    assert many == Bar("Many", 10, "10")
    assert drawn(app, [few]) == drawn(app, [bar("Few", protected(7))])
    assert "Few: 1 to 7." in drawn(app, [few, many])
    assert "Many: 10." in drawn(app, [few, many])


def test_bars_are_as_long_as_their_numbers_and_an_empty_report_has_none(app: Flask) -> None:
    html = drawn(app, of_training(Totals(1, 10, 20, 5)))
    assert html.count("<rect") == 3
    assert 'width="334"' in html
    assert of_training(Totals(0, 0, 0, 0)) == []
    assert of_reviews({}) == of_audits({}) == []


def test_the_table_beside_says_what_the_bars_say(app: Flask) -> None:
    rows = [bar("Few", protected(3)), bar("Many", protected(12))]
    with app.app_context():
        made = get_template_attribute("macros/charts.html", "table")("What", rows, "; * is 1 to 7")
    assert "<caption>What; * is 1 to 7</caption>" in made
    assert '<th scope="row">Few</th><td class="number">*</td>' in made
    assert '<th scope="row">Many</th><td class="number">10</td>' in made


def test_every_chart_of_a_report_has_its_table(sign_in: SignIn) -> None:
    html = sign_in("coordinator@norfolk.example").get("reports/demo-2026-27").html
    for chart, title in (
        ("audits", "Standards by their latest rating, counted"),
        ("training", "Who came to training, counted"),
        ("reviews", "Case reviews counted"),
    ):
        assert f'id="{chart}-chart-t"' in html
        assert f"<caption>{title}" in html


def test_a_chart_has_a_name_and_a_description(app: Flask) -> None:
    html = drawn(app, [Bar("One", 0, "0")])
    assert 'role="img" aria-labelledby="c-t c-d"' in html
    assert "<title" in html
    assert "style=" not in html


def test_a_long_label_takes_several_lines_and_a_long_value_has_room() -> None:
    label = "Rapid reviews completed, with the outcome of a practice review"
    [long, short] = placed([(label, 4.0, "4 per 10,000 children"), ("Short", 2.0, "2")])
    assert len(long.lines) == 2
    assert " ".join(line for _, line in long.lines) == label
    assert long.length + 9 * len(long.shown) <= 352
    assert short.y > long.y + 18
