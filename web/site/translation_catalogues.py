"""The translators' files, read as they are, so that nothing has to be compiled."""

from __future__ import annotations

import io
from functools import cache, cached_property
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask_babel import Babel, Domain, get_locale

from web.site.language_names import ENGLISH

FOLDER = Path(__file__).parents[1] / "translations"


class _Catalogues(Domain):  # type: ignore[misc]
    """Reads the translators' own files."""

    def get_translations(self) -> NullTranslations:
        return _catalogue(str(get_locale() or ENGLISH))


class CatalogueBabel(Babel):  # type: ignore[misc]
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
