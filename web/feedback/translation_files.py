"""The words to translate on pages for everybody, and the translators' files.

``python -m web.feedback.translation_files`` updates each file: new words are empty, words that no
page uses are removed, translations stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from services import refusals
from services.feedback import feedback_state, pictures, receipt
from services.feedback import follow_up as coming_back
from services.privacy.complaint import TooLongAComplaint
from services.refusals import Refusal
from web.feedback import follow_up as back
from web.feedback import receipt_lookup as returning
from web.site.language_names import OTHERS
from web.site.translation_catalogues import FOLDER

_WEB = Path(__file__).parents[1]
_FOR_STAFF = {"NotReadYet", "AlreadyTakenBack"}
# Words for young people. How easy they are is measured on their pages, not here.
_FOR_YOUNG_PEOPLE = (
    "feedback/follow_up",
    "feedback/follow_up_commands",
    "feedback/follow_up_story",
    "feedback/receipt",
    "feedback/tell",
    "feedback/what_happens_now",
    "feedback/vocabulary",
    "feedback/you_said",
    "feedback/receipt_page",
    "feedback/bot_check",
    "feedback/receipt_lookup",
    "site/error_pages",
    "site/i18n",
)
_FOR_ADULTS = ("privacy/childrens_code", "privacy/complaint_commands", "forms/text_fields")


@cache
def every_message() -> frozenset[str]:
    """All words of pages for everybody in English, from templates, pages and services.

    They are gathered once: no page changes while the program runs.
    """
    found = frozenset(_in_templates()) | frozenset(_in_code())
    return found | frozenset(_of_refusals()) | _STATED


# A projection says these words, and projections know nothing of languages.
_STATED = {"Your words came through to us.", "A grown-up read every word."}


@cache
def lacking(code: str) -> tuple[str, ...]:
    """The English words that have no translation in this language.

    Its file holds every message, as a test makes sure, so nobody waits while pages are read.
    """
    return tuple(str(each.id) for each in _known(code) if each.id and not each.string)


def brought_in_step(code: str) -> Catalog:
    """The updated file of one language: every message, and none that no page uses."""
    known = _known(code)
    made = Catalog(locale=code, project="Earshot", fuzzy=False)
    for message in sorted(every_message()):
        old = known.get(message)
        made.add(message, old.string if old else "")
    return made


def _known(code: str) -> Catalog:
    path = FOLDER / f"{code}.po"
    if not path.exists():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def _in_templates() -> Iterator[str]:
    for path in sorted((_WEB / "templates").rglob("*.html")):
        yield from _messages(path, "jinja2")


def _in_code() -> Iterator[str]:
    for path in (_WEB / f"{name}.py" for name in _FOR_YOUNG_PEOPLE + _FOR_ADULTS):
        yield from _messages(path, "python")


def _of_refusals() -> Iterator[str]:
    """The words of refusals that visitors meet. Services know nothing of languages."""
    for module in (coming_back, feedback_state, pictures, receipt, returning):
        for each in vars(module).values():
            if _is_of(module, each) and each.__name__ not in _FOR_STAFF:
                yield each.words
    yield from (
        refusals.ToldDifferently.words,
        back.NotSealedYet.words,
        TooLongAComplaint.words,
    )


def _is_of(module: ModuleType, each: object) -> bool:
    of_it = getattr(each, "__module__", "") == module.__name__
    return of_it and isinstance(each, type) and issubclass(each, Refusal)


def _messages(path: Path, method: str) -> Iterator[str]:
    keywords = {"_": None, "N_": None, "spoken": None}
    for _, message, _, _ in extract_from_file(method, path, keywords=keywords):
        yield message if isinstance(message, str) else message[0]


def main() -> None:
    for code in OTHERS:
        known = brought_in_step(code)  # before the file is opened for writing
        with (FOLDER / f"{code}.po").open("wb") as file:
            write_po(file, known, width=0, no_location=True)


if __name__ == "__main__":
    main()
