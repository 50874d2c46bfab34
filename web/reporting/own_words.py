"""What the partners wrote into a report, drawn for its page and for its kept editions."""

from __future__ import annotations

from base64 import b64encode

from flask import g, url_for
from markupsafe import Markup, escape

from projections.reporting.report_rows import Report
from projections.reporting.report_words import ReportPicture, WrittenPart
from services.files import MIMETYPES
from services.reporting.written_text import picture_address
from web.reporting.written_html import Address, html_of
from web.site.tenancy import here

_BRACKETS = str.maketrans({"[": r"\[", "]": r"\]", "\\": r"\\", "*": r"\*", "_": r"\_", "`": r"\`"})


def own_words(part: WrittenPart, report: Report, level: int = 3) -> Markup:
    """The words of a part. Plain text is shown as it was: a paragraph for each line."""
    if part.markup == "markdown":
        return html_of(part.words, report.pictures, address_in(report), level)
    lines = [line for line in part.words.split("\n") if line.strip()]
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(line)) for line in lines)


def address_in(report: Report) -> Address:
    """Where a picture of this report is shown from. A kept edition holds it itself."""

    def address(picture: ReportPicture) -> str:
        if g.get("kept"):
            return data_url(here.report_picture.fetch(picture.id, picture.digest), picture.type)
        return url_for("report_pictures.picture", report=report.name, picture=picture.id)

    return address


def data_url(content: bytes, type: str) -> str:
    """The picture as an address that holds it."""
    return f"data:{MIMETYPES[type]};base64,{b64encode(content).decode()}"  # type: ignore[index]


def line_of(picture: ReportPicture) -> str:
    """The line of Markdown that shows a picture."""
    words = " ".join(picture.alternative.split()).translate(_BRACKETS)
    return f"![{words}]({picture_address(picture.id)})"
