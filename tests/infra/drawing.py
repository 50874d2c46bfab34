"""Views as the rows of their tables, and the facts of the loaded documents to draw them from."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import Connection, select

from events.childrens_version.translation import PartTranslated
from events.fact import Fact, Provenance
from events.feedback.feedback import CameBack, FeedbackSubmitted
from events.feedback.language import LanguageOffered
from events.governance.partnership import HelpLine, HelpLineAdded
from events.inspections.inspector import InspectorInvited
from events.inspections.visit import VisitRecorded
from events.participation.poster import PosterMade
from events.period import PartialDate
from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.partnerships import Partnerships
from infra.seeds.load import load_seeds
from infra.storage.encryption import FieldCipher
from infra.storage.fact_mapper import FactMapper
from infra.storage.recorder import Recorder
from infra.storage.sqlite.store import SQLiteStore
from projections.engine.encryption import UNSEALED, RowCipher
from projections.engine.projection import Projection
from tests.stories import recorded

Drawn = dict[str, list[str]]


def drawn(
    connection: Connection, projection: type[Projection], seal: RowCipher = UNSEALED
) -> Drawn:
    """Every row of a view, opened, as JSON, to the byte."""
    found: Drawn = {}
    for declared in projection.tables():
        table = declared.table()
        rows = [declared.decode(row, seal) for row in connection.execute(select(table))]
        plain = zip(*declared.encode(rows, UNSEALED), strict=True) if rows else ()
        found[table.name] = sorted(json.dumps(row, ensure_ascii=False) for row in plain)
    return found


def drawn_over(facts: Iterable[Fact], projection: type[Projection]) -> Drawn:
    view = projection.over(facts)
    try:
        return drawn(view.connection, projection)
    finally:
        view.close()


def facts_of(recorder: Recorder, keys: KeyStore) -> list[Fact]:
    """All of a lane's facts, every sealed field opened: they may outlive their store."""
    sealer = FieldCipher(recorder.slug, keys.of(recorder.slug), recorder)
    facts = FactMapper(sealer).facts(recorder.read(0, 100_000))
    for fact in facts:
        for name in fact.PERSONAL:
            getattr(fact, name)
    return facts


def by_people() -> list[Fact]:
    """Of what no document tells and no demonstration makes up, a little of each."""
    poster, provenance, languages, translation, frame, kim = (uuid4() for _ in range(6))
    line = HelpLine("The front door", "01234 567890", "Day and night", "If a child may be hurt.")
    return [
        recorded(PosterMade, stream=poster, place="The youth club", code="k7m2"),
        recorded(
            FeedbackSubmitted,
            stream=provenance,
            channel="web",
            feeling="happy",
            about="",
            words="",
            age_band="",
            wants_answer=False,
            receipt="",
            demo=False,
            place=str(poster),
        ),
        recorded(CameBack, stream=provenance, version=2),
        recorded(HelpLineAdded, stream=frame, line=line),
        recorded(InspectorInvited, stream=uuid4(), name="Kim", access=kim),
        _visit(kim),
        recorded(LanguageOffered, stream=languages, language="pl", checked_by="A speaker"),
        recorded(
            PartTranslated,
            stream=translation,
            report=uuid4(),
            language="pl",
            part="hello",
            words="Witamy",
            of="0" * 64,
        ),
    ]


def _visit(inspector: UUID) -> Fact:
    provenance = Provenance(str(inspector), "on a visit")
    day = PartialDate("2026-11-20")
    return VisitRecorded(uuid4(), 1, provenance, uuid4(), 1, "The library", day, (), (), False)


@cache
def story() -> dict[str, list[Fact]]:
    """The four partnerships' facts, as the documents and the demonstration tell them."""
    with tempfile.TemporaryDirectory() as folder:
        store = SQLiteStore(Path(folder) / "partnerships")
        store.migrate()
        keys = KeyStore.kept_in(Path(folder) / "keys")
        partnerships = Partnerships(store, keys, FolderMailer(Path(folder)), "http://localhost")
        load_seeds(partnerships, lambda said: None, io.StringIO())
        partnerships.open("nel").ledger.save(*by_people())
        provenance = {slug: facts_of(store.recorder(slug), keys) for slug in store.slugs()}
        store.close()
    return provenance
