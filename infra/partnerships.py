"""Wires everything together: each partnership's ledger, services and views, opened when needed."""

from __future__ import annotations

import hmac
import logging
import pkgutil
import threading
import time
from base64 import urlsafe_b64encode
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from inspect import isabstract

import projections
from infra.closings import Closings
from infra.database.names import checked
from infra.editions import editions_of
from infra.editions.build_progress import ProgressTable
from infra.editions.edition_store import FileEditionStore
from infra.errors import NotReady, UnknownPartnership
from infra.files import ObjectStore, object_store_of
from infra.files.encrypted_files import EncryptedFiles
from infra.keys.root_key import BadKey
from infra.keys.signed_mark import SignedMark
from infra.keys.store import SERVICE, KeyStore
from infra.keys.tables import NO_KEYS
from infra.mail import mailer_of, texter_of
from infra.mail.texts import NoTexts
from infra.outbox.outbox import LetterOutbox
from infra.projector.projector import Projector
from infra.proof.copy_stores import Copies
from infra.proof.log_proof import LogProof
from infra.proof.offsite_copies import copies_of
from infra.proof.transparency_log import TransparencyLog
from infra.settings import Settings
from infra.storage.encryption import FieldCipher
from infra.storage.fact_mapper import FactMapper
from infra.storage.store import Store
from infra.stores import keys_of, store_of
from infra.time_travel.history import RecordHistory
from infra.time_travel.read_only import AsOfViews, ReadOnlyLedger
from infra.wiring import tenant_of
from projections.engine.as_of import AsOf
from projections.engine.projection import Projection
from projections.governance.partnership_card import Card, PartnershipCard
from services.feedback.receipt import ReceiptBook
from services.ledger import Ledger
from services.ports import Mailer, Texter
from web.site.tenancy import PartnershipClosed, Tenant

_CARD_SECONDS = 2  # so long another process may show numbers of help as they were
_log = logging.getLogger(__name__)


@cache
def every_projection() -> tuple[type[Projection], ...]:
    """Each projection of the house, found by itself."""
    for module in pkgutil.walk_packages(projections.__path__, "projections."):
        import_module(module.name)
    found = sorted(Projection.__subclasses__(), key=lambda each: each.name)
    return tuple(each for each in found if not isabstract(each))


class Partnerships(Closings):
    """Every partnership in one store. Opening one costs nothing until it is asked for."""

    def __init__(
        self,
        store: Store,
        keys: KeyStore,
        mailer: Mailer,
        public_url: str,
        copies: Copies | None = None,
        evidence: ObjectStore | None = None,
        editions: ObjectStore | None = None,
        children_url: str = "",
        texter: Texter | None = None,
        contact: str = "earshot@localhost.invalid",
    ) -> None:
        super().__init__(store)
        self.keys, self.mailer, self.public_url = keys, mailer, public_url
        self.copies, self.evidence, self.editions = copies, evidence, editions
        self.children_url, self.texter = children_url, texter or NoTexts()
        self.contact = contact
        self.projections = every_projection()
        self._mappers: dict[str, FactMapper] = {}
        self._open: dict[str, Tenant] = {}
        self._cards: dict[str, tuple[float, Card]] = {}
        self._projectors: dict[str, Projector] = {}
        self._logs: dict[str, TransparencyLog] = {}
        self._pasts: dict[str, RecordHistory] = {}
        self._closed: dict[str, Tenant] = {}
        self._edition_stores: dict[str, FileEditionStore] = {}
        self._outboxes: dict[str, LetterOutbox] = {}
        self._opening = threading.Lock()

    @classmethod
    def of(cls, settings: Settings) -> Partnerships:
        """Opens the stores. Raises ``NotReady`` or ``BadKey`` if they cannot be used."""
        store = store_of(settings)
        try:
            store.check()
            keys = keys_of(settings, store)
        except BaseException:
            store.close()
            raise
        copies = copies_of(settings.copies)
        post, evidence, editions = (
            mailer_of(settings),
            object_store_of(settings),
            editions_of(settings),
        )
        urls = settings.public_url, settings.children_url
        ways = urls[1], texter_of(settings), settings.post_from
        made = cls(store, keys, post, urls[0], copies, evidence, editions, *ways)
        made.refuse_unreadable()
        return made

    def create(self, slug: str) -> None:
        """Makes a partnership's ledger and keys, if it has none. Raises ``BadSlug``."""
        checked(slug)
        if not (slug in self.store.slugs() and self.store.recorder(slug).head().n):
            self.keys.create(slug)
        self.store.create(slug)

    def get(self, slug: str) -> tuple[Tenant, Card] | None:
        """A registered partnership. None if there is none with this slug.

        Raises ``PartnershipClosed``.
        """
        if slug in self.closed:
            raise PartnershipClosed(slug)
        try:
            tenant = self.open(slug)
        except UnknownPartnership:
            return None
        read_at, known = self._cards.get(slug, (0.0, None))
        is_fresh = time.monotonic() - read_at < _CARD_SECONDS
        card = known if known and is_fresh else self._card(tenant)
        if card is None and self.projector(slug).quarantined():
            raise PartnershipClosed(slug)  # its views stopped before the first was drawn
        return None if card is None else (tenant, card)

    def open(self, slug: str) -> Tenant:
        """A partnership that has a ledger, registered or not yet.

        Raises ``UnknownPartnership``, or ``NotReady`` where its ledger can't be used.
        """
        if slug in self.faults:
            raise NotReady(self.faults[slug])
        if slug not in self._open:
            with self._opening:
                if slug not in self._open:
                    self._open[slug] = self._tenant(slug)
        return self._open[slug]

    def cards(self) -> list[Card]:
        """Each card as it was read last, however long ago: others see only names, which stay.

        So no page of one partnership waits for the tables of another.
        """
        found = (self._known(slug) for slug in self.served())
        return sorted((card for card in found if card), key=lambda card: card.short_name)

    def ready(self) -> dict[str, str]:
        """Faults by name. Empty if all is well."""
        troubles = self.troubles_of_all()
        troubles |= dict.fromkeys(self.closed, "is closed: the log says why")
        for slug in self.served():
            try:
                projector = self.projector(slug)
                projector.catch_up()
            except Exception as error:
                _log.exception("%s cannot be brought in step", slug)
                troubles[slug] = f"cannot be brought in step: {type(error).__name__}"
                continue
            quarantined = projector.quarantined()
            troubles |= {f"{slug}.{view}": words for view, words in quarantined.items()}
            troubles |= {
                f"{slug}.{what}": words
                for what, words in self.log(slug).troubles()
                if what != "copies" or self.copies  # none are wanted any more
            }
            if lost := max(len(self.mapper(slug).sealing.lost), self.lacking.get(slug, 0)):
                troubles[f"{slug}.keys"] = f"{lost} keys are missing: put their backup back"
            if trouble := self.outbox(slug).trouble():
                troubles[f"{slug}.alerts"] = trouble
        return troubles

    def projector(self, slug: str) -> Projector:
        """The projector that updates a partnership's read tables."""
        if slug not in self._projectors:
            engine, schema = self.store.views(slug)
            recorder = self.store.recorder(slug)
            made = Projector(recorder, self.mapper(slug), engine, schema, self.projections)
            made.gone_back = partial(self.go_back, slug)
            self._projectors.setdefault(slug, made)
        return self._projectors[slug]

    def go_back(self, slug: str) -> None:
        """Lets go of what is remembered of a record that an older one was put in the place of."""
        self.past(slug).drop_all()
        self.outbox(slug).go_back(self.store.recorder(slug).head().n)

    def mapper(self, slug: str) -> FactMapper:
        """A partnership's mapper of facts. Raises ``UnknownPartnership``, ``BadKey``."""
        if slug not in self._mappers:
            recorder, keyring = self.store.recorder(slug), self.keys.of(slug)
            if keyring.is_new() and recorder.head().n:
                raise BadKey(NO_KEYS.format(slug))
            self._mappers.setdefault(slug, FactMapper(FieldCipher(slug, keyring, recorder)))
        return self._mappers[slug]

    def log(self, slug: str) -> TransparencyLog:
        """A partnership's log, which proves its record. Raises ``UnknownPartnership``."""
        if slug not in self._logs:
            views = self.store.views(slug)
            recorder, mark = self.store.recorder(slug), SignedMark(self.keys.of(slug).engine)
            made = TransparencyLog(recorder, *views, lambda: self.log_seed(slug), mark)
            self._logs.setdefault(slug, made)
        return self._logs[slug]

    def log_seed(self, slug: str) -> bytes:
        """The 32 bytes that a partnership's log signs with (Ed25519)."""
        return self.keys.of(slug).secret("log")

    def link_secret(self, slug: str, asked: str) -> str:
        """The secret of the sign-in link that was asked for by this row of the outbox."""
        key = self.keys.of(slug).secret("sign-in links")
        return urlsafe_b64encode(hmac.digest(key, asked.encode(), "sha256")).decode().rstrip("=")

    def session_secret(self) -> bytes:
        """32 bytes that sign the sessions of the whole service."""
        return self.keys.of(SERVICE).secret("sessions")

    def past(self, slug: str) -> RecordHistory:
        """A partnership's record at any position. Raises ``UnknownPartnership``."""
        if slug not in self._pasts:
            recorder, views = self.store.recorder(slug), self.store.views(slug)
            made = RecordHistory(recorder, self.mapper(slug), *views, self.projector(slug))
            self._pasts.setdefault(slug, made)
        return self._pasts[slug]

    def outbox(self, slug: str) -> LetterOutbox:
        """A partnership's outbox. Raises ``UnknownPartnership``."""
        if slug not in self._outboxes:
            self._outboxes.setdefault(slug, LetterOutbox(*self.store.views(slug)))
        return self._outboxes[slug]

    def edition_store(self, slug: str) -> FileEditionStore:
        """A partnership's kept editions. Raises ``UnknownPartnership``."""
        if slug not in self._edition_stores:
            made = FileEditionStore(slug, self.editions, ProgressTable(*self.store.views(slug)))
            self._edition_stores.setdefault(slug, made)
        return self._edition_stores[slug]

    def then(self, slug: str, standing: AsOf) -> Tenant:
        """A partnership at an earlier moment. Nothing can be recorded there."""
        if slug not in self._closed:
            self._closed[slug] = self._tenant(slug, ReadOnlyLedger)
        views, looking = AsOfViews(self.past(slug), standing), self.open(slug).access_log
        return replace(self._closed[slug], views=views, access_log=looking)  # who looked is of now

    def close(self) -> None:
        self.store.close()
        self.keys.close()

    def _known(self, slug: str) -> Card | None:
        _, card = self._cards.get(slug, (0.0, None))
        return card or (found[1] if (found := self.get(slug)) else None)

    def _card(self, tenant: Tenant) -> Card | None:
        with tenant.read(PartnershipCard) as view:
            card = view.card()
        if card is None:
            tenant.catch_up()
            with tenant.read(PartnershipCard) as view:
                card = view.card()
        if card is not None:
            self._cards[tenant.slug] = time.monotonic(), card
        return card

    def _tenant(self, slug: str, kind: type[Ledger] = Ledger) -> Tenant:
        recorder, mapper, keyring = self.store.recorder(slug), self.mapper(slug), self.keys.of(slug)
        ledger = kind(slug, recorder, mapper, keyring.secret("names"))
        proof = LogProof(self.log(slug), self.copies)
        receipts = ReceiptBook(keyring.secret("receipts"))
        evidence = EncryptedFiles(slug, mapper.sealing, self.evidence)
        return tenant_of(
            ledger,
            self.projector(slug),
            proof,
            receipts,
            mapper.sealing,
            evidence,
            self.edition_store(slug),
            self.outbox(slug),
        )
