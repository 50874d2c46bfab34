"""Which files are taken as evidence, and under which name."""

from __future__ import annotations

import io
import zipfile

import pytest

from events.assurance.audit_return import FileType
from services.files import LARGEST, NotThatKind, TooLarge, cleaned_name, type_of
from services.office_document import HoldsMacros, NotWhatItSays, RefersElsewhere
from services.refusals import Missing, Refusal

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


def packed(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return written.getvalue()


MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
TEMPLATE, LINK = "http://x/relationships/attachedTemplate", "http://x/relationships/hyperlink"


def held(part: str, attribute: str, says: str, code: str = "utf-8") -> bytes:
    """An Office file with one list of parts, which says this."""
    tag = f'<r:Relationship TargetMode="Ext&#101;rnal" {attribute}="{says}"/>'
    tag = tag if attribute == "Type" else f'<Override {attribute}="{says}"/>'
    declared, said = (says, "<r/>") if says.startswith("<!") else ("", tag)
    written = io.BytesIO(packed("word/document.xml", "xl/workbook.xml"))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(part, f"{declared}{said}".encode(code))
    return written.getvalue()


_MAIN = (
    '<Types><Override PartName="{}" ContentType="application/vnd.openxmlformats-officedocument'
    '.{}.main+xml"/></Types>'
)


def told(part: str, kind: str) -> bytes:
    """An Office file as Word for the web saves it: its content types say which part is the main."""
    written = io.BytesIO(packed("word/document2.xml", "xl/workbook2.xml"))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("[Content_Types].xml", _MAIN.format(part, kind))
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "type"),
    [
        ("a.pdf", PDF, "PDF"),
        ("A.PDF", PDF, "PDF"),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml"), "DOCX"),
        ("a.xlsx", packed("xl/workbook.xml"), "XLSX"),
        ("a.docx", held("word/_rels/document.xml.rels", "Type", LINK), "DOCX"),
        ("a.docx", told("/word/document2.xml", "wordprocessingml.document"), "DOCX"),
        ("a.xlsx", told("/xl/workbook2.xml", "spreadsheetml.sheet"), "XLSX"),
        ("a.csv", "name,number\nä,1\n".encode(), "CSV"),
        ("a.csv", "\ufeffname,£\n".encode(), "CSV"),
        ("a.csv", "Item,Cost\r\nRoom,£1,200\r\n".encode("cp1252"), "CSV"),
        ("a.csv", "name,£\n".encode("utf-16"), "CSV"),
        ("a.pdf", b"\xef\xbb\xbf" + PDF, "PDF"),
        ("a.pdf", b"\r\n \0" + PDF + bytes(4096), "PDF"),
        ("a.pdf", b"\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n" + PDF + b"\x1a", "PDF"),
        ("a.jpeg", b"\xff\xd8\xff\xe0", "JPEG"),
    ],
)
def test_a_file_is_known_by_its_name_and_by_what_it_holds(
    name: str, content: bytes, type: FileType
) -> None:
    assert type_of(name, content) == type


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.exe", PDF, NotThatKind),
        ("pdf", b"x", NotThatKind),
        ("a.svg", b"<svg/>", NotThatKind),
        ("a.pdf", b"<html>%PDF-", NotWhatItSays),
        ("a.pdf", b"%PDF-1.7 cut short", NotWhatItSays),
        ("a.pdf", b" " * 1024 + PDF, NotWhatItSays),
        (
            "a.docx",
            told("/word/gone.xml", "wordprocessingml.document"),
            NotWhatItSays,
        ),
        (
            "a.xlsx",
            told("/word/document2.xml", "wordprocessingml.document"),
            NotWhatItSays,
        ),
        ("a.csv", bytes(range(256)), NotWhatItSays),
        ("a.png", PDF, NotWhatItSays),
        ("a.docx", packed("xl/workbook.xml"), NotWhatItSays),
        ("a.docx", b"PK\x03\x04 not really", NotWhatItSays),
        ("a.csv", b"a\x00b", NotWhatItSays),
        ("a.csv", b"\xff\xfe\x00", NotWhatItSays),
        ("a.xlsx", packed("xl/workbook.xml", "xl/vbaProject.bin"), HoldsMacros),
        ("a.xlsx", held("[Content_Types].xml", "ContentType", MACROS), HoldsMacros),
        ("a.docx", held("word/_rels/settings.xml.rels", "Type", TEMPLATE), RefersElsewhere),
        ("a.docx", held("word/_rels/a.rels", "Type", TEMPLATE, "utf-16"), RefersElsewhere),
        ("a.docx", held("word/_rels/a.rels", "Type", "<!DOCTYPE a>"), NotWhatItSays),
        ("a.docx", held("word/_rels/a.rels", "Type", " " * 300_000), NotWhatItSays),
        ("a.pdf", PDF + b" " * LARGEST, TooLarge),
        ("a.pdf", b"", Missing),
    ],
)
def test_any_other_file_is_refused_beside_its_field(
    name: str, content: bytes, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as raised:
        type_of(name, content)
    assert type(raised.value) is refusal
    assert raised.value.at == "file"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Notes 2026.pdf", "Notes 2026.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Jo\\plan.pdf", "plan.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', "a b Set-Cookie x.pdf"),
        ("<script>.pdf", "script.pdf"),
        (".pdf", "evidence.pdf"),
        ("x" * 500 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_a_name_is_cleaned_before_it_is_kept(typed: str, kept: str) -> None:
    assert cleaned_name(typed, "PDF") == kept
