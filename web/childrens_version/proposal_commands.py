"""What adults propose to the young editors."""

from __future__ import annotations

from services.childrens_version.childrens_version import ChildrensVersionService
from web.childrens_version.young_editor_commands import REPORT
from web.childrens_version.young_editor_forms import CHAPTERS, chapter_options
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Words


class ProposeForm(Form):
    chapter = Choice(
        CHAPTERS, needed="Choose a chapter.", label="Which chapter", options=chapter_options
    )
    words = Words(
        longest=3000,
        needed="Write the words.",
        measured=True,
        label="The words",
        hint="Short words and short sentences. Aim for age 9.",
    )
    why = Words(
        longest=1000,
        needed="Say to the young editors why.",
        label="Why",
        hint="The young editors read this.",
    )


PROPOSE = Command(
    ProposeForm,
    ChildrensVersionService.propose,
    title="Propose words to the young editors",
    done="Proposed. It changes nothing until a young editor approves it.",
    help="Their words are locked. What you write stands nowhere until one of them says yes.",
    button="Propose it",
    also=REPORT,
)
