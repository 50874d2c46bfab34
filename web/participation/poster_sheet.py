"""One page of A4: the poster as it hangs, or ten cards to be cut out."""

from __future__ import annotations

import io

import segno
from flask import abort, render_template, request, url_for
from markupsafe import Markup

from projections.participation.posters import Poster
from web.drawing.brand_colours import accent_of
from web.drawing.crowd import group_of
from web.drawing.palette import tokens
from web.drawing.printed_letters import are_printed
from web.drawing.svg_text import FONTS, fitted
from web.site.children_host import for_all
from web.site.i18n import offered_here, speaking
from web.site.language_names import ENGLISH, PRINTED, language_of
from web.site.tenancy import here, tenants


def sheet_language() -> str:
    """The language of a sheet: English, or one that is offered here."""
    code = request.args.get("in", ENGLISH)
    return code if code in {ENGLISH, *(each.code for each in offered_here())} else abort(404)


def draw_sheet(kind: str, row: Poster, form: str = "html") -> str:
    """The code leads to the form in the sheet's language. The printed address is shorter."""
    code, short = sheet_language(), address_of(row)
    group = group_of(here.slug, tenants.served())
    languages = [language_of(ENGLISH), *offered_here()]
    with speaking(code):
        return render_template(
            f"participation/posters_{kind}.{form}",
            poster=row,
            code=Markup(qr_code(address_of(row))),  # noqa: S704 - drawn from an address of ours
            url=short,
            group=group,
            kind=kind,
            languages=languages,
            on_paper=is_on_paper(row),
            colours=tokens() | {"brand": _brand()},
            fitted=fitted,
            fonts=FONTS,
        )


def is_on_paper(row: Poster) -> bool:
    """Whether our fonts hold the letters of the sheet: of its language, and of the place."""
    return sheet_language() in PRINTED and are_printed(row.place)


def _brand() -> str:
    settings = here.publication_settings
    return accent_of(here.slug, settings.known(settings.id).colour).brand


def address_of(row: Poster) -> str:
    return for_all(url_for(".arrive", code=row.code))


def qr_code(url: str) -> str:
    written = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        written,
        kind="svg",
        scale=8,
        border=4,
        xmldecl=False,
        title=url,
        omitsize=True,
    )
    return written.getvalue().decode()
