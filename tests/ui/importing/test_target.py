import pytest

from mkplanner.ui.importing.target import NEW, THIS, Target


@pytest.mark.parametrize("has_plan", [True, False])
def test_rows_go_into_the_plan_that_is_open_or_into_a_new_one(has_plan, qtbot, dressed):
    target = Target("What you copied", has_plan=has_plan, is_narrow=False)
    qtbot.addWidget(target)
    offered = [target.into.itemData(place) for place in range(target.into.count())]

    assert offered == ([THIS, NEW] if has_plan else [NEW])


def test_the_line_breaks_where_it_is_too_long(qtbot, dressed):
    target = Target("What you copied", has_plan=True, is_narrow=True)
    qtbot.addWidget(target)
    whole = target.minimumSizeHint()
    target.fold(whole.width())
    assert target.minimumSizeHint() == whole

    target.fold(whole.width() - 1)
    assert target.minimumSizeHint().width() < whole.width()
    assert target.minimumSizeHint().height() > whole.height()
