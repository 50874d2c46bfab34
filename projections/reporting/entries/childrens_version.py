"""The children's version is made from a report, so it puts nothing into one."""

from __future__ import annotations

from typing import assert_never

from events.childrens_version import editing as edited
from events.childrens_version import translation as translated


def entry(fact: edited.ChildrensVersionFact | translated.ChildrensTranslationFact) -> None:
    match fact:
        case (
            edited.WordsWritten()
            | edited.ChangeProposed()
            | edited.ChangeApproved()
            | edited.ChangeDeclined()
            | edited.QuotesChosen()
            | edited.PictureChosen()
            | edited.ChaptersOrdered()
            | edited.ChapterHidden()
            | edited.ChapterShown()
            | translated.PartTranslated()
            | translated.TranslationChecked()
        ):
            return
        case _:
            assert_never(fact)
