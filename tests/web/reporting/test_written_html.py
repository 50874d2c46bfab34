"""Markdown of a report as HTML: no raw HTML, headings below the chapter's, pictures with words."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infra.editions.build import quoted_in
from projections.reporting.report_words import ReportPicture
from web.reporting.pasted_html import as_markdown_of
from web.reporting.written_html import _drawn, html_of

LAMP = ReportPicture(UUID(int=5), "A lamp", "d", "PNG")
LINE = f"picture:{LAMP.id.hex}"


def drawn(words: str) -> str:
    return str(html_of(words, [LAMP], lambda picture: f"/p/{picture.id}?a&b"))


def test_headings_begin_below_the_chapter_and_skip_no_level() -> None:
    assert drawn("## A\n\n#### B\n\n###### C\n\n## D") == (
        "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h3>D</h3>\n"
    )


def test_a_table_names_its_columns_and_scrolls_alone() -> None:
    shown = drawn("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<th scope="col">a</th>' in shown
    assert '<td class="number">2</td>' in shown
    assert 'role="region"' in shown


def test_a_picture_has_its_words_and_its_caption() -> None:
    assert drawn(f'![]({LINE} "At <night>")') == (
        '<figure><img src="/p/00000000-0000-0000-0000-000000000005?a&amp;b" alt="A lamp">'
        "<figcaption>At &lt;night&gt;</figcaption></figure>\n"
    )
    assert "<img" not in drawn("![gone](picture:00)")
    assert "gone" in drawn("![gone](picture:00)")


def test_words_that_look_like_our_own_marks_stay_words() -> None:
    """An address typed as words once stopped the whole page, and a mark counted as a quotation."""
    unknown = 'src="picture:' + "a" * 32 + '"'
    assert drawn(unknown) == f"<p>{unknown.replace(chr(34), '&#34;')}</p>\n"
    assert "/p/" not in drawn(f'`src="{LINE}"`')
    said = f'data-said="{UUID(int=1)}:1"'
    assert quoted_in(drawn(f"{said}\n\n[a](https://e.org '{said}')").encode()) == ()


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](data:text/html;base64,xx)",
        '[x](https://e.org/"onmouseover=alert(1))',
        "<style>*{}</style>",
        f'![x" onerror="alert(1)]({LINE})',
        '| a |\n|---|\n| <b onclick="x"> |',
    ],
)
def test_what_is_hostile_is_shown_as_words_or_not_at_all(hostile: str) -> None:
    shown = drawn(hostile)
    assert "<script" not in shown
    assert "<style" not in shown
    assert "javascript:" not in shown.replace("(javascript:", "")
    bare = re.sub(r'"[^"]*"', "", shown)
    assert not re.search(r"<[^<>]*\son\w+=", bare)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_drawn_and_no_tag_is_let_in(words: str) -> None:
    assert "<script" not in drawn(words)
    assert "<script" not in drawn(as_markdown_of(words))


@pytest.mark.parametrize(
    "words", ["plan.txt", "https://x.example/a.html", "C:\\plan.docx", "a/b.md"]
)
def test_words_like_the_name_of_a_file_are_words(words: str) -> None:
    assert as_markdown_of(words).strip().replace("\\", "").strip("<>") == words.replace("\\", "")


def test_words_are_drawn_once_whatever_their_pictures_are_shown_from() -> None:
    words = f"Drawn once ![]({LINE})"
    before = _drawn.cache_info()
    shown = [str(html_of(words, [LAMP], lambda _, at=at: at)) for at in ("/one", "/two")]
    after = _drawn.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 1)
    assert [f'src="{at}"' in html for at, html in zip(("/one", "/two"), shown, strict=True)] == [
        True,
        True,
    ]
    assert after.maxsize is not None
