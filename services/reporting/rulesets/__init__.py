"""Requirements of the law for a yearly report, as data, one set per Working Together edition.

A ruleset is a file that a lawyer can read. Each requirement names the kinds of fact that touch it
(``answered_by``) and those it needs to be evidenced (``needs``), each need with the words that
say what is lacking without it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml


class Need(msgspec.Struct, frozen=True):
    """One thing that a report must show. It is there if any of ``facts`` is.

    A fact is a section of the report, one kind of entry as ``section/kind``, and may ask for the
    value or the tag of the entry as ``section/kind=word``. ``each_of`` asks for one of each of
    these partners. ``replies_to`` names what must have a reply each. ``new`` counts only what
    happened in the report's own period. ``lacking`` says what is missing, in words.
    """

    facts: tuple[str, ...]
    lacking: str
    each_of: tuple[str, ...] = ()
    replies_to: str = ""
    new: bool = False


class Requirement(msgspec.Struct, frozen=True):
    """``answered_by`` are the facts that touch it, ``needs`` what makes it evidenced.

    ``sure``: ``checked`` was read in a source, ``background`` is well known but nobody here read
    it, ``presumed`` is still to be held against the guidance.
    """

    id: str
    title: str
    source: str
    sure: Literal["checked", "background", "presumed"]
    answered_by: tuple[str, ...]
    needs: tuple[Need, ...] = ()


class Ruleset(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``deadline`` is a month and day as ``09-30``, empty where the edition sets none."""

    name: str
    copy_days: int
    recipients: tuple[str, ...]
    deadline: str
    requirements: tuple[Requirement, ...]


@cache
def rulesets() -> dict[str, Ruleset]:
    """Every edition, by its name as a report names it."""
    folder = files("services.reporting.rulesets")
    found = [file for file in folder.iterdir() if file.name.endswith(".yaml")]
    read = [
        msgspec.convert(yaml.safe_load(file.read_text("utf-8")), Ruleset, strict=False)
        for file in sorted(found, key=lambda file: file.name)
    ]
    return {each.name: each for each in read}
