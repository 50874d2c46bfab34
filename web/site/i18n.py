"""The language of a page: English, or one that a speaker checked for this partnership.

The address holds it (``?lang=pl``), so that no cookie is needed and a link can be passed on.
Without it, the phone's own language is used if the partnership offers it. Words that exist only in
English are marked as English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from babel.dates import format_date, get_day_names
from flask import Flask, current_app, g, request
from flask_babel import force_locale, gettext
from markupsafe import Markup, escape

from events.period import PartialDate
from projections.deadlines.service_standards import Promised
from projections.feedback.languages import Languages
from services.refusals import Refusal
from web.site.authentication import is_staff_here
from web.site.formatting import initial
from web.site.language_names import ENGLISH, OTHERS, Language, language_of
from web.site.tenancy import here
from web.site.translation_catalogues import CatalogueBabel

K = TypeVar("K")
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def N_(words: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks words that are translated where they are shown."""
    return words


# The names of safeguarding partners that a partnership has not renamed.
PARTNERS = (N_("the council"), N_("health (the integrated care board)"), N_("the police"))


def said_of(refusal: Refusal) -> str:
    """The words of a refusal. Those with counts or names exist only in English."""
    return refusal.said if chosen() == ENGLISH else spoken(type(refusal).words)


def spoken(words: str, **named: object) -> str:
    """The words in the language of the page. ``named`` fill their placeholders."""
    return str(gettext(words, **named))


def spoken_of(words: Mapping[K, str]) -> dict[K, str]:
    return {name: spoken(each) for name, each in words.items()}


def init_app(app: Flask) -> None:
    """Draws every page in the language that its address asks for."""
    app.extensions["offered"] = {}
    CatalogueBabel(app, default_locale=ENGLISH, locale_selector=chosen)

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
    """The code of the language of this request."""
    if "language" not in g:
        g.language = _asked()
    return str(g.language)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Draws a part of a page in another language than the request asks for."""
    before, g.language = chosen(), code
    try:
        with force_locale(code):
            yield
    finally:
        g.language = before


def offered_here() -> list[Language]:
    """The languages on offer. Where nothing may be read, as they were read last."""
    known: dict[str, list[Language]] = current_app.extensions["offered"]
    if "reads_nothing" not in g:
        with here.read(Languages) as view:
            known[here.slug] = [language_of(row.language) for row in view.now()]
    return known.get(here.slug, [])


def read_nothing() -> None:
    """Draws the rest of this request without the store, in its language if that is known."""
    g.reads_nothing = True


def tongues() -> list[Language]:
    """English and the languages on offer here, except the one of this page."""
    every = [language_of(ENGLISH), *offered_here()]
    return [each for each in every if each.code != chosen()] if len(every) > 1 else []


def day_of(day: object) -> str:
    """A day or a month in words of the page's language."""
    if chosen() == ENGLISH or not isinstance(day, PartialDate):
        return str(day)
    form = "d MMMM y" if day.precision == "day" else "MMMM y"
    return str(format_date(day.first, form, locale=chosen()))


def in_english() -> Markup:
    """The attributes of an element with English words on a page of any language."""
    return Markup("") if chosen() == ENGLISH else Markup(' lang="en-GB" dir="ltr"')


def in_spoken() -> Markup:
    """The attributes of an element in the page's language within English words."""
    code = chosen()
    if code == ENGLISH:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(code, language_of(code).direction)


def apart(words: str) -> str:
    """Words inserted in a sentence of another language. They keep their own direction."""
    return words if chosen() == ENGLISH else f"\u2068{words}\u2069"


def partner(name: str) -> Markup:
    """A safeguarding partner: translated if it has our name for it, else in English."""
    words = spoken(name) if name in PARTNERS else name
    whole = initial(words)
    around = in_english() if words == name else ""
    return Markup("<span{}>{}</span>").format(around, whole) if around else escape(whole)


def hours_of(promised: Promised) -> str:
    """The office hours: Monday to Friday, 09:00 to 17:00."""
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
    if code in offered or (code in OTHERS and "reads_nothing" not in g and is_staff_here()):
        return str(code)
    return ENGLISH


def _says_so() -> bool:
    """Whether the address names a language, even English. Then the phone's own is ignored."""
    return "lang" in request.args if request else False


def is_for_all(endpoint: str) -> bool:
    """Whether everybody may see the page. Pages of staff are in English."""
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
