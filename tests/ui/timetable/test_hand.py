import pytest
from PySide6.QtCore import QRect

from mkplanner.charts.shapes import Text
from mkplanner.models.commands.links import LinkItems
from tests.ui.saltway import bridge_of, timetable_of
from tests.ui.timetable.pointing import middle, months, move, port, pull, release


@pytest.fixture
def bridge():
    return bridge_of()


@pytest.fixture
def view(qtbot, bridge):
    return timetable_of(qtbot, bridge)


class Areas:
    """Remembers which parts of the chart were asked to be painted again."""

    def __init__(self, chart, monkeypatch):
        self.seen = []
        real = chart.painting.paint
        monkeypatch.setattr(
            chart.painting, "paint", lambda painter, area: (self.seen.append(QRect(area)), real(painter, area))
        )


def test_while_dates_are_held_only_what_moves_is_painted_again(qapp, view, monkeypatch):
    at = middle(view, "s111")
    pull(view.chart, at, (at[0] + 40, at[1]))
    qapp.processEvents()
    areas = Areas(view.chart, monkeypatch)
    move(view.chart, at[0] + 80, at[1])
    qapp.processEvents()

    assert areas.seen
    assert max(area.height() for area in areas.seen) < view.chart.viewport().height() / 3
    view.chart.hand.put_back()


def test_the_picture_while_holding_is_the_one_that_comes_of_it(qapp, view, bridge):
    """What the base picture leaves out and what is loose put together are the whole chart again."""
    before = view.chart.grab().toImage()
    at = middle(view, "a11")
    pull(view.chart, at, (at[0] + months(view, 2), at[1]))
    held = view.chart.grab().toImage()
    assert held != before
    move(view.chart, *at)
    view.chart.hand.put_back()
    move(view.chart, 3, 3, down=False)
    view.select("t1")
    view.select("a11")
    release(view.chart, 3, 3)
    again = view.chart.grab().toImage()

    assert again.size() == before.size()
    assert not view.chart.hand.is_busy


def test_links_of_a_held_row_go_along_and_are_judged_where_it_is(view, bridge):
    bridge.run(LinkItems("s112", "a25"))
    at = middle(view, "s112")
    pull(view.chart, at, (at[0] + months(view, 4), at[1]))
    ((_, arrow),) = view.chart.links.in_sight

    assert arrow.broken
    move(view.chart, at[0] + months(view, 1), at[1])
    ((_, arrow),) = view.chart.links.in_sight
    assert not arrow.broken
    view.chart.hand.put_back()


def test_the_words_of_the_flag_are_told(qtbot, view):
    said = []
    view.chart.hand.said.connect(said.append)
    at = middle(view, "a11")
    pull(view.chart, at, (at[0] + months(view, 1), at[1]))
    view.chart.hand.put_back()
    pull(view.chart, port(view, "s112"), middle(view, "a25"))
    view.chart.hand.put_back()

    assert "By 30 April 2026. 1 month later" in said
    assert any("2.5 follows 1.1.2" in words or "2.5 ends no earlier" in words for words in said)


def test_clicking_elsewhere_is_no_answer_and_changes_nothing(view, bridge):
    at = middle(view, "a11")
    pull(view.chart, at, (at[0] + months(view, 1), at[1]))
    release(view.chart, at[0] + months(view, 1), at[1])
    asking = view.chart.hand.asking
    asking.close()

    assert view.chart.hand.asking is None
    assert not view.chart.hand.is_busy
    assert bridge.plan.items["a11"].by_when.words == "By 31 March 2026"


def test_a_row_that_stands_in_two_groups_is_held_in_both(qapp, view, bridge):
    """The old date must not stand under another heading while it is moved under this one."""
    view.arranger.group("owner")
    view.select("a12")
    view.chart.keys.take_up()
    qapp.processEvents()
    serials = view.model.serials_of("a12")

    assert len(serials) == 2
    assert view.chart.hand.serials == frozenset(serials)
    view.chart.hand.put_back()


def test_the_label_of_a_held_mark_is_that_of_the_new_date_alone(view):
    at = middle(view, "a11")
    pull(view.chart, at, (at[0] + months(view, 2), at[1]))
    words = [shape.words for _, shapes in view.chart.painting._loose for shape in shapes if isinstance(shape, Text)]

    assert "31 May" in words
    assert "31 Mar" not in words
    view.chart.hand.put_back()
