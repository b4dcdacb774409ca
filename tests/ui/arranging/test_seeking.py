from datetime import date

import pytest

from mkplanner.ui.arranging import goto
from mkplanner.ui.arranging.goto import Target


@pytest.fixture
def going(monkeypatch):
    """Has the dialogue answer by itself."""

    def to(target):
        monkeypatch.setattr(goto.GoToDialog, "exec", lambda self: True)
        monkeypatch.setattr(goto.GoToDialog, "target", lambda self: target)

    return to


def test_going_to_a_row_that_the_filter_hides_shows_the_whole_plan(view, going):
    view.set_filter("tidemouth")
    going(Target("", "a11"))
    view.handlers()["go_to"]()
    assert view.selected() == ("a11",)
    assert view.model.filter == ""


def test_going_to_a_date_scrolls_the_chart(view, going):
    going(Target("", day=date(2027, 1, 15)))
    view.handlers()["go_to"]()
    x = view.chart.zoom.scale.middle_x(date(2027, 1, 15))
    assert 0 < x < view.chart.viewport().width()


def test_next_and_previous_say_how_many_there_are(view, recorder):
    view.set_filter("the")
    view.handlers()["find_next"]()
    view.handlers()["find_previous"]()
    assert len(recorder.notes) == 2
    assert "with “the”" in recorder.notes[0]
