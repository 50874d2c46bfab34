"""The style guide shows every macro, so that none changes unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes
from jinja2.runtime import Macro

from tests.web.staff import Staff
from web.drawing.brand_colours import contrast
from web.drawing.palette import night_palette, palette, tokens

MACROS = Path(__file__).parents[3] / "web" / "templates" / "macros"
Name = tuple[str, str]


def every_macro(app: Flask) -> set[Name]:
    """The file and the name of each macro that pages may call."""
    return {
        (path.stem, macro.name)
        for path in MACROS.glob("*.html")
        for macro in app.jinja_env.parse(path.read_text()).find_all(nodes.Macro)
        if not macro.name.startswith("_")
    }


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> set[Name]:
    """The macros that were called since."""
    seen: set[Name] = set()
    invoke = Macro._invoke

    def note(macro: Macro, arguments: list[object], autoescape: bool) -> str:
        seen.add((Path(macro._func.__code__.co_filename).stem, macro.name))
        return invoke(macro, arguments, autoescape)

    monkeypatch.setattr(Macro, "_invoke", note)
    return seen


def test_every_piece_is_shown_under_its_name(
    demo_app: Flask, sign_in: Callable[[str], Staff], called: set[Name]
) -> None:
    staff = sign_in("coordinator@norfolk.example")
    page, young = staff.get("work/style-guide/"), staff.get("work/style-guide/?look=young")
    assert (page.status, young.status) == (200, 200)
    wanted = every_macro(demo_app)
    assert len(wanted) > 60
    assert wanted - called == set()
    assert [each for each in wanted if ".".join(each) not in page.html] == []
    assert "faces.topic" in young.html
    assert "work.actions" not in young.html


def test_it_is_for_whoever_reads_here_and_for_nobody_else(
    sign_in: Callable[[str], Staff],
) -> None:
    for role, status in (("triage", 200), ("scrutineer", 200), ("agency", 403), ("editor", 403)):
        staff = sign_in(f"{role}@norfolk.example")
        assert staff.client.get("/norfolk/work/style-guide/").status_code == status
        assert "work/style-guide/" in staff.get("work/").html or status == 403


def test_every_colour_that_is_written_on_can_be_read_on() -> None:
    for swatch in (*palette(), *night_palette()):
        for pair in swatch.pairs:
            assert pair.ratio >= pair.least, swatch.name
    assert contrast(tokens()["ink"], tokens()["paper"]) > 15
