"""Wires everything together: each partnership's ledger, services and views, opened when wanted."""

from __future__ import annotations

import logging
import pkgutil
import threading
from importlib import import_module
from inspect import isabstract

import projections
from infra.keys.root import BadKey, RootKey
from infra.post import post_of
from infra.projector import Projector
from infra.settings import Settings
from infra.storage.mapper import FactMapper
from infra.storage.refusals import UnknownPartnership
from infra.storage.store import PostgresStore, SQLiteStore, Store
from projections.partnership_card import Card, PartnershipCard
from projections.projection import Projection
from services.access import AccessService
from services.audit import AuditService
from services.decision import DecisionService
from services.feedback import FeedbackService
from services.figure import FigureService
from services.inspection import FormService, InspectorService, VisitService
from services.ledger import Ledger
from services.meeting import MeetingService
from services.partnership import PartnershipService
from services.ports import Post
from services.receipt import ReceiptBook
from services.report import ReportService
from services.review import ReviewService
from services.training import TrainingService
from web.here import Place

_log = logging.getLogger(__name__)


def every_projection() -> tuple[type[Projection], ...]:
    """Each projection of the house, found by itself."""
    for module in pkgutil.walk_packages(projections.__path__, "projections."):
        import_module(module.name)
    found = sorted(Projection.__subclasses__(), key=lambda each: each.name)
    return tuple(each for each in found if not isabstract(each))


def store_of(settings: Settings) -> Store:
    """PostgreSQL where an address is set, else SQLite in the data folder."""
    if settings.database_url:
        return PostgresStore(
            settings.database_url, settings.pool_size, settings.migration_url or None
        )
    return SQLiteStore(settings.var / "partnerships")


class Partnerships:
    """Every partnership in one store. Opening one costs nothing until it is asked for."""

    def __init__(self, store: Store, root: RootKey, post: Post, public_url: str) -> None:
        self.store, self.root, self.post, self.public_url = store, root, post, public_url
        self.projections = every_projection()
        self._mapper = FactMapper()
        self._open: dict[str, Place] = {}
        self._cards: dict[str, Card] = {}
        self._projectors: dict[str, Projector] = {}
        self._opening = threading.Lock()

    @classmethod
    def of(cls, settings: Settings) -> Partnerships:
        """Raises ``NotReady`` or ``BadKey`` where what is kept cannot be used."""
        store = store_of(settings)
        store.check()
        keys = settings.var / "keys"
        if store.slugs() and not (keys / "root.key").exists():
            raise BadKey(
                f"There are ledgers but no {keys / 'root.key'}: put its backup back. A new one "
                "would recognise none of the five words that young people were given."
            )
        root = RootKey.kept_in(keys)
        return cls(store, root, post_of(settings), settings.public_url)

    def get(self, slug: str) -> tuple[Place, Card] | None:
        """A partnership that is registered, with its card; none where there is no such one."""
        try:
            place = self.open(slug)
        except UnknownPartnership:
            return None
        card = self._cards.get(slug) or self._card(place)
        return None if card is None else (place, card)

    def open(self, slug: str) -> Place:
        """A partnership that has a ledger, registered or not yet. Raises ``UnknownPartnership``."""
        if slug not in self._open:
            with self._opening:
                if slug not in self._open:
                    self._open[slug] = self._place(slug)
        return self._open[slug]

    def cards(self) -> list[Card]:
        found = (self.get(slug) for slug in self.store.slugs())
        return sorted((each[1] for each in found if each), key=lambda card: card.short_name)

    def ready(self) -> dict[str, str]:
        """What is not well, by name; empty where all is."""
        troubles: dict[str, str] = {}
        for slug in self.store.slugs():
            projector = self.projector(slug)
            try:
                projector.catch_up()
            except Exception as error:
                _log.exception("%s cannot be brought in step", slug)
                troubles[slug] = f"cannot be brought in step: {type(error).__name__}"
                continue
            parked = projector.parked()
            troubles |= {f"{slug}.{view}": words for view, words in parked.items()}
        return troubles

    def projector(self, slug: str) -> Projector:
        """What keeps a partnership's read tables in step."""
        if slug not in self._projectors:
            engine, schema = self.store.views(slug)
            lane = self.store.recorder(slug)
            made = Projector(lane, self._mapper, engine, schema, self.projections)
            self._projectors.setdefault(slug, made)
        return self._projectors[slug]

    def close(self) -> None:
        self.store.close()

    def _card(self, place: Place) -> Card | None:
        with place.read(PartnershipCard) as view:
            card = view.card()
        if card is None:
            place.catch_up()
            with place.read(PartnershipCard) as view:
                card = view.card()
        if card is not None:
            self._cards[place.slug] = card
        return card

    def _place(self, slug: str) -> Place:
        ledger = Ledger(slug, self.store.recorder(slug), self._mapper)
        receipts = ReceiptBook(self.root.derive("receipts", slug))
        forms = FormService(ledger)
        return Place(
            slug=slug,
            ledger=ledger,
            views=self.projector(slug),
            partnership=PartnershipService(ledger),
            feedback=FeedbackService(ledger, receipts),
            inspectors=InspectorService(ledger),
            forms=forms,
            visits=VisitService(ledger, forms),
            audit=AuditService(ledger),
            decision=DecisionService(ledger),
            meeting=MeetingService(ledger),
            figure=FigureService(ledger),
            training=TrainingService(ledger),
            review=ReviewService(ledger),
            report=ReportService(ledger),
            access=AccessService(ledger),
        )
