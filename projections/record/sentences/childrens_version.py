"""How the children's version of a report was made and translated, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.childrens_version import editing as edited
from events.childrens_version import translation as translated
from projections.record.sentences.wording import outside


def sentence(fact: edited.ChildrensVersionFact | translated.ChildrensTranslationFact) -> str:
    match fact:
        case edited.WordsWritten():
            return f"A young editor wrote the chapter “{fact.chapter}”."
        case edited.ChangeProposed():
            return f"An adult proposed other words for the chapter “{fact.chapter}”."
        case edited.ChangeApproved():
            return _change_approved(fact)
        case edited.ChangeDeclined():
            return f"A young editor declined proposal {fact.number}."
        case edited.QuotesChosen():
            return f"A young editor chose {len(fact.quotes)} quotations."
        case edited.PictureChosen():
            return _picture_chosen(fact)
        case edited.ChaptersOrdered():
            return f"A young editor put the chapters in order: {', '.join(fact.chapters)}."
        case edited.ChapterHidden():
            return f"An adult hid what was written in the chapter “{fact.chapter}”."
        case edited.ChapterShown():
            return f"An adult showed what was written in the chapter “{fact.chapter}” again."
        case translated.PartTranslated():
            return _part_translated(fact)
        case translated.TranslationChecked():
            return _translation_checked(fact)
        case _:
            assert_never(fact)


def _change_approved(fact: edited.ChangeApproved) -> str:
    if fact.seconded_by:
        by = outside(fact.seconded_by, fact.seconded_on)
        return f"Proposal {fact.number} was approved, as no young editor here could.{by}"
    return f"A young editor approved proposal {fact.number}."


def _translation_checked(fact: translated.TranslationChecked) -> str:
    by = outside(fact.seconded_by, fact.seconded_on)
    return f"A speaker checked the translation of the children's version ({fact.language}).{by}"


def _picture_chosen(fact: edited.PictureChosen) -> str:
    return f"A young editor chose the picture “{fact.picture}” for the chapter “{fact.chapter}”."


def _part_translated(fact: translated.PartTranslated) -> str:
    done = "was translated" if fact.words else "is no longer translated"
    return f"A part of the children's version, “{fact.part}”, {done} ({fact.language})."
