"""A colour of the partnership's own: dark enough for words, or refused with the measure."""

from __future__ import annotations

import pytest

from events.reporting.publication_settings import ApprovalOrderSet, ColourSet
from services.refusals import NotFound
from services.reporting.colour_contrast import NotAColour, TooPale, contrast, darker
from services.reporting.publication_settings import evolve, set_colour, take_logo_off
from tests.stories import given, recorded

SET = recorded(ApprovalOrderSet, bodies=())


def test_a_dark_colour_is_taken_and_a_pale_one_refused_with_its_measure() -> None:
    settings = given(evolve, SET)
    settings.when(set_colour, colour="#0A5C3F").then(ColourSet, colour="#0a5c3f")
    settings.when(set_colour, colour="").then(ColourSet, colour="")
    settings.when(set_colour, colour="#ffc83d").refused(TooPale, "colour")
    with pytest.raises(TooPale, match=r"contrast of 1\.\d to 1 against \w+"):
        set_colour(settings.state, settings.provenance, colour="#ffc83d")


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#1234567", "url(x)", "#123456;}"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    given(evolve, SET).when(set_colour, colour=colour).refused(NotAColour, "colour")


def test_a_darker_shade_has_more_contrast() -> None:
    assert contrast(darker("#8a1c5c"), "#ffffff") > contrast("#8a1c5c", "#ffffff") > 4.5


def test_a_logo_that_is_not_there_cannot_be_taken_off() -> None:
    given(evolve, SET).when(take_logo_off).refused(NotFound)
