"""The rules of the house are tests, not wishes: size, names, packaging, sentences, seeds."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from events.fact import CATALOGUE
from infra.seeds.seed_file import every_seed
from infra.storage.fact_codec import import_every_fact
from projections.record.sentences import SENTENCES
from projections.reporting.entries import ENTRIES

ROOT = Path(__file__).parents[2]
PACKAGES = ("events", "services", "projections", "web", "infra")
# Words that names had once, and what each thing is called now.
RETIRED = {
    "act": "Command",
    "acting": "Command",
    "closeforms": "macros/forms.html draws forms of the past disabled",
    "deed": "Command",
    "follower": "Worker",
    "happened": "recorded",
    "keeper": "LogMaintenance",
    "lane": "Recorder",
    "looked": "record_access",
    "may": "has_permission",
    "memory": "RowHistory",
    "place": "Tenant, or the thing that is placed",
    "places": "Tenants",
    "press": "EditionStore",
    "printer": "EditionWorker",
    "sealer": "FieldCipher",
    "shadow": "Rebuild",
    "shelf": "ObjectStore",
    "stand": "show_as_of",
    "stood": "AsOf",
    "teller": "DigestSender",
    "told": "Provenance",
    "whoasks": "current_user",
}
import_every_fact()


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).exists()]


TEMPLATES = sorted((ROOT / "web" / "templates").rglob("*.html"))
_USES = re.compile(r"\{%[-+]?\s*(?:extends|import|from|include)\b(.*?)%\}", re.DOTALL)
PYTHON = [path for path in tracked() if path.suffix == ".py"]


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def parsed(path: Path) -> ast.Module:
    """Each file is read and parsed once for all the rules."""
    return ast.parse(text_of(path))


@cache
def walked(path: Path) -> tuple[ast.AST, ...]:
    """What most rules ask about: the functions, the classes and the calls of a file."""
    asked = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Call)
    return tuple(node for node in ast.walk(parsed(path)) if isinstance(node, asked))


@cache
def owners_of_packages() -> Mapping[str, list[str]]:
    return packages_distributions()


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_and_no_function_scrolls_for_ever(path: Path) -> None:
    text = text_of(path)
    # The verifier is one file by design: it is handed to people who have nothing else of ours.
    assert text.count("\n") <= (360 if path.parts[-2:] == ("proof", "verify.py") else 300)
    for node in walked(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


def test_files_and_functions_are_short_on_the_whole() -> None:
    own = [path for path in PYTHON if path.relative_to(ROOT).parts[0] in PACKAGES]
    lines = sorted(text_of(path).count("\n") for path in own)
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in own
        for node in walked(path)
        if isinstance(node, ast.FunctionDef)
    )
    assert lines[int(len(lines) * 0.95)] <= 150
    assert lengths[int(len(lengths) * 0.95)] <= 20


def test_every_module_says_what_it_is_for() -> None:
    for path in PYTHON:
        assert ast.get_docstring(parsed(path)), path


def test_nothing_is_called_after_a_drawer() -> None:
    drawers = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "misc"}
    assert not [path for path in tracked() if drawers & {*path.parts, path.stem}]


def named_in(path: Path) -> Iterator[str]:
    """The names of a module and of the classes and functions in it."""
    yield path.parent.name if path.name == "__init__.py" else path.stem
    for node in walked(path):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def test_no_word_that_was_replaced_comes_back() -> None:
    """Class, function and module names, in upper or lower case."""
    checked = [ROOT / "tests" / "stories.py"]
    checked += [path for path in PYTHON if path.relative_to(ROOT).parts[0] in PACKAGES]
    found = [
        (path, name)
        for path in checked
        for name in named_in(path)
        if name.strip("_").replace("_", "").casefold() in RETIRED
    ]
    assert found == []


@pytest.mark.parametrize("layer", PACKAGES)
def test_no_two_classes_of_a_layer_have_one_name(layer: str) -> None:
    """infra/proof/verify.py stands by itself by design, so it may repeat names."""
    places: dict[str, list[Path]] = {}
    for path in PYTHON:
        if path.relative_to(ROOT).parts[0] != layer or path.parts[-2:] == ("proof", "verify.py"):
            continue
        for node in parsed(path).body:
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(path)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_text_calls_the_worker_by_its_old_name() -> None:
    """In logs, documents and tests, too. A seed may speak of followers across Twitter."""
    told = [path for path in tracked() if path.suffix in {".py", ".md", ".html", ".sh"}]
    old = re.compile(r"\bfollowers?\b", re.IGNORECASE)
    checked = [each for each in told if each != Path(__file__) and "seeds" not in each.parts]
    assert [each for each in checked if old.search(each.read_text(encoding="utf-8"))] == []


def test_nothing_names_a_machine_a_registry_or_what_lies_outside() -> None:
    outside = re.compile(
        r"(?<![\w.])/work/(main|shared|\.library)|/farm/|\.\./shared|--(extra-)?index-url|pypi\.org|files\.pythonhosted|deb\.debian"
    )
    readable = {".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".yaml", ".sh", ""}
    found = [
        path
        for path in tracked()
        if path.suffix in readable
        and path != Path(__file__)
        and outside.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_templates_have_no_inline_style_or_script() -> None:
    for path in (ROOT / "web" / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|<script>|\son\w+=\"", text), path


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_line_of_a_template_has_at_most_120_characters(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_of_a_subject_uses_only_layouts_macros_and_its_own_folder(path: Path) -> None:
    own = path.parent.name
    if own in {"layouts", "macros"}:
        return
    for statement in _USES.findall(path.read_text(encoding="utf-8")):
        for name in re.findall(r'"([^"]*/)', statement):
            assert name.split("/")[0] in {"layouts", "macros", own}, name


def test_only_the_macros_write_a_form_and_no_template_gathers_a_list() -> None:
    """A form of the past is drawn disabled there; what a page shows is decided in Python."""
    for path in (ROOT / "web" / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert path.name == "forms.html" or "<form" not in text, path
        assert ".append(" not in text, path


def test_no_test_folder_shadows_a_package() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


@pytest.mark.parametrize("package", PACKAGES)
def test_our_packages_belong_to_earshot_alone(package: str) -> None:
    """The registry's package Events would also install a folder named events."""
    owners = owners_of_packages().get(package, [])
    assert set(owners) <= {"earshot"}
    module = __import__(package)
    assert Path(next(iter(module.__path__))).parent == ROOT


def test_the_wheel_holds_the_packages_with_their_data(tmp_path: Path) -> None:
    built = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(tmp_path)]
    subprocess.run([*built, str(ROOT)], check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {*PACKAGES, "earshot-0.1.0.dist-info"}
    for needed in (
        "services/feedback/receipt_words.txt",
        "services/feedback/receipt_words_easy.txt",
        "web/static/css/base.css",
        "web/templates/layouts/public.html",
        "infra/seeds/s4_surrey.yaml",
    ):
        assert needed in names


@pytest.mark.parametrize("topic", sorted(CATALOGUE))
def test_every_fact_reaches_a_match_for_its_sentence_and_its_entry(topic: str) -> None:
    """That each match is complete is what mypy proves."""
    assert CATALOGUE[topic] in SENTENCES
    assert CATALOGUE[topic] in ENTRIES


def test_every_step_of_a_document_names_its_line() -> None:
    for seed in every_seed():
        for step in seed.steps:
            assert bool(step.line) == bool(seed.document), (seed.name, step.do)


def test_no_step_of_a_seed_is_written_twice() -> None:
    for seed in every_seed():
        keys = [step.key for step in seed.steps]
        assert len(set(keys)) == len(keys), seed.name


def test_the_locks_pin_every_package_with_hashes_and_name_no_host() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        entries = [line for line in text.splitlines() if line and line[0].isalnum()]
        assert entries
        assert all("==" in line and line.rstrip().endswith("\\") for line in entries)


def test_services_make_facts_by_keywords() -> None:
    """After ``*state.next(told)`` each field is named, so that none lands in another's place."""
    kinds = {kind.__name__ for kind in CATALOGUE.values()}
    for path in PYTHON:
        if path.relative_to(ROOT).parts[0] != "services":
            continue
        for call in walked(path):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in kinds:
                assert [type(given) for given in call.args] == [ast.Starred], path
