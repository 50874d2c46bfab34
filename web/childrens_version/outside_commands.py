"""Proposals to the young editors that somebody outside looks at, where no young editor here may."""

from __future__ import annotations

from uuid import UUID

from flask import request

from services.childrens_version.childrens_version import ChildrensVersionService
from services.refusals import Missing
from web.childrens_version.young_editor_commands import REPORT
from web.childrens_version.young_editor_forms import proposal_options
from web.forms.command import Command
from web.forms.fields import Options
from web.forms.outside_form import OutsideForm, outsider
from web.forms.text_fields import Line
from web.site.permissions import Permission
from web.site.second_person import people_who, second_person
from web.site.tenancy import here

_EDIT: Permission = "edit the children's version"


def stuck_proposals() -> Options:
    """The open proposals that no young editor here may approve."""
    version = here.childrens_version.known(UUID(str((request.view_args or {})["id"])))
    proposers = {str(at): each.provenance.by for at, each in version.open_proposals.items()}
    return [
        (number, words)
        for number, words in proposal_options()
        if second_person(_EDIT, [proposers[number]]).outside
    ]


def _offered(number: str) -> int:
    """The number of a proposal. Raises ``Missing`` if there is none."""
    if number not in dict(proposal_options()):
        raise Missing("Choose one of the proposals.", field="number")
    return int(number)


class ApprovedOutsideForm(OutsideForm):
    number = Line(
        longest=4,
        needed="Choose a proposal.",
        label="Which one",
        options=stuck_proposals,
        kind="radios",
    )


OUTSIDE = {
    "approve-outside": Command(
        ApprovedOutsideForm,
        ChildrensVersionService.approve_outside,
        title="Somebody outside looked at it with young people",
        done="It is in now, with who looked at it.",
        help=(
            "Whoever lets young editors in counts as one person with them, so no young editor here "
            "may approve this. A youth worker outside this service has looked at it with young "
            "people, who said yes."
        ),
        button="Record that they said yes",
        also={
            **REPORT,
            "number": _offered,
            "outsider": outsider,
            "may": people_who(_EDIT),
        },
    ),
}
