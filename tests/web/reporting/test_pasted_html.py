"""What is pasted from Word, or comes from its documents, keeps paragraphs, lists and tables."""

from __future__ import annotations

import pytest

from tests.web.staff import Staff
from web.reporting.pasted_html import as_markdown_of

ITEM = (
    "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
    "<![if !supportLists]><span style='mso-list:Ignore'>{mark}<span>&nbsp; </span></span>"
    "<![endif]>{words}</p>"
)
WORD = (
    "<html xmlns:o='x'><head><style>p{color:red}</style></head><body><!--StartFragment-->"
    "<h1>Our year</h1><p class=MsoNormal>We <b>listened</b> &amp; <i>acted</i>.<o:p></o:p></p>"
    + ITEM.format(level=1, mark="·", words="First")
    + ITEM.format(level=2, mark="1.", words="Within")
    + ITEM.format(level=1, mark="·", words="Second")
    + "<p>After</p><table><tr><td><p>Year</p></td><td><p>Children</p></td></tr>"
    "<tr><td>2025</td><td>12</td></tr></table><img src='file:///c:/x.png'>"
    "<script>alert(1)</script><!--EndFragment--></body></html>"
)
MARKDOWN = """# Our year

We **listened** & *acted*.

- First
  1. Within
- Second

After

| Year | Children |
| --- | --- |
| 2025 | 12 |"""


def test_words_clipboard_keeps_what_matters_and_nothing_else() -> None:
    assert as_markdown_of(WORD) == MARKDOWN


def test_other_editors_clipboards_too() -> None:
    docs = '<b style="font-weight:normal"><p><span style="font-weight:700">Bold</span> text</p></b>'
    assert as_markdown_of(docs) == "**Bold** text"
    assert as_markdown_of("<ol start=3><li><p>c</p></li><li>d</li></ol>") == "3. c\n4. d"
    assert as_markdown_of('<a href="javascript:x">x</a> <a name="y">y</a>') == "x y"
    assert as_markdown_of("") == ""


def test_the_writing_page_asks_the_server(coordinator: Staff, report: str) -> None:
    page = coordinator.get(f"{report}/build/training/write")
    assert 'data-pasting="/norfolk/work/pasted"' in page.html
    sent = coordinator.send("work/pasted", html=WORD)
    assert (sent.status_code, sent.text, sent.mimetype) == (200, MARKDOWN, "text/plain")
    without = coordinator.client.post("/norfolk/work/pasted", data={"html": WORD})
    assert without.status_code == 403 or without.status_code == 400


@pytest.mark.parametrize(
    "html", ["<div>" * 20_000, "<b></i>" * 20_000, "<p>a</p>" * 40_000, "a" * 1_000_001]
)
def test_what_would_keep_the_server_busy_is_refused(coordinator: Staff, html: str) -> None:
    """Deep and long HTML once took minutes, or answered 500. The page then keeps plain text."""
    sent = coordinator.send("work/pasted", html=html)
    assert sent.status_code == 422
    assert "Copy the words alone" in sent.text or "copy the words" in sent.text
