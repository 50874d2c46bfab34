"""The values that a young editor's form shows at first."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from flask import request

from projections.childrens_version.edited_rows import Edited, EditedChapter
from web.childrens_version.young_editor_forms import PLACES, quotes_of


def values_of(name: str, id: UUID, edited: Edited) -> dict[str, object]:
    """What the form shows at first: the order, the quotes, or one chapter as edited so far."""
    if name == "order":
        return dict(zip(PLACES, edited.order, strict=False))
    if name == "quotes":
        chosen = edited.quotes if edited.chose else [each.key for each in quotes_of(id)]
        return {"quote": list(chosen)}
    part = part_of(edited, request.args)
    if part is None:
        return {}
    return {
        "chapter": part.chapter,
        "words": part.words,
        "picture": part.picture,
        "seen": str(part.version),
    }


def part_of(edited: Edited, asked: Mapping[str, str]) -> EditedChapter | None:
    """The chapter that the address names, as edited so far. None if it is no chapter."""
    return next((each for each in edited.parts if each.chapter == asked.get("chapter")), None)
