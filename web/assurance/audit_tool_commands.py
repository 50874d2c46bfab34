"""Publishing an audit tool, and its further versions."""

from __future__ import annotations

from uuid import UUID

from events.assurance.audit_tool import Standard
from projections.assurance.audit_tools import AuditTools
from services.assurance.audit_tool import AuditToolService
from web.assurance.standards_editor import Standards, with_names
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Line, Words
from web.site.tenancy import here


class ToolForm(Form):
    title = Line(longest=200, needed="Give the tool a title.", label="Title of the tool")
    note = Words(longest=1000, label="What it is for, and where its standards come from", rows=3)
    standards = Standards()


def named(standards: tuple[Standard, ...]) -> tuple[Standard, ...]:
    """The standards of a tool that begins, each with a name."""
    return with_names(standards, frozenset())


def renamed(id: UUID, standards: tuple[Standard, ...]) -> tuple[Standard, ...]:
    """A new standard never takes a name that a version of this tool used before."""
    with here.read(AuditTools) as view:
        versions = view.versions(id)
    return with_names(standards, {each.name for version in versions for each in version.standards})


_DONE = "The tool is published. Audits that are under way keep the version they began with."
_BUTTON = "Publish this version"
PUBLISH = Command(
    ToolForm,
    AuditToolService.publish,
    title="Write a tool",
    done=_DONE,
    button=_BUTTON,
    also={"standards": named},
)
REVISE = Command(
    ToolForm,
    AuditToolService.revise,
    title="Write a further version",
    done=_DONE,
    button=_BUTTON,
    also={"standards": renamed},
)
