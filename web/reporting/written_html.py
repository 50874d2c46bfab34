"""A report's own words as HTML: Markdown without raw HTML, sanitised, with its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from projections.reporting.report_words import ReportPicture
from services.reporting.written_text import PICTURE, is_safe_link, picture_address, reader

Address = Callable[[ReportPicture], str]
_RENDERER = RendererHTML()
_DEEPEST = 6
_REMEMBERED = 128  # parts of at most 50,000 letters, in each process
_TEXT = {"p", "br", "hr", "em", "strong", "code", "pre", "a", "blockquote", "div"}
_BLOCKS = {"h3", "h4", "h5", "h6", "ul", "ol", "li", "img", "figure", "figcaption"}
_TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"scope", "class"},
    "td": {"class"},
    "table": {"class"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "blockquote": {"class"},
}
_TAG = re.compile(r"""(<(?:[^<>"]|"[^"]*")*>)|([^<]+)""")


def html_of(
    words: str, pictures: Sequence[ReportPicture], address: Address, level: int = 3
) -> Markup:
    """The Markdown as HTML. Its headings begin at ``level``, and skip none (WCAG 2.2, 1.3.1)."""
    known = {picture_address(each.id): each for each in pictures}
    drawn = _drawn(words, tuple(pictures), level)

    def shown(tag: str, name: str, value: str) -> str | None:
        if (tag, name) != ("img", "src"):
            return value
        return address(known[value]) if value in known else None

    return Markup(_sanitised(drawn, shown))  # noqa: S704 - nh3 has sanitised it


@lru_cache(maxsize=_REMEMBERED)
def _drawn(words: str, pictures: tuple[ReportPicture, ...], level: int) -> str:
    """The HTML before it is sanitised. The newest are remembered: hostile words take seconds."""
    tokens = reader().parse(words)
    _level(tokens, level)
    known = {picture_address(each.id): each for each in pictures}
    tokens = [each for token in tokens for each in _framed(token)]
    for token in tokens:
        token.children = [each for child in token.children or () for each in _inline(child, known)]
    _as_figures(tokens)
    return str(_RENDERER.render(tokens, reader().options, {}))


def _sanitised(drawn: str, attribute: Callable[[str, str, str], str | None]) -> str:
    """``attribute`` gives the value of each one that may stay, none to take it off.

    Quotation marks in words become ``&#34;``, as in all our pages: words never look like marks.
    """
    clean = nh3.clean(
        drawn,
        tags=_TEXT | _BLOCKS | _TABLES,
        attributes={name: set(each) for name, each in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto", PICTURE.rstrip(":")},
        link_rel="noopener noreferrer nofollow",
        attribute_filter=attribute,
    )
    return _TAG.sub(lambda at: at[1] or at[2].replace('"', "&#34;"), clean)


def _level(tokens: Iterable[Token], level: int) -> None:
    headings = [each for each in tokens if each.type in ("heading_open", "heading_close")]
    lowest = min((int(each.tag[1]) for each in headings), default=1)
    before = level - 1
    for token in headings:
        if token.type == "heading_open":
            wanted = level + int(token.tag[1]) - lowest
            before = min(wanted, before + 1, _DEEPEST)
        token.tag = f"h{before}"


def _framed(token: Token) -> list[Token]:
    """A table in a box that scrolls, its columns named as such; a quotation as a pull quote."""
    match token.type:
        case "table_open":
            token.attrs = {"class": "table"}
            label = '<div class="scroll" tabindex="0" role="region" aria-label="A table">'
            return [_raw(label), token]
        case "table_close":
            return [token, _raw("</div>")]
        case "th_open" | "td_open":
            is_number = "right" in str(token.attrs.pop("style", ""))
            if is_number:
                token.attrs["class"] = "number"
            if token.type == "th_open":
                token.attrs["scope"] = "col"
        case "blockquote_open":
            token.attrs["class"] = "pull"
        case _:
            pass
    return [token]


def _inline(token: Token, known: dict[str, ReportPicture]) -> list[Token]:
    """A picture of the report with words for it; one that is not there as its words alone."""
    if token.type == "link_open" and not is_safe_link(str(token.attrs.get("href", ""))):
        token.attrs["href"] = "#main"
    if token.type != "image":
        return [token]
    picture = known.get(str(token.attrs.get("src", "")))
    said = _RENDERER.renderInlineAsText(token.children, reader().options, {})
    alternative = said or (picture.alternative if picture else "")
    if picture is None:
        return [_text(alternative)]
    token.attrs["alt"], token.content = alternative, alternative
    token.children = [_text(alternative)]
    return [token]


def _as_figures(tokens: Sequence[Token]) -> None:
    """A paragraph that is one picture becomes a figure; its title becomes the caption."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        children = token.children or []
        if token.type != "inline" or [each.type for each in children] != ["image"]:
            continue
        if before.type != "paragraph_open":
            continue
        before.tag = after.tag = "figure"
        before.hidden = after.hidden = False
        if caption := str(children[0].attrs.pop("title", "")):
            token.children = [*children, _raw(f"<figcaption>{escape(caption)}</figcaption>")]


def _raw(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)
