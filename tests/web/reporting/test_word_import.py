"""A Word document is brought in, cut at its headings, placed, and saved as a whole."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from tests.web.page import Page
from tests.web.staff import Staff
from web.reporting.word_pieces import Piece, cut

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>'
    for n in (1, 2, 3)
)


def paragraph(words: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{words}</w:t></w:r></w:p>"


def docx(body: str, **parts: str | bytes) -> bytes:
    """A Word document as small as one can be."""
    made = io.BytesIO()
    start = '<?xml version="1.0"?>'
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        packed.writestr("_rels/.rels", _RELATIONS)
        document = f"{start}<w:document {_W}><w:body>{body}</w:body></w:document>"
        packed.writestr("word/document.xml", document)
        packed.writestr("word/styles.xml", f"{start}<w:styles {_W}>{_STYLES}</w:styles>")
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


YEAR = docx(
    paragraph("Before all.")
    + paragraph("Training", "Heading1")
    + paragraph("We trained.")
    + paragraph("Who came", "Heading2")
    + paragraph("Many.")
    + paragraph("Our thanks", "Heading1")
    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>2025</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def brought(coordinator: Staff, report: str, content: bytes, name: str = "year.docx") -> Page:
    coordinator.get(f"{report}/word")
    sent = _sent(coordinator, f"{report}/word", {"file": (io.BytesIO(content), name)})
    return Page(sent)


def _sent(coordinator: Staff, path: str, given: dict[str, object]) -> TestResponse:
    data = {"csrf_token": coordinator.token, "key": "a" * 32} | given
    return coordinator.client.post(coordinator.at(path), data=data)


def test_a_document_is_cut_placed_and_saved_together(
    coordinator: Staff, report: str, read: Callable[[], Page]
) -> None:
    coordinator.post(f"{report}/build/training/write", words="Ours.", seen="0")
    page = brought(coordinator, report, YEAR)
    assert page.status == 200
    assert "parts: 3" in page.words
    assert page.fields["title-1"] == "Training"
    assert page.fields["words-1"] == "We trained.\n\n## Who came\n\nMany."
    given = {name: value for name, value in page.fields.items() if name[-2:-1] == "-"}
    given |= {"where-0": "out", "where-1": "into:training", "where-2": "before:training"}
    saved = coordinator.post(f"{report}/word/save", **given)
    assert "The document's words are in the report." in saved.words
    shown = read()
    assert "Before all." not in shown.words
    assert shown.html.index("Ours.") < shown.html.index("We trained.")
    assert shown.html.index("Our thanks</h2>") < shown.html.index("Training</h2>")
    assert "<h3>Training</h3>" in shown.html
    assert "<h4>Who came</h4>" in shown.html


def test_what_cannot_be_placed_saves_nothing_and_keeps_what_was_typed(
    coordinator: Staff, report: str
) -> None:
    given = {"title-0": "", "words-0": "Words", "where-0": "new"}
    given |= {"title-1": "T", "words-1": "x", "where-1": "nowhere"}
    page = coordinator.post(f"{report}/word/save", **given)
    assert page.status == 422
    assert "Give this section a title" in page.words
    assert "Choose where this goes" in page.words
    assert page.fields["words-0"] == "Words"
    given |= {"title-0": "T", "words-1": "x" * 50_001, "where-1": "new"}
    assert "at most 50,000 letters" in coordinator.post(f"{report}/word/save", **given).words
    assert coordinator.post(f"{report}/word/save").status == 422
    out = {"title-0": "", "words-0": "Words", "where-0": "out"}
    assert "All of it is left out" in coordinator.post(f"{report}/word/save", **out).words


_TEMPLATE = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://x/attachedTemplate" '
    'Target="https://example.org/t.dotx" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "year.docx", "Choose a Word document"),
        (b"PK no zip", "year.docx", "no Word document"),
        (YEAR, "year.doc", "no Word document"),
        (YEAR, "", "Choose a Word document"),
        (docx("", **{"word/vbaProject.bin": b"x"}), "year.docx", "holds macros"),
        (docx("", **{"word/_rels/document.xml.rels": _TEMPLATE}), "y.docx", "from elsewhere"),
        (docx("", **{"word/a.bin": bytes(61 * 1024 * 1024)}), "y.docx", "larger than"),
        (docx("<broken"), "year.docx", "no Word document"),
        (
            docx("", **{"word/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "year.docx",
            "no Word document",
        ),
        (docx(""), "year.docx", "holds no words"),
    ],
    ids=range(10),
)
def test_what_is_no_safe_document_is_refused_in_words(
    coordinator: Staff, report: str, content: bytes, name: str, words: str
) -> None:
    page = brought(coordinator, report, content, name)
    assert page.status == 422
    assert words in page.words


def test_it_is_cut_at_the_highest_level_that_divides_it() -> None:
    assert cut("") == []
    assert cut("Words") == [Piece("", "Words")]
    one = "# Title\n\n## A\n\na\n\n## B\n\nb"
    assert cut(one) == [Piece("Title", ""), Piece("A", "a"), Piece("B", "b")]
    assert cut("# A \\* **b**\n\n## C") == [Piece("A * b", "## C")]
    assert len(cut("\n\n".join(f"# {n}" for n in range(300)))) == 100


def test_a_final_report_takes_no_document(coordinator: Staff, report: str) -> None:
    coordinator.post(f"{report}/finalise")
    assert "Build the report" in coordinator.get(f"{report}/word").words
