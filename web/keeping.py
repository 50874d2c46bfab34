"""The page that gives the five words, as often as it is shown again before they are kept."""

from __future__ import annotations

from flask import render_template


def sent_page(words: str, *, word_error: str = "", picture_error: str = "", got: str = "") -> str:
    """One of the words is asked for, always the same one; ``got`` tells of a picture that came."""
    listed = words.split()
    errors = {"word": word_error, "picture": picture_error}
    return render_template(
        "tell/sent.html", words=listed, receipt=words, number=asked_for(listed), got=got,
        errors={name: said for name, said in errors.items() if said},
    )  # fmt: skip


def asked_for(words: list[str]) -> int:
    """The number of the word that is asked for: the second or a later one."""
    return 2 + len("".join(words)) % (len(words) - 1)
