import pytest

from mkplanner.charts.reports.registry import REPORTS
from mkplanner.ui.printing.option_panel import OptionPanel


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_panel_without_choices_records_nothing_and_fits_its_place(qtbot, dressed, report):
    panel = OptionPanel(report, {})
    qtbot.addWidget(panel)

    assert panel.record() == {}
    assert panel.minimumSizeHint().width() <= 296


def test_choices_are_shown_and_recorded_as_they_were_kept(qtbot, dressed):
    kept = {
        "paper": "A4",
        "orientation": "portrait",
        "tiles": 2,
        "legend": False,
        "columns": ["lead"],
        "from": "2026-04-01",
    }
    panel = OptionPanel(REPORTS["gantt"], kept)
    qtbot.addWidget(panel)

    assert panel.record() == kept
