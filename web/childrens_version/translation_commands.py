"""Translating one part of the children's version, and checking the whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args
from uuid import UUID

from flask import abort, request

from events.fact import Provenance
from events.vocabulary import Language
from services.childrens_version.translation import QUOTES
from services.childrens_version.translation_state import LONGEST
from services.four_eyes import Outsider
from web.childrens_version.translation_state import (
    Rendering,
    quoted_in,
    rendering,
)
from web.childrens_version.young_editor_forms import report_of
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.outside_form import OutsideForm, outsider
from web.forms.text_fields import Words
from web.site.second_person import SecondPerson, people_who, second_person
from web.site.tenancy import here


class TranslationForm(Form):
    words = Words(longest=LONGEST, label="Translation", hint="Line for line, if you can.")


class TranslationCheckForm(Form):
    """A form that asks nothing."""


def _asked_for() -> Rendering:
    """The translation that the address names."""
    asked = request.view_args or {}
    return rendering(report_of(asked["id"]), known_language(asked["language"]))


def _translate(id: UUID, by: Provenance, *, words: str) -> object:
    rendered, name = _asked_for(), (request.view_args or {})["name"]
    part = next(each for each in rendered.parts if each.name == name)
    quoted = quoted_in(report_of(id)) if part.name == QUOTES else ()
    return here.childrens_translation.translate(
        id, _code(rendered), by, part=part.name, of=part.of, quoted=quoted, words=words
    )


def _check(id: UUID, by: Provenance) -> object:
    rendered = _asked_for()
    return here.childrens_translation.check(id, _code(rendered), by, asked=rendered.asked)


def _check_outside(
    id: UUID, by: Provenance, *, outsider: Outsider, may: Mapping[str, str]
) -> object:
    rendered = _asked_for()
    return here.childrens_translation.check_outside(
        id, _code(rendered), by, asked=rendered.asked, outsider=outsider, may=may
    )


def who_checks(id: UUID, rendered: Rendering) -> SecondPerson | None:
    """Who may check it. None where it is not to be checked now."""
    if not rendered.is_whole or rendered.checked:
        return None
    translators = here.childrens_translation.translators(id, _code(rendered))
    return second_person("keep governance", translators)


def _code(rendered: Rendering) -> Language:
    return cast(Language, rendered.language.code)


TRANSLATE = Command(
    TranslationForm,
    _translate,
    title="Translate",
    done="Kept. Another speaker checks it once all parts are done.",
    button="Keep it",
)
CHECK = Command(
    TranslationCheckForm,
    _check,
    title="Check the translation",
    done="Checked. Everybody can read it in this language now.",
    help=(
        "I speak this language, I read all of it beside the English, and I translated none of it."
    ),
    button="It is right",
)


CHECK_OUTSIDE = Command(
    OutsideForm,
    _check_outside,
    title="Somebody outside checked it",
    done="Recorded, with who checked. Everybody can read it in this language now.",
    help=(
        "They speak this language, read all of it beside the English, and translated none of it. "
        "Only where nobody else here may check it."
    ),
    button="Record it",
    also={"outsider": outsider, "may": people_who("keep governance")},
)


def known_language(language: str) -> str:
    return language if language in get_args(Language) else abort(404)
