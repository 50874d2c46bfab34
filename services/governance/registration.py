"""Setting up a partnership: its name, its address, its help lines."""

from __future__ import annotations

import re

from events.fact import Provenance
from events.governance.partnership import HelpLine, PartnershipRegistered
from services.governance.partnership_state import Partnership
from services.refusals import Missing, Refusal

SLUG = re.compile(r"[a-z][a-z0-9-]{1,30}")
RESERVED = frozenset({"static", "health", "favicon.ico", "robots.txt", "leave", "help", "t"})


class BadSlug(Refusal):
    words = "Use small letters, digits and dashes, two to 31 of them, starting with a letter."
    field = "slug"


def register(
    partnership: Partnership,
    provenance: Provenance,
    *,
    name: str,
    slug: str,
    short_name: str,
    region: str,
    safeguarding_partners: tuple[str, ...] = (),
    contact: str = "",
    help_lines: tuple[HelpLine, ...] = (),
    opens_later: bool = False,
) -> PartnershipRegistered:
    """Raises ``BadSlug`` where the address could not be used."""
    if slug in RESERVED:
        raise BadSlug(f"Earshot itself uses the address {slug}. Choose another.")
    if not SLUG.fullmatch(slug):
        raise BadSlug
    if not name:
        raise Missing("Give the partnership's full name.", field="name")
    return PartnershipRegistered(
        *partnership.next(provenance),
        name=name,
        slug=slug,
        short_name=short_name or name,
        region=region,
        safeguarding_partners=safeguarding_partners,
        contact=contact,
        help_lines=help_lines,
        opens_later=opens_later,
    )
