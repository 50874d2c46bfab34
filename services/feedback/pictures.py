"""Photos and drawings of young people: which files are accepted, and how many."""

from __future__ import annotations

import re
from typing import Literal
from uuid import UUID

from services.feedback.feedback_state import AlreadyTakenBack, Feedback
from services.files import LARGEST
from services.refusals import Refusal

MOST = 3
_BEGINNINGS: dict[bytes, Literal["PNG", "JPEG"]] = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
# Photos of iPhones and of newer Androids (HEIC, AVIF), and pictures out of chats (WebP, GIF).
_OTHERS = re.compile(rb"....ftyp(hei|hev|mif|msf|avi)|RIFF....WEBP|GIF8", re.DOTALL)


class NotAPicture(Refusal):
    words = "We cannot open this picture. Send a photo, or a picture that ends in png or jpg."
    field = "picture"


class NotThisPicture(Refusal):
    """A picture of a kind that only some devices can open."""

    words = "We cannot open this kind of picture. Take a screenshot of it. Then send that."
    field = "picture"


class PictureTooLarge(Refusal):
    words = "This picture is too big for us. Try a smaller one, or send it without."
    field = "picture"


class TooManyPictures(Refusal):
    words = f"You can send {MOST} pictures with one message. To send more, tell us again."
    field = "picture"


def picture_type(content: bytes) -> Literal["PNG", "JPEG"]:
    """What the picture is, by how it begins.

    Raises ``NotAPicture``, ``NotThisPicture``, ``PictureTooLarge``.
    """
    if len(content) > LARGEST:
        raise PictureTooLarge
    for beginning, type in _BEGINNINGS.items():
        if content.startswith(beginning):
            return type
    if _OTHERS.match(content):
        raise NotThisPicture
    raise NotAPicture


def may_take(feedback: Feedback, picture: UUID) -> bool:
    """Whether it is to be kept; one that is there already need not be.

    Raises ``AlreadyTakenBack``, ``TooManyPictures``.
    """
    if feedback.taken_back:
        raise AlreadyTakenBack
    if picture in feedback.pictures:
        return False
    if len(feedback.pictures) >= MOST:
        raise TooManyPictures
    return True
