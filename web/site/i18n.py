"""In which language a page is drawn: English, or one that a speaker checked for this partnership.

The language stands in the address (``?lang=pl``), so that no cookie is needed and a link can be
passed on; where it does not, the phone's own is taken if it is offered here. What is told in
English only is marked as English, whatever is spoken around it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from babel.dates import format_date, get_day_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, current_app, g, request
from flask_babel import Babel, Domain, force_locale, get_locale, gettext
from markupsafe import Markup, escape

from events.period import PartialDate
from projections.deadlines.service_standards import Promised
from projections.feedback.languages import Languages
from services.refusals import Refusal
from web.site.authentication import is_staff_here
from web.site.formatting import initial
from web.site.language_names import ENGLISH, OTHERS, Language, language_of
from web.site.tenancy import here

K = TypeVar("K")
FOLDER = Path(__file__).parents[1] / "translations"
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def N_(words: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks words to be translated where they are shown."""
    return words


# What a partnership's partners are called where nobody called them anything else.
PARTNERS = (N_("the council"), N_("health (the integrated care board)"), N_("the police"))


def said_of(refusal: Refusal) -> str:
    """What a refusal says; what it counts or names is only said in English."""
    return refusal.said if chosen() == ENGLISH else spoken(type(refusal).words)


def spoken(words: str, **named: object) -> str:
    """The same in the language that is spoken; ``named`` are put in their places."""
    return str(gettext(words, **named))


def spoken_of(words: Mapping[K, str]) -> dict[K, str]:
    return {name: spoken(each) for name, each in words.items()}


class _Catalogues(Domain):  # type: ignore[misc]
    """Reads the translators' own files, so that nothing has to be compiled and kept beside them."""

    def get_translations(self) -> NullTranslations:
        return _catalogue(str(get_locale() or ENGLISH))


class _Speaking(Babel):  # type: ignore[misc]
    @cached_property
    def domain_instance(self) -> Domain:
        return _Catalogues()


@cache
def _catalogue(code: str) -> NullTranslations:
    path = FOLDER / f"{code}.po"
    if code == ENGLISH or not path.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return Translations(compiled)


def init_app(app: Flask) -> None:
    """Lets every page be drawn in the language its address asks for."""
    _Speaking(app, default_locale=ENGLISH, locale_selector=chosen)

    @app.url_defaults
    def stay(endpoint: str, values: dict[str, object]) -> None:
        if "here" in g and is_for_all(endpoint) and (chosen() != ENGLISH or _says_so()):
            values.setdefault("lang", chosen())

    app.context_processor(_around)
    app.jinja_env.filters.update(day_of=day_of)
    app.jinja_env.globals.update(
        hours_of=hours_of, in_english=in_english, in_spoken=in_spoken, partner=partner
    )


def chosen() -> str:
    """The code of the language this request is answered in."""
    if "language" not in g:
        g.language = _asked()
    return str(g.language)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """What is drawn meanwhile is drawn in that language, whatever the request asked for."""
    before, g.language = chosen(), code
    try:
        with force_locale(code):
            yield
    finally:
        g.language = before


def offered_here() -> list[Language]:
    with here.read(Languages) as view:
        return [language_of(row.language) for row in view.now()]


def tongues() -> list[Language]:
    """English and what is offered here, but for the one that is spoken now."""
    every = [language_of(ENGLISH), *offered_here()]
    return [each for each in every if each.code != chosen()] if len(every) > 1 else []


def day_of(day: object) -> str:
    """A day or a month in words of the language that is spoken."""
    if chosen() == ENGLISH or not isinstance(day, PartialDate):
        return str(day)
    form = "d MMMM y" if day.precision == "day" else "MMMM y"
    return str(format_date(day.first, form, locale=chosen()))


def in_english() -> Markup:
    """The attributes of an element whose words are English whatever is spoken."""
    return Markup("") if chosen() == ENGLISH else Markup(' lang="en-GB" dir="ltr"')


def in_spoken() -> Markup:
    """The attributes of an element within English whose words are in the language spoken."""
    code = chosen()
    if code == ENGLISH:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(code, language_of(code).direction)


def apart(words: str) -> str:
    """Words that are put into a sentence of another language: their direction is their own."""
    return words if chosen() == ENGLISH else f"\u2068{words}\u2069"


def partner(name: str) -> Markup:
    """A safeguarding partner: translated where it is called what we call it, else in English."""
    words = spoken(name) if name in PARTNERS else name
    whole = initial(words)
    around = in_english() if words == name else ""
    return Markup("<span{}>{}</span>").format(around, whole) if around else escape(whole)


def hours_of(promised: Promised) -> str:
    """When the partnership is there: Monday to Friday, 09:00 to 17:00."""
    if chosen() == ENGLISH or not promised.days:
        return promised.hours_in_words
    names = get_day_names(locale=chosen())
    comma = "، " if language_of(chosen()).direction == "rtl" else ", "
    days = comma.join(names[_WEEK.index(day)] for day in promised.days)
    return f"{days}{comma}{promised.opens}-{promised.closes}"


def _asked() -> str:
    if not request or "here" not in g or not is_for_all(request.endpoint or ""):
        return ENGLISH
    if not _says_so() and not request.accept_languages:
        return ENGLISH
    offered = [each.code for each in offered_here()]
    wanted = request.accept_languages.best_match([ENGLISH, *offered])
    code = request.args["lang"] if _says_so() else wanted
    if code in offered or (code in OTHERS and is_staff_here()):
        return str(code)
    return ENGLISH


def _says_so() -> bool:
    """Whether the address names a language, be it English: then the phone's own is not asked."""
    return "lang" in request.args if request else False


def is_for_all(endpoint: str) -> bool:
    """Whether it is a page that anybody may see: those of staff are in English."""
    view = current_app.view_functions.get(endpoint)
    return endpoint != "static" and getattr(view, "permission", None) is None


def _around() -> dict[str, object]:
    code = chosen()
    return {
        "spoken": language_of(code),
        "is_unchecked": code != ENGLISH and not _is_offered(code),
        "tongues": tongues,
    }


def _is_offered(code: str) -> bool:
    return code in {each.code for each in offered_here()}
