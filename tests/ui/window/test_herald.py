"""Those who listen hear what others see at the edges of the window."""

import pytest

from mkplanner.models.commands.rows import SetField
from mkplanner.models.notice import Notice, Severity
from mkplanner.ui.window import herald
from mkplanner.ui.window.herald import Herald


@pytest.fixture
def said(monkeypatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(herald, "announce", lambda _widget, what: words.append(what))
    monkeypatch.setattr(herald, "is_heard", lambda: True)
    monkeypatch.setattr(herald, "_SETTLE", 0)
    return words


def _without_other_news(said: list[str]) -> list[str]:
    """Where the computer is busy the keeping of an edit and its notices are said in between."""
    return [words for words in said if not words.startswith(("Saved", "✓", "New notice"))]


def test_notes_undo_and_redo_are_said(said, plan_window):
    bridge = plan_window.desk.bridge
    bridge.run(SetField("a", "status", "complete"))
    bridge.undo()
    bridge.redo()
    plan_window.status.showMessage("1 of 3 with “audit”")
    plan_window.status.show_linked("The PDF was made.", "Open it", lambda: None)
    assert _without_other_news(said) == [
        "Undone: change status",
        "Redone: change status",
        "1 of 3 with “audit”",
        "The PDF was made. Open it",
    ]


def test_the_answer_of_the_filter_is_said_when_typing_rests_and_not_at_first(said, plan_window, qtbot):
    qtbot.wait(2 * 60)
    assert _without_other_news(said) == []
    for words in ("t", "te", "tele"):
        plan_window.filter_rows(words)
    qtbot.waitUntil(lambda: bool(_without_other_news(said)), timeout=3000)
    assert _without_other_news(said) == ["Filter: “tele” (1 of 4 actions)"]


def test_a_new_notice_is_said_and_old_ones_are_not_said_again(said, qtbot, plan_window):
    speaker = Herald(plan_window.status)
    first = Notice("no-accountable", Severity.ERROR, "1.1 has nobody Accountable.", item="a")
    again = Notice("no-accountable", Severity.ERROR, "2.1 has nobody Accountable.", item="a")
    late = Notice("late", Severity.WARNING, "1.2 is late.", item="b")
    speaker.notice((first,))
    speaker.notice((again, late))
    speaker.notice((again,))
    assert said == ["New notice: 1.2 is late."]
    speaker.notice((first, late, Notice("late", Severity.WARNING, "1.3 is late.", item="c")))
    assert said[-1] == "2 new notices; the first: 1.2 is late."
    speaker.begin()
    speaker.notice((late,))
    assert len(said) == 2


def test_notices_are_not_compared_where_nobody_listens_and_none_is_missed_by_who_comes_later(
    said, plan_window, monkeypatch
):
    speaker = Herald(plan_window.status)
    early, late, last = (Notice("late", Severity.WARNING, f"{id_} is late.", item=id_) for id_ in "abc")
    monkeypatch.setattr(herald, "is_heard", lambda: False)
    speaker.notice((early,))
    speaker.notice((early, late))
    monkeypatch.setattr(herald, "is_heard", lambda: True)
    speaker.notice((early, late, last))
    assert said == ["New notice: c is late."]


def test_changes_that_wait_for_the_file_are_said(said, plan_window):
    plan_window.status.say(saved="✓ Saved")
    plan_window.status.say(saved="Saved on this computer; waiting for the plan file")
    plan_window.status.say(saved="✓ Saved")
    assert said == ["Saved on this computer; waiting for the plan file"]
