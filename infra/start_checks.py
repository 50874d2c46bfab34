"""What is looked at in every partnership before anybody is served: one at fault closes none other.

A partnership is closed where its record ends before it is known to, where it holds facts that this
release does not know, and where it can't be read. Keys that are missing are counted and said.
"""

from __future__ import annotations

import logging

from eventsourcing.persistence import PersistenceError

from events.fact import CATALOGUE
from infra.database.patience import for_long_work
from infra.errors import ChainBroken, NotReady
from infra.keys.root_key import BadKey
from infra.logs import traced
from infra.partnerships import Partnerships
from infra.proof.folder_copies import FolderCopies
from infra.proof.known_end import contradicted
from infra.proof.note_key import BadNote
from infra.proof.transparency_log import LogBroken
from infra.recovery import forget_again_in, lost
from infra.storage.fact_codec import import_every_fact
from web.site.unavailable import is_passing

_LATELY = 500  # keys that are older than the ledger lack those of its last facts
_TAKEN = ("SQLITE_BUSY", "SQLITE_LOCKED")
_UNKNOWN = (
    "its record holds {}, which this release does not know: a later release wrote that. Run "
    "that one"
)
_FORESEEN = (BadKey, BadNote, ChainBroken, LogBroken, NotReady, PersistenceError)
_log = logging.getLogger(__name__)


def look_at_all(partnerships: Partnerships) -> None:
    """Closes those that can't be served. Raises ``BadKey`` where no keys can be used at all, and
    what passes by itself, as where the database is away.
    """
    wrong = []
    for slug in partnerships.slugs():
        try:
            why = _look_at(partnerships, slug)
        except Exception as error:
            if _is_away(error):
                raise
            why = _said(slug, error)
            wrong.append(error)
        if why:
            partnerships.close_one(slug, why)
    if wrong and len(wrong) == len(partnerships.slugs()) and isinstance(wrong[0], BadKey):
        raise wrong[0]


def _said(slug: str, error: Exception) -> str:
    """The words of a fault that we foresaw. Of any other only its kind, and the log has where."""
    if isinstance(error, _FORESEEN):
        return " ".join(str(error).split())
    _log.error("%s could not be looked at: %s", slug, traced(error))
    return f"it could not be looked at ({type(error).__name__})"


def _is_away(error: Exception) -> bool:
    """Whether the database is away or taken. A file that can't be opened stays so."""
    cause = getattr(error, "orig", None) or error.__cause__
    name = getattr(cause, "sqlite_errorname", "")
    return is_passing(error) and (not name or name.startswith(_TAKEN))


def _look_at(partnerships: Partnerships, slug: str) -> str:
    """Why it can't be served; empty where it can."""
    recorder, copies = partnerships.store.recorder(slug), partnerships.copies
    import_every_fact()
    with for_long_work():
        topics = recorder.topics()
    if unknown := sorted(topics - CATALOGUE.keys()):
        return _UNKNOWN.format(", ".join(unknown))
    why = contradicted(partnerships.log(slug), copies if isinstance(copies, FolderCopies) else None)
    if why:
        return why
    partnerships.projector(slug).refuse_ahead()
    forget_again_in(partnerships, slug)  # before the first request, if a backup was restored
    if lost(partnerships, slug, max(0, recorder.head().n - _LATELY)):
        missing = len(lost(partnerships, slug))
        _log.error("%s: the keys of %s facts are missing: put their backup back", slug, missing)
        partnerships.lacking[slug] = missing
    return ""
