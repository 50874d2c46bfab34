"""What a machine can check of PDF/UA-1: tags, words for pictures, headings, links, fonts.

It is no substitute for a person with a screen reader, or for veraPDF; it fails on the usual faults.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

_HEADING = re.compile(r"/H([1-6])")
_PAINTS = frozenset(
    ["Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do"]
)
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


class Tag(NamedTuple):
    """One element of the structure: what it is, what it lies in, and the element itself."""

    kind: str
    within: str
    node: Any


def faults(content: bytes) -> list[str]:
    """What is wrong with a PDF, in words; empty where nothing was found."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = [*_of_catalogue(pdf)]
        tags = [*_tags(pdf.Root.get("/StructTreeRoot"))]
        found += [*_of_tags(tags), *_of_headings(tags)]
        for number, page in enumerate(pdf.pages, 1):
            found += [f"page {number}: {said}" for said in _of_page(page)]
    return sorted(set(found))


def _of_catalogue(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "it is not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "it names no language"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "its title is not shown"
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "its metadata has no title"
        if metadata.get("pdfuaid:part") != "1":
            yield "it does not say that it is PDF/UA-1"


def _tags(node: Any, within: str = "") -> Iterator[Tag]:
    if isinstance(node, Array):
        for each in node:
            yield from _tags(each, within)
    elif isinstance(node, Dictionary):
        kind = str(node.get("/S", "")) or within
        if "/S" in node:
            yield Tag(kind, within, node)
        yield from _tags(node.get("/K"), kind)


def _of_tags(tags: list[Tag]) -> Iterator[str]:
    if not tags:
        yield "it has no structure"
    for kind, within, node in tags:
        if kind == "/Figure" and not str(node.get("/Alt", "")).strip():
            yield "a picture has no words"
        if kind == "/TH" and not _has_scope(node):
            yield "a heading of a table says not of what"
        if kind == "/LI" and within != "/L":
            yield f"an item of a list lies in {within}"


def _has_scope(node: Any) -> bool:
    """Or a name, by which the cells name it."""
    said = node.get("/A", Array())
    return "/ID" in node or any(
        "/Scope" in each for each in ([said] if isinstance(said, Dictionary) else said)
    )


def _of_headings(tags: list[Tag]) -> Iterator[str]:
    levels = [int(found[1]) for tag in tags if (found := _HEADING.fullmatch(tag.kind))]
    if levels[:1] != [1]:
        yield "the first heading is not of the first level"
    if any(after - before > 1 for before, after in pairwise(levels)):
        yield "a level of headings is left out"


def _of_page(page: pikepdf.Page) -> Iterator[str]:
    links = [each for each in page.get("/Annots", Array()) if each.get("/Subtype") == Name.Link]
    if links and page.get("/Tabs") != Name.S:
        yield "the order of its links is not that of the text"
    for link in links:
        if "/StructParent" not in link:
            yield "a link is not in the structure"
        if not str(link.get("/Contents", "")).strip():
            yield "a link has no words"
    if _paints_untagged(page):
        yield "something is painted that is neither tagged nor an artefact"
    for font in page.get("/Resources", Dictionary()).get("/Font", Dictionary()).values():
        yield from _of_font(font)


def _paints_untagged(page: pikepdf.Page) -> bool:
    depth = 0
    for _, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(name, 0)
        if name in _PAINTS and depth <= 0:
            return True
    return False


def _of_font(font: Any) -> Iterator[str]:
    described = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", Dictionary())
    if not any(name in described for name in _EMBEDDED):
        yield f"a font is not embedded: {font.get('/BaseFont')}"
    if "/ToUnicode" not in font:
        yield "a font does not say which letters it has"
