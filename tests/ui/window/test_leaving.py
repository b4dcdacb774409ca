import pytest

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import open_plan
from mkplanner.ui import crash
from mkplanner.ui.window.leaving import put_away


def test_a_plan_that_was_put_away_already_can_be_put_away_again_and_its_window_closed(plan_window, plan_path, qtbot):
    """It ended the program once: the bug that came of it met every part of the window that Qt asked while closing."""
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    assert put_away(plan_window)
    assert put_away(plan_window)
    assert plan_window.close()
    assert plan_window.desk is None

    opened = open_plan(plan_path)
    assert opened.plan.items["a"].title == "Agree two audit teams"
    opened.close()


def test_a_bug_while_the_plan_is_put_away_is_told_and_keeps_nobody_in(plan_window, monkeypatch):
    told = []
    monkeypatch.setattr(crash, "show_bug", lambda kind, bug, trace: told.append(kind))
    with monkeypatch.context() as broken:
        broken.setattr(plan_window.docks, "place", lambda: 1 / 0)
        assert plan_window.close()

    assert told == [ZeroDivisionError]
    assert not plan_window.isVisible()


@pytest.mark.parametrize("view", ["timetable", "rasic", "updates", "board"])
def test_a_window_closes_while_something_is_being_typed(plan_window, plan_path, view, qtbot):
    plan_window.show_view(view)
    if "edit" in plan_window.desk.handlers():
        plan_window.desk.handlers()["edit"]()
    assert plan_window.close()
    open_plan(plan_path).close()
