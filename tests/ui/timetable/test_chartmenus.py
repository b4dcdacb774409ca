import pytest

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import SetField
from mkplanner.models.plan import LinkType
from mkplanner.ui.timetable.chartmenus import LEVELS, link_menu, scale_menu
from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


def entry(menu, name):
    return next(action for action in menu.actions() if action.objectName() == name)


@pytest.mark.parametrize("words", [words for words, _ in LEVELS])
def test_the_scale_is_chosen_by_its_name(view, words):
    name = words.replace("&", "")
    entry(scale_menu(view.chart, view.handlers(), view.ticks()), f"scale_{name.lower()}").trigger()

    assert view.status_text().startswith(name)
    menu = scale_menu(view.chart, view.handlers(), view.ticks())
    assert next(action.text() for action in menu.actions() if action.isChecked()) == words


def test_the_scale_leads_to_today_and_the_whole_plan_and_turns_what_stands_beside_marks(view):
    view.chart.zoom_by(30)
    entry(scale_menu(view.chart, view.handlers(), view.ticks()), "scale_whole_plan").trigger()
    assert view.chart.zoom.whole is not None
    dates = entry(scale_menu(view.chart, view.handlers(), view.ticks()), "scale_chart_dates")
    assert dates.isChecked()
    dates.trigger()
    assert not view.chart.marks.choices.dates


def test_a_link_is_changed_and_removed_where_it_lies(view):
    bridge = view.model.bridge
    bridge.run(LinkItems("s112", "a25"))
    entry(link_menu(view.chart, bridge.plan.links[0]), "link_SS").trigger()
    assert bridge.plan.links[0].type is LinkType.SS
    entry(link_menu(view.chart, bridge.plan.links[0]), "link_second").trigger()
    assert view.selected() == ("a25",)
    entry(link_menu(view.chart, bridge.plan.links[0]), "link_remove").trigger()
    assert bridge.plan.links == ()


def test_a_broken_link_offers_the_move_that_mends_it(view, monkeypatch):
    bridge = view.model.bridge
    bridge.run(LinkItems("s112", "a25"))
    (link,) = bridge.plan.links
    assert "link_move" not in [action.objectName() for action in link_menu(view.chart, link).actions()]
    bridge.run(SetField("s112", "by_when", "By 30 June 2026"))
    offered = []
    monkeypatch.setattr(view.chart, "offer_move", offered.append)
    entry(link_menu(view.chart, link), "link_move").trigger()
    assert offered == ["a25"]
