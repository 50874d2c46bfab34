"""Adding a partnership: its ledger, its first fact, its first coordinator. No code is needed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from events.fact import Provenance
from events.governance.partnership import HelpLine
from infra.partnerships import Partnerships
from projections.governance.partnership_card import Card
from services.governance.registration import RESERVED, SLUG, BadSlug
from services.refusals import Missing, ToldDifferently
from web.site.tenancy import Tenant

# National lines that any child in England can use; domain.md 2.6 names where they come from.
NATIONAL = (
    HelpLine("Emergency", "999", "day and night", "If somebody is in danger right now."),
    HelpLine("Childline", "0800 1111", "day and night, free", "Talk about anything."),
    HelpLine("Shout", "85258", "day and night, free", "Text SHOUT to this number."),
)


@dataclass(frozen=True)
class Joining:
    slug: str
    name: str
    short_name: str
    region: str
    partners: tuple[str, ...]
    contact: str
    coordinator: str
    opens_later: bool = False


def joined(partnerships: Partnerships, asked: Joining) -> Card:
    """As ``join_partnership``, and the card that it has now: what it was called first stays."""
    join_partnership(partnerships, asked)
    found = partnerships.get(asked.slug)
    assert found is not None  # it has just been registered
    return found[1]


def join_partnership(partnerships: Partnerships, asked: Joining) -> Tenant:
    """Makes a partnership; the same again changes nothing. Raises a named refusal."""
    if asked.slug in RESERVED:
        raise BadSlug(f"Earshot itself uses the address {asked.slug}. Choose another.")
    if not SLUG.fullmatch(asked.slug):
        raise BadSlug
    if asked.coordinator and "@" not in asked.coordinator:
        raise Missing("Give the coordinator's whole e-mail address.", field="coordinator")
    partnerships.create(asked.slug)
    tenant = partnerships.open(asked.slug)
    provenance = Provenance("earshot join", "command line", None, f"join {asked.slug}")
    with suppress(ToldDifferently):  # what it was called first stays
        tenant.partnership.register(
            tenant.partnership.id,
            provenance,
            name=asked.name,
            slug=asked.slug,
            short_name=asked.short_name,
            region=asked.region,
            safeguarding_partners=asked.partners,
            contact=asked.contact,
            help_lines=NATIONAL,
            opens_later=asked.opens_later,
        )
    if asked.coordinator:
        tenant.access.give(
            Provenance(
                "earshot join",
                "command line",
                None,
                f"coordinator {tenant.access.id_of(asked.coordinator)}",
            ),
            name="Coordinator",
            email=asked.coordinator,
            role="coordinator",
        )
    tenant.catch_up()
    return tenant
