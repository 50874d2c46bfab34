"""Makes one version of one report: drawn, stored as a web document, then as a PDF."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from typing import Protocol

from events.fact import Provenance
from events.reporting.edition import Form
from infra.editions.edition_pdf import STEPS, pdf_of
from infra.editions.edition_store import FileEditionStore
from infra.editions.page_renderer import CannotRender, PageRenderer, Served
from infra.files.object_store import ObjectStore, StoreUnavailable
from infra.proof.transparency_log import TransparencyLog
from projections.reporting.edition_rows import KeptEdition, Shelved
from services.refusals import AlreadyThere
from web.ports.editions import BuildProgress, EditionSeal, EditionVersion, NoPaper
from web.site.tenancy import Tenant

_TOLD = Provenance("earshot", "made by the service from what was published")
_AWAY = (
    "The place where editions are kept cannot be reached. Look into its settings, then try again."
)
_LOST = "The document that the PDF is made from is not there as it was kept."
_ODD = "Something went wrong that is not understood; the log of the service says more."
_QUOTED = re.compile(r'data-said="([0-9a-f-]{36}:\d+)"')
_log = logging.getLogger(__name__)


def quoted_in(document: bytes) -> tuple[str, ...]:
    """The ids of the quotations that a drawn document marks as children's words."""
    return tuple(dict.fromkeys(_QUOTED.findall(document.decode())))


class OpenPartnerships(Served, Protocol):
    """The partnerships, as the edition worker needs them."""

    editions: ObjectStore | None

    def open(self, slug: str) -> Tenant: ...
    def log(self, slug: str) -> TransparencyLog: ...
    def edition_store(self, slug: str) -> FileEditionStore: ...


class EditionBuild:
    """Makes one version of one report: its web document and its PDF."""

    def __init__(
        self,
        house: OpenPartnerships,
        slug: str,
        row: Shelved,
        version: EditionVersion,
        renderer: PageRenderer,
    ) -> None:
        self.house, self.slug, self.row, self.version = house, slug, row, version
        self.renderer, self.tenant, self.kept_editions = (
            renderer,
            house.open(slug),
            house.edition_store(slug),
        )
        self._told = 0.0, -1

    def make(self, fail: Callable[[Shelved, EditionVersion], None]) -> None:
        try:
            self._tell(0, "Drawing the report from the record")
            self._pdf(*self._html())
        except (NoPaper, CannotRender) as trouble:
            self._fails(str(trouble))
        except StoreUnavailable as trouble:
            _log.error("an edition cannot be kept: %s", trouble)
            self._fails(_AWAY)
        except Exception:
            _log.exception("an edition of %s could not be made", self.slug)
            self._fails(_ODD)
        else:
            self.kept_editions.progress.done(self.row.report, self.version.name)
            return
        fail(self.row, self.version)

    def _html(self) -> tuple[bytes, int, str]:
        """The web document, its position and its digest. A stored one is not drawn again."""
        kept: KeptEdition | None = self.row.has(self.version.name, "html")
        if kept is not None:
            found = self.kept_editions.fetch(kept.digest)
            if found is None:
                raise CannotRender(_LOST)
            return found, kept.position, kept.root
        seal = self._seal()
        self.tenant.catch_up()
        drawn = self.renderer.page(self.slug, self.row.name, self.version, seal).encode()
        self._keep("html", drawn, 0, (seal.position, seal.root, quoted_in(drawn)))
        return drawn, seal.position, seal.root

    def _pdf(self, document: bytes, position: int, root: str) -> None:
        made = pdf_of(document, self.renderer, self._tell)
        self._keep("pdf", made.content, made.pages, (position, root, quoted_in(document)))

    def _seal(self) -> EditionSeal:
        log = self.house.log(self.slug)
        log.advance(at_once=True)
        newest = log.newest()
        if newest is None:
            raise CannotRender("The record has no seal yet. Try again in a minute.")
        made = newest.at.replace(microsecond=0).isoformat()
        url = f"{self.renderer.url}/{self.slug}/reports/{self.row.name}"
        return EditionSeal(self.row.number, newest.size, newest.root.hex(), made, url)

    def _keep(
        self, form: Form, content: bytes, pages: int, made: tuple[int, str, tuple[str, ...]]
    ) -> None:
        """Stores the bytes, then records the fact. After a kill in between, it is repeated."""
        position, root, quotes = made
        digest = self.kept_editions.keep(content)
        try:
            self.tenant.edition.keep(
                self.row.report,
                _TOLD,
                report=self.row.report,
                ground=self.row.ground,
                version=self.version.name,
                form=form,
                digest=digest,
                size=len(content),
                pages=pages,
                position=position,
                root=root,
                quotes=quotes,
            )
        except AlreadyThere:
            _log.info("an edition of %s was made elsewhere meanwhile", self.slug)
        self.tenant.catch_up()

    def _tell(self, step: int, words: str) -> None:
        """Writes the progress at each step, and at most twice per second within a step."""
        now, (then, before) = time.monotonic(), self._told
        if step == before and now - then < 0.5:
            return
        self._told = now, step
        self._note(BuildProgress(self.version.name, "working", step, STEPS, words))

    def _fails(self, words: str) -> None:
        self._note(BuildProgress(self.version.name, "failed", 0, STEPS, words))

    def _note(self, making: BuildProgress) -> None:
        self.kept_editions.progress.note(self.row.report, self.row.ground, making)
