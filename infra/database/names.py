"""Rules for a partnership's slug, and the names of its schemas and roles."""

from __future__ import annotations

import re

from infra.errors import BadSlug

APPLICATION_ROLE = "earshot_app"
_VIEWS = "-views"
_SLUG = re.compile(rf"(?!.*{_VIEWS}\Z)[a-z][a-z0-9-]{{0,30}}")


def checked(slug: str) -> str:
    """Gives the slug back. Raises ``BadSlug``, also if it ends like a ``-views`` schema."""
    if not _SLUG.fullmatch(slug):
        raise BadSlug(
            f"{slug!r} is no name for a partnership: a small letter, then at most 30 small "
            f"letters, digits or hyphens, and not ending in {_VIEWS}"
        )
    return slug


def is_slug(name: str) -> bool:
    return _SLUG.fullmatch(name) is not None


def ledger_schema(slug: str) -> str:
    return "p_" + checked(slug).replace("-", "_")


def views_schema(slug: str) -> str:
    return ledger_schema(slug) + "_views"


def keys_schema(owner: str) -> str:
    """The schema of an owner's keys. The service itself is ``-service``, which is no slug."""
    return "k_" + owner.replace("-", "_")


def owner_role(slug: str) -> str:
    return "earshot_" + ledger_schema(slug)
