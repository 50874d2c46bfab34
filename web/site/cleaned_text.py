"""Typed and pasted text without the letters that nobody sees.

Web pages, Word and chat programs put them into what is copied from them. Two words that look alike
would differ, and an address with one would be nobody's.
"""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# Nothing is ever written with these: soft hyphens, spaces without width, marks of a file's start,
# fillers, and marks that only programs know.
_UNSEEN = re.compile(
    r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff"
    r"\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)
# These shape letters of some scripts and emoji, and do nothing beside Latin letters, spaces and
# stops. Only digits, # and * of what is typed most can become emoji.
_SHAPES = r"[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_UNSHAPING = re.compile(rf"(?:(?<=[!-\x22$-)+-/:-~\s\u00c0-\u024f])|^){_SHAPES}+", re.MULTILINE)
_LONE_TAGS = re.compile(r"(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+")
# Marks of direction mean something only where some letters run from right to left.
_DIRECTION = re.compile(r"[\u200e\u200f\u061c]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FORMAT = re.compile(rf"{_SHAPES}|[\U000e0000-\U000e007f]")


def cleaned(text: str) -> str:
    """The text without control characters, turned directions and letters that nobody sees.

    Joiners stay where a script or an emoji needs them. Lines end with a line feed.
    """
    text = _CONTROLS.sub("", text.replace("\r\n", "\n"))
    if text.isascii():
        return text
    text = _LONE_TAGS.sub("", _UNSEEN.sub("", text))
    if not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION.sub("", text)
    return _UNSHAPING.sub("", text)


def visible(text: str) -> str:
    """The text without any of them, for what a machine reads: an address, a number."""
    return _DIRECTION.sub("", _FORMAT.sub("", cleaned(text)))
