from mkplanner.models.notice import Notice, Severity
from mkplanner.ui.notices.filter import NoticeFilter, shown

NOTICES = (
    Notice("a", Severity.ERROR, "1 has nobody Accountable.", "one"),
    Notice("b", Severity.INFO, "2 has no date.", "two"),
    Notice("c", Severity.WARNING, "The plan ends before it starts.", None),
)


def test_a_choice_shows_all_what_to_mend_or_the_chosen_row():
    assert shown(NOTICES, "all", ()) == NOTICES
    assert [notice.id for notice in shown(NOTICES, "serious", ())] == ["a", "c"]
    assert [notice.id for notice in shown(NOTICES, "row", ("two",))] == ["b"]


def test_the_button_says_what_is_shown(qtbot):
    button = NoticeFilter()
    qtbot.addWidget(button)
    assert button.accessibleName() == "Notices shown: All"
    with qtbot.waitSignal(button.chosen):
        button.menu().actions()[1].trigger()
    assert (button.key, button.text()) == ("serious", "To mend")
    assert [action.isChecked() for action in button.menu().actions()] == [False, True, False]
