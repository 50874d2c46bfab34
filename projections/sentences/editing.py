"""How the children's version of a report was made, in sentences."""

from __future__ import annotations

from events.access import access
from events.childrens_version import editing as edited
from events.childrens_version import translation as translated
from projections.sentences.words import sentence


@sentence.register
def _(fact: edited.WordsWritten) -> str:
    return f"A young editor wrote the chapter “{fact.chapter}”."


@sentence.register
def _(fact: edited.ChangeProposed) -> str:
    return f"An adult proposed other words for the chapter “{fact.chapter}”."


@sentence.register
def _(fact: edited.ChangeApproved) -> str:
    return f"A young editor approved proposal {fact.number}."


@sentence.register
def _(fact: edited.ChangeDeclined) -> str:
    return f"A young editor declined proposal {fact.number}."


@sentence.register
def _(fact: edited.QuotesChosen) -> str:
    return f"A young editor chose {len(fact.quotes)} quotations."


@sentence.register
def _(fact: edited.PictureChosen) -> str:
    return f"A young editor chose the picture “{fact.picture}” for the chapter “{fact.chapter}”."


@sentence.register
def _(fact: edited.ChaptersOrdered) -> str:
    return f"A young editor put the chapters in order: {', '.join(fact.chapters)}."


@sentence.register
def _(fact: edited.ChapterHidden) -> str:
    return f"An adult hid what was written in the chapter “{fact.chapter}”."


@sentence.register
def _(fact: edited.ChapterShown) -> str:
    return f"An adult showed what was written in the chapter “{fact.chapter}” again."


@sentence.register
def _(fact: access.YoungEditorAccessGiven) -> str:
    return "Young editors were invited to sign in."


@sentence.register
def _(fact: access.YouthWorkerAccessGiven) -> str:
    return "A youth worker may write down what children say."


@sentence.register
def _(fact: translated.PartTranslated) -> str:
    done = "was translated" if fact.words else "is no longer translated"
    return f"A part of the children's version, “{fact.part}”, {done} ({fact.language})."


@sentence.register
def _(fact: translated.TranslationChecked) -> str:
    return f"A speaker checked the translation of the children's version ({fact.language})."
