"""HTML from a clipboard or a Word document as Markdown: paragraphs, headings, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

import nh3
from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from web.reporting.pasted_limits import refuse_endless

_TEXT = {"p", "br", "em", "strong", "b", "i", "a", "blockquote", "div", "span", "hr"}
_BLOCKS = {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"}
_TABLES = {"table", "thead", "tbody", "tfoot", "tr", "th", "td"}
_NUMBERED = re.compile(r"^\s*\(?(?:\d+|[a-zA-Z]|[ivxIVX]+)[.)]")
_LEVEL = re.compile(r"\blevel(\d)\b")
_EMPTY = re.compile(r"\n{3,}")


def as_markdown_of(html: str) -> str:
    """What can be kept of it. Pictures, scripts, colours and fonts are not.

    Raises ``TooMuch`` or ``TooDeep``, before anything walks into it.
    """
    refuse_endless(html)
    tidy = _tidied(html)
    made = MarkdownConverter(heading_style="atx", bullets="-", table_infer_header=True)
    words = str(made.convert(str(tidy))).replace("\xa0", " ")
    return _EMPTY.sub("\n\n", "\n".join(line.rstrip() for line in words.split("\n"))).strip()


def _tidied(html: str) -> BeautifulSoup:
    """Only what can be kept, with lists and bold words as such."""
    soup = _parsed(html)
    for light in soup.select('b[style*="font-weight:normal"], b[style*="font-weight: normal"]'):
        light.unwrap()
    _word_lists(soup)
    for span in soup.select('span[style*="font-weight:700"], span[style*="font-weight:bold"]'):
        span.name = "strong"
    clean = nh3.clean(
        str(soup),
        tags=_TEXT | _BLOCKS | _TABLES,
        attributes={"a": {"href"}, "ol": {"start"}, "td": {"colspan"}, "th": {"colspan"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    tidy = _parsed(clean)
    _unwrap_what_says_nothing(tidy)
    return tidy


def _unwrap_what_says_nothing(tidy: BeautifulSoup) -> None:
    for link in tidy.select("a:not([href])"):
        link.unwrap()
    for paragraph in tidy.select("td p, th p, li > p:only-child"):
        paragraph.append(" ")
        paragraph.unwrap()


def _word_lists(soup: BeautifulSoup) -> None:
    """Word puts a list on the clipboard as paragraphs with a mark. Makes lists of them."""
    run: list[Tag] = []
    for paragraph in [*soup.find_all("p"), None]:
        if paragraph is not None and _is_item(paragraph):
            if run and paragraph.find_previous_sibling("p") is not run[-1]:
                _listed(soup, run)
                run = []
            run.append(paragraph)
        elif run:
            _listed(soup, run)
            run = []


def _is_item(paragraph: Tag) -> bool:
    return "mso-list:" in str(paragraph.get("style", "")) and "Ignore" not in str(
        paragraph.get("style", "")
    )


def _listed(soup: BeautifulSoup, run: list[Tag]) -> None:
    """One list from items that follow each other, with the lists within it."""
    items = [_item(each) for each in run]
    root = soup.new_tag("ol" if items[0][1] else "ul")
    run[0].insert_before(root)
    open_lists = [(items[0][0], root)]
    for paragraph, (level, is_numbered) in zip(run, items, strict=True):
        while len(open_lists) > 1 and level < open_lists[-1][0]:
            open_lists.pop()
        inside = open_lists[-1][1]
        if level > open_lists[-1][0] and inside.contents:
            deeper = soup.new_tag("ol" if is_numbered else "ul")
            last = inside.contents[-1]
            if isinstance(last, Tag):
                last.append(deeper)
            open_lists.append((level, deeper))
            inside = deeper
        paragraph.name, paragraph.attrs = "li", {}
        inside.append(paragraph.extract())


def _item(paragraph: Tag) -> tuple[int, bool]:
    """Its level and whether it is numbered; its mark is taken out of its words."""
    found = _LEVEL.search(str(paragraph.get("style", "")))
    marks = list(_marks(paragraph))
    is_numbered = any(_NUMBERED.match(each.get_text()) for each in marks)
    for each in marks:
        each.decompose()
    return int(found[1]) if found else 1, is_numbered


def _marks(paragraph: Tag) -> Iterator[Tag]:
    for span in paragraph.find_all("span"):
        if "mso-list:ignore" in str(span.get("style", "")).replace(" ", "").lower():
            yield span


def _parsed(html: str) -> BeautifulSoup:
    """A line end keeps the library from taking words like ``plan.txt`` for a file's name."""
    return BeautifulSoup(f"{html}\n", "html.parser")
