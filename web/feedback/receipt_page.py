"""The page that gives the five words, and the pictures that may be sent beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import Response, render_template, request

from events.fact import Provenance
from services.feedback.feedback_state import WORDS_LIMIT, AlreadyTakenBack
from services.feedback.pictures import (
    NotAPicture,
    NotThisPicture,
    PictureTooLarge,
    TooManyPictures,
)
from services.files import BadImage, NotKept
from web.drawing.creatures import PicturedWord, pictured
from web.feedback.what_happens_now import after_more, what_happens_now
from web.site.clear_site_data import clear_cache
from web.site.drawn_once import draw_once, gaps_of
from web.site.i18n import N_, said_of
from web.site.i18n import spoken as _
from web.site.tenancy import here

GOT_IT = N_("We got your picture.")
_SENT = "feedback/tell_sent.html"
_OF_THIS_ONE = ("got", "online", "now", "errors", "unsaid")
_REFUSED = {
    NotKept: N_("We could not keep your picture just now. Your words are safe. Try again soon."),
    BadImage: NotAPicture.words,
    AlreadyTakenBack: N_("You took your words back. Start again to tell us more."),
}


def sent_page(
    words: str,
    *,
    word_error: str = "",
    picture_error: str = "",
    got: str = "",
    online: bool = False,
    urgent: bool = False,
    unsaid: str = "",
) -> str:
    """Asks for one of the words, always the same one. ``got`` tells of a picture that came.

    ``online``: the message is about something online, so the help names CEOP as well.
    ``urgent``: it raises itself, so what happens now stands first. ``unsaid`` was typed since the
    message was sent, and may be added to it.
    """
    listed = words.split()
    errors = {"word": word_error, "picture": picture_error}
    shown: dict[str, Any] = {
        "number": asked_for(listed),
        "got": got,
        "online": online,
        "now": what_happens_now(datetime.now(UTC)) if urgent else None,
        "errors": {name: said for name, said in errors.items() if said},
        "unsaid": unsaid,
        "limit": WORDS_LIMIT,
    }
    if any(shown[name] for name in _OF_THIS_ONE):
        return render_template(_SENT, words=pictured(listed), receipt=words, **shown)
    gaps = _gaps(listed) | {"receipt": words}
    marks = gaps_of(gaps)
    marked = [PicturedWord(marks[f"word{at}"], marks[f"picture{at}"]) for at in range(len(listed))]
    return draw_once(_SENT, gaps, words=marked, receipt=marks["receipt"], **shown)


def _gaps(words: list[str]) -> dict[str, str]:
    gaps: dict[str, str] = {}
    for at, each in enumerate(pictured(words)):
        gaps |= {f"word{at}": each.word, f"picture{at}": each.picture}
    return gaps


def sent_again(client_id: str, *typed: str, online: bool = False) -> Response:
    """The five words of a message that has come, however the browser sent its form again.

    Only for whoever holds the form itself: its id came with the token that we gave it.
    """
    here.catch_up()
    urgent = after_more(here.feedback.id_of(client_id)) is not None
    words = here.feedback.receipt_of(client_id)
    unsaid = "\n\n".join(here.feedback.unsaid(client_id, typed))
    return clear_cache(Response(sent_page(words, online=online, urgent=urgent, unsaid=unsaid)))


def asked_for(words: list[str]) -> int:
    """The number of the word to type back: the second or a later one."""
    return 2 + len("".join(words)) % (len(words) - 1)


def take_picture(id: UUID) -> str:
    """Stores the picture of this request. Gives the reason if it can't."""
    sent = request.files.get("picture")
    content = sent.read() if sent else b""
    if not content:
        return _("Pick a picture first.")
    try:
        here.feedback.add_picture(id, Provenance("young person", "web"), content=content)
    except (NotAPicture, NotThisPicture, PictureTooLarge, TooManyPictures) as refusal:
        return said_of(refusal)
    except (BadImage, NotKept, AlreadyTakenBack) as refusal:
        return _(_REFUSED[type(refusal)])
    here.catch_up()
    return ""
