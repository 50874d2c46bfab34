"""What an agency does with its own return: answer, confirm, submit, respond, attach."""

from __future__ import annotations

from uuid import UUID

from flask import abort, request

from events.fact import Provenance
from projections.assurance.audit_return_rows import Return
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audit_tools import AuditTools, Tool
from projections.assurance.audits import Audit, Audits
from projections.assurance.return_form import AskedStandard, asked_of
from services.assurance.audit_return import AuditReturnService
from services.files import LARGEST
from services.refusals import Missing, NotFound
from web.assurance.agencies import named_in
from web.assurance.return_forms import (
    AttachForm,
    RespondForm,
    ReturnAnswerForm,
    ReturnStandardForm,
    SubmitForm,
)
from web.forms.command import Command
from web.site.authentication import who
from web.site.cleaned_text import cleaned
from web.site.tenancy import here


def mine_of(id: UUID) -> tuple[Audit, Tool, Return | None]:
    """An audit that asks the agency of the user. Answers 404 for every other audit."""
    with here.read(Audits) as programme:
        audit = programme.audit(id)
    agency = named_in(audit.agencies, who.agency) if audit else ""
    if audit is None or audit.asks is None or not agency:
        abort(404)
    with here.read(AuditTools) as tools:
        tool = tools.asked(audit.asks)
    with here.read(AuditReturns) as view:
        return audit, tool or abort(404), view.one(id, agency)


def asked_here(audit: Audit, tool: Tool, mine: Return | None) -> list[AskedStandard]:
    with here.read(AuditReturns) as view:
        before = view.of(audit.earlier) if audit.earlier else {}
    return asked_of(tool, mine, before.get(named_in(before, who.agency)))


def _agency(id: UUID) -> str:
    """The name by which the audit knows the user's agency."""
    return named_in(mine_of(id)[0].agencies, who.agency)


def _confirm(id: UUID, provenance: Provenance, *, standard: str) -> object:
    """Takes the earlier answer for this year, because somebody has checked it."""
    asked = asked_here(*mine_of(id))
    found = next((each for each in asked if each.standard.name == standard), None)
    if found is None or found.earlier is None:
        raise NotFound("There is no earlier answer to confirm. Write one.")
    was = found.earlier
    return here.audit_return.answer(
        id,
        provenance,
        agency=_agency(id),
        standard=was.standard,
        rating=was.rating,  # type: ignore[arg-type]
        why=was.why,
        doing=was.doing,
        good=was.good,
        actions=was.actions,
        carried=True,
    )


def _file_name(file: str) -> str:
    """The name of the file that was sent. Raises ``Missing`` if none was sent."""
    sent = request.files.get("file")
    if not sent or not sent.filename:
        raise Missing("Choose the file.", field="file")
    return cleaned(sent.filename)


def _content(file: str) -> bytes:
    content: bytes = request.files["file"].read(LARGEST + 1)
    return content


_OURS = {"agency": _agency}
ATTACH = Command(
    AttachForm,
    AuditReturnService.attach,
    title="",
    done="The file is attached, and sealed.",
    button="Attach it",
    also={**_OURS, "name": _file_name, "content": _content},
)
COMMANDS = {
    "answer": Command(
        ReturnAnswerForm,
        AuditReturnService.answer,
        title="Our answer",
        done="Saved. You can change it until you submit.",
        button="Save",
        also=_OURS,
    ),
    "confirm": Command(
        ReturnStandardForm,
        _confirm,
        title="",
        done="Confirmed as this year's answer.",
        button="It is still so: confirm it",
    ),
    "submit": Command(
        SubmitForm,
        AuditReturnService.submit,
        title="Submit the return",
        done="Your return is submitted. Thank you.",
        help=(
            "Every standard is answered. Once submitted, it can be changed only when the "
            "coordinator opens it again."
        ),
        button="Submit it",
        also=_OURS,
    ),
    "respond": Command(
        RespondForm,
        AuditReturnService.respond,
        title="Answer the challenge",
        done="Your answer to the challenge is recorded.",
        button="Send our answer",
        also=_OURS,
    ),
}
