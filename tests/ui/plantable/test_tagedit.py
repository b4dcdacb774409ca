from PySide6.QtCore import Qt

from mkplanner.models.commands.rows import SetField
from mkplanner.ui.itemmodels.columns import TAGS
from mkplanner.ui.plantable.tagedit import TagEdit, known_tags
from tests.ui.plantable.steps import editor, go, key, plan_of


def test_tags_of_the_plan_are_proposed_behind_the_last_comma(qtbot, view):
    for id_, tags in (("a21", "GAP, finance"), ("a22", "gap, DAP")):
        view._bridge.run(SetField(id_, "tags", tags))
    assert set(known_tags(plan_of(view))) == {"DAP", "finance", "GAP", "gap"}

    edit = TagEdit(plan_of(view))
    qtbot.addWidget(edit)
    edit.setText("DAP, fin")
    completer = edit.completer()
    assert completer.splitPath(edit.text()) == ["fin"]
    completer.setCompletionPrefix(edit.text())
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "DAP, finance"


def test_tags_are_typed_in_their_cell(qtbot, view):
    view.table.head.setSectionHidden(TAGS, False)
    go(view, "a22", TAGS)
    key(qtbot, view, Qt.Key.Key_F2)
    edit = editor(view, TagEdit)
    edit.setText("one, two")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert plan_of(view).items["a22"].tags == ("one", "two")
