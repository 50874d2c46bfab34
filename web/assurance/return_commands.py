"""What an agency does with its own return: answer, confirm, submit, respond, attach."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import abort, request

from events.assurance.audit_return import SelfRating
from events.fact import Provenance
from projections.assurance.audit_return_rows import Return
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audit_tools import AuditTools, Tool
from projections.assurance.audits import Audit, Audits
from projections.assurance.return_form import AskedStandard, asked_of
from services.assurance.audit_return import AuditReturnService
from services.files import LARGEST
from services.refusals import Missing, NotFound
from web.forms.choices import Choice
from web.forms.commands import Command
from web.forms.fields import Form, Line, Words, cleaned
from web.site.authentication import who
from web.site.tenancy import here


def mine_of(id: UUID) -> tuple[Audit, Tool, Return | None]:
    """An audit that asks the agency of the person who is signed in; nothing else is found."""
    with here.read(Audits) as programme:
        audit = programme.audit(id)
    if audit is None or audit.asks is None or who.agency not in audit.agencies:
        abort(404)
    with here.read(AuditTools) as tools:
        tool = tools.asked(audit.asks)
    with here.read(AuditReturns) as view:
        return audit, tool or abort(404), view.one(id, who.agency)


def asked_here(audit: Audit, tool: Tool, mine: Return | None) -> list[AskedStandard]:
    with here.read(AuditReturns) as view:
        return asked_of(tool, mine, view.one(audit.earlier, who.agency))


class StandardForm(Form):
    standard = Line(longest=20, needed="Choose the standard.", kind="hidden")


class AnswerForm(StandardForm):
    rating = Choice(
        get_args(SelfRating),
        needed="Rate yourselves, or say that it does not apply.",
        label="How we rate ourselves",
    )
    doing = Words(label="What we do now", hint="Facts, not plans. Never a child's name.")
    good = Words(
        label="What goes well that others could learn from",
        hint="Good practice counts as much as what must get better.",
        rows=3,
    )
    actions = Words(
        label="What we will do, and by when",
        hint="Needed where you are amber or red.",
        rows=3,
    )
    why = Words(
        label="Why this rating",
        hint="Needed where the standard does not apply to you.",
        rows=3,
    )


class RespondForm(StandardForm):
    response = Words(
        needed="Write your answer to the challenge.",
        label="Our answer",
        hint="Say whether you agree, and why or why not.",
    )


class AttachForm(StandardForm):
    file = Line(
        label="Attach a file",
        hint=(
            "PDF, Word, Excel, CSV, PNG or JPEG, at most 10 MB. Take children's names out first. "
            "Pictures are written anew, without where and when they were taken."
        ),
        kind="file",
    )


class SubmitForm(Form):
    """Nothing is asked."""


def _agency() -> str:
    return who.agency


def _confirm(id: UUID, provenance: Provenance, *, standard: str) -> object:
    """Takes the earlier answer for this year's, now that somebody has looked at it again."""
    asked = asked_here(*mine_of(id))
    found = next((each for each in asked if each.standard.name == standard), None)
    if found is None or found.earlier is None:
        raise NotFound("There is no earlier answer to confirm. Write one.")
    was = found.earlier
    return here.audit_return.answer(
        id,
        provenance,
        agency=who.agency,
        standard=was.standard,
        rating=was.rating,  # type: ignore[arg-type]
        why=was.why,
        doing=was.doing,
        good=was.good,
        actions=was.actions,
        carried=True,
    )


def _file_name(file: str) -> str:
    """What the file that came is called. Raises ``Missing`` where none came."""
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
        AnswerForm,
        AuditReturnService.answer,
        title="Our answer",
        done="Saved. You can change it until you submit.",
        button="Save",
        also=_OURS,
    ),
    "confirm": Command(
        StandardForm,
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
