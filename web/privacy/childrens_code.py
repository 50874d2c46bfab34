"""How the fifteen standards of the Children's Code are met, each in one or two sentences.

The standards are those of the Information Commissioner's Age appropriate design code (2020), made
under the Data Protection Act 2018, section 123. The names are theirs, the answers are ours.
"""

from __future__ import annotations

from typing import NamedTuple

from web.site.i18n import N_, spoken


class Standard(NamedTuple):
    """One standard, and how it is met."""

    name: str
    met: str


_STANDARDS: tuple[Standard, ...] = (
    Standard(
        N_("Best interests of the child"),
        N_(
            "The pages exist so that a child is heard and kept safe. Urgent words reach a person "
            "before all others, and no page asks for more than that needs."
        ),
    ),
    Standard(
        N_("Data protection impact assessments"),
        N_(
            "The partnership writes its own, from a pack that is drawn from what this service does."
        ),
    ),
    Standard(
        N_("Age appropriate application"),
        N_(
            "All young people's pages are for children from about nine years on, whoever uses "
            "them: short words, an easy read version, and the languages that the partnership "
            "offers."
        ),
    ),
    Standard(
        N_("Transparency"),
        N_(
            "What happens to words is said before they are sent, and again on a page for young "
            "people."
        ),
    ),
    Standard(
        N_("Detrimental use of data"),
        N_("Words are used to answer, to decide and to keep children safe, and for nothing else."),
    ),
    Standard(
        N_("Policies and community standards"),
        N_(
            "What is promised (when words are read, when nobody is there) is measured, and staff "
            "see when it was not kept."
        ),
    ),
    Standard(
        N_("Default settings"),
        N_(
            "The most private choice is the one that is set: no name, no account, no cookie. "
            "Words are quoted only after a yes."
        ),
    ),
    Standard(
        N_("Data minimisation"),
        N_(
            "A face, a topic, an age band, words: any may be left out, as long as something is "
            "said."
        ),
    ),
    Standard(
        N_("Data sharing"),
        N_("Words go to those who must act on them, and it is recorded to whom and when."),
    ),
    Standard(
        N_("Geolocation"),
        N_("No device is asked where it is. A poster may name where it hangs."),
    ),
    Standard(
        N_("Parental controls"),
        N_("There are none: no adult is told that a child was here."),
    ),
    Standard(
        N_("Profiling"),
        N_(
            "No child is profiled. A list of words moves a message up the queue, and a person "
            "decides."
        ),
    ),
    Standard(
        N_("Nudge techniques"),
        N_(
            "No question pushes towards saying more. Each can be skipped, and leaving takes one "
            "press."
        ),
    ),
    Standard(
        N_("Connected toys and devices"),
        N_("There are none."),
    ),
    Standard(
        N_("Online tools"),
        N_("Taking words back, seeing what became of them and complaining are on the pages."),
    ),
)


def spoken_standards() -> list[Standard]:
    """All of them, in the language of the page."""
    return [Standard(spoken(each.name), spoken(each.met)) for each in _STANDARDS]
