"""Each document's report is kept as a PDF for screen readers, with its hash and seal."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from infra.editions.edition_pdf import pdf_of
from infra.editions.page_renderer import PageRenderer
from infra.partnerships import Partnerships
from projections.reporting.edition_rows import KeptEdition
from tests.infra.editions.conftest import shelved
from tests.infra.editions.pdfua import faults
from tests.web.codes import text
from web.ports.editions import VERSIONS

pytestmark = pytest.mark.sweep

FIVE = {"norfolk": 1, "nel": 2, "coventry": 1, "surrey": 1}


def kept(printed: Partnerships, slug: str, form: str) -> list[tuple[KeptEdition, bytes]]:
    press = printed.open(slug).edition_store
    rows = [each for row in shelved(printed, slug) for each in row.kept if each.form == form]
    return [(each, press.fetch(each.digest) or b"") for each in rows]


@pytest.mark.parametrize("slug", FIVE)
def test_each_documents_report_is_a_pdf_without_a_fault(printed: Partnerships, slug: str) -> None:
    made = kept(printed, slug, "pdf")
    assert len(made) == FIVE[slug] * len(VERSIONS)
    assert [faults(content) for _, content in made] == [[] for _ in made]
    for each, content in made:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert len(pdf.pages) == each.pages


def test_the_seal_the_position_and_the_hash_are_printed(printed: Partnerships) -> None:
    (web, document), _ = kept(printed, "norfolk", "html")
    text = document.decode()
    assert f"up to fact {web.position:,}" in text
    assert " ".join(re.findall("....", web.root[:16])) in text
    (pdf, _), _ = kept(printed, "norfolk", "pdf")
    assert (pdf.position, pdf.root) == (web.position, web.root)
    log = printed.log("norfolk")
    checkpoint = log.checkpoint(web.position)
    assert checkpoint
    assert checkpoint.root.hex() == web.root


@pytest.mark.parametrize("slug", FIVE)
def test_the_proof_at_the_end_takes_three_lines_of_paper(printed: Partnerships, slug: str) -> None:
    content = next(made for each, made in kept(printed, slug, "pdf") if each.version == "full")
    proof = re.split(r"[\r\n]+", text(content).rpartition("Edition 1, kept")[2])
    assert any(line.startswith("Newest edition:") for line in proof[:2]), proof
    assert "SHA-256 of the web document" in proof[2], proof
    assert re.search(r" [0-9a-f]{64}$", proof[2])


def test_the_same_document_gives_the_same_bytes(printed: Partnerships) -> None:
    (_, document), _ = kept(printed, "coventry", "html")
    (_, content), _ = kept(printed, "coventry", "pdf")
    steps: list[int] = []
    again = pdf_of(document, PageRenderer(printed), lambda step, words: steps.append(step))
    assert again.content == content
    assert sorted(set(steps)) == [1, 2, 3, 4, 5, 6, 7]


def test_nothing_of_the_world_is_fetched(printed: Partnerships) -> None:
    drawing = PageRenderer(printed)
    for address in ("http://192.0.2.1/x.css", "file:///etc/passwd", f"{drawing.url}/norfolk/"):
        with pytest.raises(Exception, match="not ours"):
            drawing.stylesheet(address)
