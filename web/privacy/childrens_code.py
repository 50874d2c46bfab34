"""How the fifteen standards of the Children's Code are met, each in one or two sentences.

The standards are those of the Information Commissioner's Age appropriate design code (2020), made
under the Data Protection Act 2018, section 123. The names are theirs, the answers are ours.
"""

from __future__ import annotations

from typing import NamedTuple


class Standard(NamedTuple):
    """One standard, and how it is met."""

    name: str
    met: str


STANDARDS: tuple[Standard, ...] = (
    Standard(
        "Best interests of the child",
        "The pages exist so that a child is heard and kept safe. Urgent words reach a person "
        "before all others, and no page asks for more than that needs.",
    ),
    Standard(
        "Data protection impact assessments",
        "The partnership writes its own, from a pack that is drawn from what this service does.",
    ),
    Standard(
        "Age appropriate application",
        "All young people's pages are for children from about nine years on, whoever uses them: "
        "short words, an easy read version, and the languages that the partnership offers.",
    ),
    Standard(
        "Transparency",
        "What happens to words is said before they are sent, and again on a page for young people.",
    ),
    Standard(
        "Detrimental use of data",
        "Words are used to answer, to decide and to keep children safe, and for nothing else.",
    ),
    Standard(
        "Policies and community standards",
        "What is promised (when words are read, when nobody is there) is measured, and staff see "
        "when it was not kept.",
    ),
    Standard(
        "Default settings",
        "The most private choice is the one that is set: no name, no account, no cookie. Words are "
        "quoted only after a yes.",
    ),
    Standard(
        "Data minimisation",
        "A face, a topic, an age band, words: any may be left out, as long as something is said.",
    ),
    Standard(
        "Data sharing",
        "Words go to those who must act on them, and it is recorded to whom and when.",
    ),
    Standard("Geolocation", "No device is asked where it is. A poster may name where it hangs."),
    Standard("Parental controls", "There are none: no adult is told that a child was here."),
    Standard(
        "Profiling",
        "No child is profiled. A list of words moves a message up the queue, and a person decides.",
    ),
    Standard(
        "Nudge techniques",
        "No question pushes towards saying more. Each can be skipped, and leaving takes one press.",
    ),
    Standard("Connected toys and devices", "There are none."),
    Standard(
        "Online tools",
        "Taking words back, seeing what became of them and complaining are on the pages.",
    ),
)
