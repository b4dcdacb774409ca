import pytest

from mkplanner.ui.editors.panel import DetailsPanel
from tests.ui.saltway import bridge_of


@pytest.fixture
def panel(qtbot):
    panel = DetailsPanel(bridge_of())
    qtbot.addWidget(panel)
    panel.resize(265, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def dressed_panel(qtbot, dressed):
    """The panel in the whole style sheet, as people see it."""
    panel = DetailsPanel(bridge_of())
    qtbot.addWidget(panel)
    panel.resize(265, 600)
    panel.show()
    panel.show_item("a22")
    qtbot.waitExposed(panel)
    return panel
