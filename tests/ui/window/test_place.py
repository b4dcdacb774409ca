from mkplanner.ui.window.mainwindow import MainWindow
from mkplanner.ui.window.place import remember_place


def test_a_window_comes_back_where_it_was(window, qtbot, settings):
    window.resize(760, 500)
    remember_place(window)
    again = MainWindow(settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (760, 500)


def test_a_meeting_is_nobodys_usual_place(window, settings):
    before = settings.now.window
    window.meeting.begin()
    remember_place(window)
    assert settings.now.window == before
