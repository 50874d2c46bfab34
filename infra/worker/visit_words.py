"""What letters about visits to come say: that there is one, and never where, when or with whom."""

from __future__ import annotations

from typing import Literal

News = Literal["planned", "changed", "off", "tomorrow"]
_MORE = "When and where it is, who goes and which form you fill in stands on your page:"
_CAN_NOT = "If you can't go, tell your coordinator."


def visit_words(name: str, news: News, url: str) -> tuple[str, str]:
    """The subject and the text. ``url`` is the page of the inspector's own visits."""
    match news:
        case "planned":
            subject = f"A visit is planned for you in Earshot {name}"
            text = f"A visit is planned that you go on. {_MORE}\n\n{url}\n\n{_CAN_NOT}"
        case "changed":
            subject = f"Your visit was changed in Earshot {name}"
            text = f"A visit that you go on was changed. {_MORE}\n\n{url}\n\n{_CAN_NOT}"
        case "off":
            subject = f"You do not go on a visit in Earshot {name}"
            text = (
                "A visit that you were to go on was called off, or others go. You need do nothing. "
                f"Your page shows the visits that you do go on:\n\n{url}"
            )
        case "tomorrow":
            subject = f"You have a visit tomorrow, in Earshot {name}"
            text = (
                f"You go on a visit tomorrow. {_MORE}\n\n{url}\n\n"
                "Open that page before you go: then the form opens where there is no line, too. "
                f"{_CAN_NOT}"
            )
    return subject, text
