from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from mkplanner.models.commands.rows import DeleteItem, SetField
from mkplanner.ui.editors.panel import DetailsPanel
from tests.ui.editors.reading import plan_of, words
from tests.ui.saltway import bridge_of


def test_without_a_row_it_says_how_to_choose_one(panel):
    panel.show_item(None)

    assert panel.empty.isVisible()
    assert panel.empty.text().startswith("No row selected.")


def test_a_row_shows_number_title_status_date_and_people(panel):
    panel.show_item("a12")

    assert panel.number.text() == "1.2"
    assert panel.title.toPlainText() == "Put a collaboration agreement in place"
    assert panel.status.accessibleName() == "Status: On track"
    assert panel.row.date.words.toPlainText() == "By 31 Dec 25 for existing services\nOngoing for new services"
    assert "Head of Legal" in words(panel.row.who)


def test_a_heading_is_asked_for_no_work(panel):
    panel.show_item("t1")

    assert not panel.row.date.isVisible()
    assert not panel.status.isVisible()
    assert panel.title.isVisible()


def test_another_row_is_shown_from_its_head_on(qapp, panel):
    """The field that had the cursor is gone for a heading, and the cursor goes to one further down."""
    panel.resize(265, 350)
    panel.show_item("a21")
    qapp.processEvents()
    opener = panel.row.updates.opener
    opener.setFocus()
    panel.page.ensureWidgetVisible(opener)
    assert panel.page.verticalScrollBar().value() > 0
    panel.show_item("t2")

    assert panel.page.verticalScrollBar().value() == 0


def test_enter_keeps_the_title_on_one_line(qtbot, panel):
    panel.show_item("a22")
    panel.title.setPlainText("Train\nall managers")
    qtbot.keyClick(panel.title, Qt.Key.Key_Return)

    assert plan_of(panel).items["a22"].title == "Train all managers"


def test_typing_is_kept_for_its_own_row_when_another_is_shown(qtbot, panel):
    panel.show_item("a22")
    panel.row.notes.words.setPlainText("For the old row")
    panel.show_item("a23")

    assert plan_of(panel).items["a22"].notes == "For the old row"
    assert plan_of(panel).items["a23"].notes == ""
    assert panel.row.notes.words.toPlainText() == ""


def test_news_from_elsewhere_does_not_take_away_what_is_being_typed(qtbot, panel):
    panel.show_item("a22")
    panel.row.notes.words.setPlainText("half a sent")
    panel._bridge.run(SetField("a22", "status", "At risk"))

    assert panel.row.notes.words.toPlainText() == "half a sent"
    assert panel.status.accessibleName() == "Status: At risk"


def test_a_row_deleted_elsewhere_leaves_the_panel_empty(panel):
    panel.show_item("a22")
    panel._bridge.run(DeleteItem(("a22",)))

    assert panel.item_id is None
    assert panel.empty.isVisible()


def test_every_field_has_a_name_for_screen_readers(panel):
    panel.show_item("a12")
    fields = [*panel.findChildren(QLineEdit), *panel.findChildren(QPlainTextEdit), *panel.findChildren(QAbstractButton)]
    nameless = [
        widget.objectName() or type(widget).__name__
        for widget in fields
        if widget.isVisible() and not widget.accessibleName() and not getattr(widget, "text", lambda: "")()
    ]
    assert nameless == []


def test_the_panel_opens_without_a_row(qtbot):
    panel = DetailsPanel(bridge_of())
    qtbot.addWidget(panel)
    assert panel.item_id is None
    panel.show_item("no such row")
    assert panel.empty.isVisibleTo(panel)


def test_what_others_have_just_changed_is_named_and_marked(panel):
    panel.show_item("a22")
    panel.mark({"a22": frozenset({"title", "who"}), "a23": frozenset()})

    assert panel.news.text() == "Others have just changed this row: title and who."
    assert panel.row.sections["who"].head.is_news
    assert panel.row.sections["who"].head.accessibleDescription().startswith("Others have just changed this.")
    assert not panel.row.sections["date"].head.is_news

    panel.show_item("a23")
    assert panel.news.text() == "Others have just changed this row."
    panel.show_item("a12")
    assert not panel.news.isVisible()
    panel.mark({})
    panel.show_item("a22")
    assert not panel.news.isVisible()
    assert not panel.row.sections["who"].head.is_news
