"""The choice of a traffic light."""

import pytest

from mkplanner.models.status import Rag
from mkplanner.ui.editors.lights import light_segments, needs_comment


def test_every_light_has_a_button_that_says_its_meaning(qtbot):
    segments = light_segments()
    qtbot.addWidget(segments)
    assert list(segments.buttons) == ["none", "green", "amber", "red"]
    assert segments.buttons["amber"].accessibleName() == "Amber: At risk"
    assert segments.choice() == "none"


@pytest.mark.parametrize(("light", "asks"), [(None, False), (Rag.GREEN, False), (Rag.AMBER, True), (Rag.RED, True)])
def test_amber_and_red_ask_for_words(light, asks):
    assert needs_comment(light) is asks
