"""The minutes of a meeting as files: attached by the coordinator, read by who reads meetings."""

from __future__ import annotations

import io
from uuid import UUID

from flask import Blueprint, abort, request, send_file, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from services.files import LARGEST, MIMETYPES
from services.refusals import Missing
from web.forms import commands
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Line
from web.governance.meeting_commands import meeting_of
from web.site.cleaned_text import cleaned
from web.site.file_responses import takes_files
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("minutes_files", __name__)


class MinutesFileForm(Form):
    file = Line(
        label="The minutes",
        hint=(
            "PDF, Word, Excel, CSV, PNG or JPEG, at most 10 MB. It is kept sealed, and no report "
            "shows it. Take children's names out first."
        ),
        kind="file",
    )


def _attach(id: UUID, provenance: Provenance, *, file: str) -> object:
    sent = request.files.get("file")
    if not sent or not sent.filename:
        raise Missing("Choose the file.", field="file")
    content = sent.read(LARGEST + 1)
    here.minutes_file.attach(id, provenance, name=cleaned(sent.filename), content=content)
    return None


ATTACH = Command(
    MinutesFileForm,
    _attach,
    title="Attach the minutes as a file",
    done="The file is attached.",
    button="Attach it",
)


@pages.route("/<partnership>/work/meetings/<uuid:id>/files/new", methods=["GET", "POST"])
@takes_files
@requires("keep governance")
def attach(id: UUID) -> ResponseReturnValue:
    back = url_for("meetings.meeting", id=id)
    return commands.page(ATTACH, meeting_of(id).id, back, back=back, back_words="The meeting")


@pages.get("/<partnership>/work/meetings/<uuid:id>/files/<uuid:file>")
@requires("read governance")
def download(id: UUID, file: UUID) -> ResponseReturnValue:
    """A download that no browser shows as a page of ours."""
    found = next((each for each in meeting_of(id).files if each.file == file), None)
    if found is None:
        abort(404)
    response = send_file(
        io.BytesIO(here.minutes_file.fetch(found.file, found.digest)),
        mimetype=MIMETYPES[found.type],
        as_attachment=True,
        download_name=here.minutes_file.known(found.file).name,
        max_age=0,
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response
