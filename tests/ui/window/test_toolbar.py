import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton


def shown(bar):
    QApplication.processEvents()
    return [button.objectName() for button in bar.findChildren(QToolButton) if button.objectName().startswith("button_")
            and button.isVisible()]  # fmt: skip


def test_each_view_has_its_own_buttons(plan_window):
    bar = plan_window.plan_bar
    assert "button_add_action" in shown(bar)
    assert "button_add_party" not in shown(bar)

    plan_window.commands["show_rasic"].trigger()

    assert "button_add_action" not in shown(bar)
    assert "button_add_party" in shown(bar)
    assert "button_undo" in shown(bar)


def test_the_view_switch_changes_the_view(plan_window, qtbot):
    qtbot.mouseClick(plan_window.plan_bar.views.buttons["rasic"], Qt.MouseButton.LeftButton)

    assert plan_window.desk.name == "rasic"
    assert plan_window.plan_bar.views.choice() == "rasic"


def test_the_filter_waits_for_the_last_letter(plan_window, qtbot):
    heard = []
    plan_window.plan_bar.filtered.connect(heard.append)
    qtbot.keyClicks(plan_window.plan_bar.filter, "audit")
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == ["audit"]


def test_the_filter_is_empty_for_the_next_plan(plan_window, plan_path):
    plan_window.plan_bar.filter.setText("audit")
    plan_window.close_plan()
    plan_window.deeds.open_path(plan_path)

    assert plan_window.plan_bar.filter.text() == ""
    assert plan_window.desk.view.model.rowCount() > 1


def test_in_the_matrix_the_filter_is_off_and_says_why(plan_window):
    plan_window.commands["show_rasic"].trigger()

    if not plan_window.desk.can_filter:
        assert not plan_window.plan_bar.filter.isEnabled()
        assert "timetable" in plan_window.plan_bar.filter.toolTip()


def test_everything_on_the_bar_fits_into_its_height(plan_window):
    bar = plan_window.plan_bar
    for widget in (bar.views, bar.filter):
        assert widget.height() >= widget.minimumSizeHint().height()
        assert bar.rect().contains(widget.geometry().translated(widget.parentWidget().pos()))


def test_the_bar_grows_with_the_text(plan_window, dressed):
    before = plan_window.plan_bar.height()
    dressed.dress("light", 150)

    assert plan_window.plan_bar.height() > before


def extension(bar):
    QApplication.processEvents()
    return bar.findChild(QToolButton, "qt_toolbar_ext_button")


@pytest.mark.parametrize("width", [1366, 1280])
def test_every_button_has_its_place_on_a_small_screen(plan_window, width):
    plan_window.resize(width, 700)
    for view in ("timetable", "rasic", "updates", "board"):
        plan_window.show_view(view)
        assert not extension(plan_window.plan_bar).isVisible()


def test_the_filter_gives_way_before_any_button_does(plan_window):
    bar = plan_window.plan_bar
    plan_window.resize(1366, 700)
    QApplication.processEvents()
    usual = bar.filter.width()
    plan_window.resize(1260, 700)
    QApplication.processEvents()

    assert bar.filter.width() <= usual
    plan_window.resize(1366, 700)
    QApplication.processEvents()
    assert bar.filter.width() == usual


def test_the_filter_stays_in_sight_where_there_is_no_room_for_all(plan_window, qtbot):
    bar = plan_window.plan_bar

    def stands_last():
        return bar.filter.mapTo(bar, QPoint()).x() > bar.width() - bar.filter.width() - 200

    plan_window.resize(1366, 700)
    qtbot.waitUntil(stands_last)
    plan_window.resize(683, 384)
    qtbot.waitUntil(lambda: bar.width() <= 683 and bar.filter.isVisible())
    assert bar.filter.mapTo(bar, bar.filter.rect().topRight()).x() < bar.width()
    plan_window.focus_filter()
    assert bar.filter.hasFocus()

    plan_window.resize(1366, 700)
    qtbot.waitUntil(stands_last)
    assert bar.filter.hasFocus()


def test_esc_takes_the_filter_off_and_once_more_goes_back_to_the_rows(plan_window, qtbot):
    box = plan_window.plan_bar.filter
    plan_window.focus_filter()
    qtbot.keyClicks(box, "audit")
    qtbot.waitUntil(lambda: plan_window.desk.view.model.question.query.words == "audit")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert plan_window.desk.view.model.question.query.words == ""
    assert box.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert plan_window.desk.view.table.hasFocus()
