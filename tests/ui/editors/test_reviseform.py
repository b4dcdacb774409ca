from PySide6.QtCore import Qt

from mkplanner.ui.editors.reviseform import ReviseForm


def test_enter_asks_for_the_reason_before_it_revises(qtbot):
    form = ReviseForm()
    qtbot.addWidget(form)
    form.begin()
    given = []
    form.given.connect(lambda *what: given.append(what))
    qtbot.keyClicks(form.new_words, "By May 2027")
    qtbot.keyClick(form.new_words, Qt.Key.Key_Return)
    assert given == []
    qtbot.keyClicks(form.reason, "Elections")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    assert given == [("By May 2027", "Elections")]
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form.reason, Qt.Key.Key_Escape)


def test_the_form_says_what_becomes_of_the_original(qtbot):
    form = ReviseForm()
    qtbot.addWidget(form)
    form.begin()
    assert "first date" in form.why.text()
    form.begin("By 30 September 2025")
    assert "stays “By 30 September 2025”" in form.why.text()
