"""What young editors do with the children's version, and what adults may propose."""

from __future__ import annotations

from uuid import UUID

from events.childrens_version.editing import Chapter
from services.childrens_version.childrens_version import ChildrensVersionService
from services.childrens_version.editing_state import Standing
from services.childrens_version.report_standing import standing_of
from services.refusals import Missing
from web.childrens_version.young_editor_forms import (
    ChapterOrderForm,
    DecideForm,
    PictureForm,
    QuotesForm,
    WriteForm,
    proposal_options,
    quotes_of,
)
from web.forms.command import Command
from web.site.tenancy import here


def standing(id: UUID) -> Standing:
    return standing_of(here.ledger, id)


def _chapter_order(
    first: Chapter, second: Chapter, third: Chapter, fourth: Chapter, fifth: Chapter
) -> tuple[Chapter, ...]:
    return first, second, third, fourth, fifth


def _chosen(id: UUID, quote: tuple[str, ...]) -> tuple[str, ...]:
    """The quotations that were chosen and may be quoted."""
    return tuple(each.key for each in quotes_of(id) if each.key in quote)


def _offered(number: str) -> int:
    """The number of a proposal. Raises ``Missing`` if the page does not offer it."""
    if number not in dict(proposal_options()):
        raise Missing("Choose one of the proposals.", field="number")
    return int(number)


def _report(id: UUID) -> UUID:
    return id


REPORT = {"report": _report}
YOURS = {
    "write": Command(
        WriteForm,
        ChildrensVersionService.write,
        title="Write a chapter",
        done="Your words are in. Only you can change them.",
        help=(
            "Write what you want other children to read. Grown-ups cannot change it. They can "
            "only ask you."
        ),
        button="Put it in",
        also=REPORT,
    ),
    "picture": Command(
        PictureForm,
        ChildrensVersionService.choose_picture,
        title="Choose a picture",
        done="The picture is in.",
        button="Use it",
        also=REPORT,
    ),
    "order": Command(
        ChapterOrderForm,
        ChildrensVersionService.order,
        title="Put the chapters in order",
        done="The chapters are in your order.",
        help="Help always comes at the end.",
        button="Use this order",
        also={**REPORT, "chapters": _chapter_order},
    ),
    "quotes": Command(
        QuotesForm,
        ChildrensVersionService.choose_quotes,
        title="Choose what is quoted",
        done="The quotes you chose are in.",
        help=(
            "Tick what should be in. The young person who said it agreed to it. If they change "
            "their mind, it goes by itself."
        ),
        button="Use these",
        also={**REPORT, "quotes": _chosen},
    ),
    "approve": Command(
        DecideForm,
        ChildrensVersionService.approve,
        title="Say yes to a grown-up's change",
        done="It is in now.",
        help="You can say no. Nothing changes if you do nothing.",
        button="Yes, use it",
        also={**REPORT, "number": _offered},
    ),
    "decline": Command(
        DecideForm,
        ChildrensVersionService.decline,
        title="Say no to a grown-up's change",
        done="It stays as you had it.",
        button="No, leave it",
        also={"number": _offered},
    ),
}
