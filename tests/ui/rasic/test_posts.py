"""Columns added, renamed, merged, hidden, retired and removed in place, each with one undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from mkplanner.models.people import PartyKind
from mkplanner.ui import messages
from mkplanner.ui.rasic.cellmenu import cell_menu
from mkplanner.ui.rasic.headedit import HeadEdit
from mkplanner.ui.rasic.partydialogs import AddPartiesDialog, CouncilDialog, MergeDialog
from mkplanner.ui.rasic.posts import Posts
from mkplanner.ui.rasic.view import RasicView
from tests.ui.rasic.test_grid import put_cursor


def names(view: RasicView) -> list[str]:
    return [party.name for party in view.model.columns]


@pytest.fixture
def posts(view: RasicView) -> Posts:
    put_cursor(view, "3.1", "Head of Legal")
    return view.posts


def test_several_names_are_added_to_the_cursors_council(posts: Posts, view: RasicView, monkeypatch) -> None:
    def answer(dialog: AddPartiesDialog) -> bool:
        assert dialog.organisation() == "Aldermere Council"
        dialog._names.setPlainText("Payroll Lead\n\nhead of legal\nPayroll Lead\nCouncillor Ann Ford")
        assert dialog.kind() is None
        return True

    monkeypatch.setattr(QDialog, "exec", answer)
    posts.add()
    assert names(view)[2:7] == ["Head of Finance", "Head of Legal", "HR Manager", "Payroll Lead", "Councillor Ann Ford"]
    assert view.model.party(view.grid.currentIndex().column()).name == "Payroll Lead"
    view._bridge.undo()
    assert "Payroll Lead" not in names(view)


def test_the_button_waits_for_a_name_and_ctrl_enter_is_done(view: RasicView, qtbot: QtBot) -> None:
    dialog = AddPartiesDialog(view, view.model.matrix.plan)
    qtbot.addWidget(dialog)
    assert not dialog._deed.isEnabled()
    qtbot.keyClicks(dialog._names, "HR Lead")
    assert dialog._deed.isEnabled()
    qtbot.keyClick(dialog._names, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_column_is_renamed_in_a_field_at_its_head(posts: Posts, view: RasicView, qtbot: QtBot) -> None:
    posts.rename()
    field = view.findChild(HeadEdit)
    assert field is not None
    assert field.field.selectedText() == "Head of Legal"
    field.field.setText("Monitoring Officer")
    qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert "Monitoring Officer" in names(view)
    view._bridge.undo()
    assert "Head of Legal" in names(view)


def test_two_columns_become_one_and_several_a_are_told(
    posts: Posts, view: RasicView, monkeypatch, recorder: messages.Recorder
) -> None:
    def answer(dialog: MergeDialog) -> bool:
        dialog._others.setCurrentIndex(dialog._others.findText("Head of Finance, Aldermere Council"))
        return True

    monkeypatch.setattr(QDialog, "exec", answer)
    posts.merge()
    assert "Head of Finance" not in names(view)
    assert recorder.notes[-1].startswith("“Head of Finance” is now part of “Head of Legal”.")
    view._bridge.undo()
    assert "Head of Finance" in names(view)


def test_a_hidden_column_still_counts_and_comes_back(posts: Posts, view: RasicView) -> None:
    legal = posts.party()
    load = view.model.matrix.loads[legal.id]
    posts.hide()
    assert "Head of Legal" not in names(view)
    assert view.model.matrix.loads[legal.id] == load
    assert "1 post is hidden" in view.questions._words.text()
    posts.offers()["show_parties"]()
    assert "Head of Legal" in names(view)
    view._bridge.undo()
    view._bridge.undo()
    assert view.model.hidden == 0


def test_somebody_retired_keeps_the_column_and_is_told_of(posts: Posts, view: RasicView) -> None:
    posts.retire()
    legal = posts.party()
    assert legal.retired
    assert [notice.id for notice in view.model.matrix.party_problems[legal.id]] == ["retired-holds-letters"]
    posts.retire()
    assert not posts.party().retired


def test_a_column_moves_to_another_council(posts: Posts, view: RasicView, monkeypatch) -> None:
    def answer(dialog: CouncilDialog) -> bool:
        dialog._home.setCurrentText("Riverside Council")
        return True

    monkeypatch.setattr(QDialog, "exec", answer)
    posts.change_council()
    assert view.model.groups[-1][0] == "Riverside Council" or "Riverside Council" in dict(view.model.groups)
    home = view.model.matrix.plan.parties[posts.party().organisation]
    assert (home.name, home.kind) == ("Riverside Council", PartyKind.ORGANISATION)


def test_removing_takes_the_letters_along_and_undo_brings_them_back(posts: Posts, view: RasicView) -> None:
    before = view.model.matrix.plan.assignments
    posts.remove()
    assert "Head of Legal" not in names(view)
    view._bridge.undo()
    assert view.model.matrix.plan.assignments == before


def test_the_menu_offers_what_can_be_done_and_names_the_column(posts: Posts, view: RasicView) -> None:
    menu = cell_menu(view, view.handlers(), posts.party())
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    assert "Head of Legal" in words
    assert {"Letters and note…", "Fill down", "Fill right", "Merge with…", "Hide", "Rename…"} <= set(words)
    assert "Show hidden posts" not in words
