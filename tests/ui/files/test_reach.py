import threading

from mkplanner.settings import RecentPlan
from mkplanner.ui.files import reach as module
from mkplanner.ui.files.reach import Reach, plans_now, reach


def test_what_is_missing_is_found_out_beside_the_window(qtbot, tmp_path):
    there, gone = tmp_path / "there.mkplan", tmp_path / "gone.mkplan"
    there.write_bytes(b"")
    asked = Reach()

    with qtbot.waitSignal(asked.told):
        asked.ask([str(there), str(gone)])
        assert asked.missing == {}

    assert asked.missing == {str(gone): "The file is no longer there"}


def test_a_share_that_does_not_answer_holds_up_neither_the_window_nor_the_others(qtbot, monkeypatch):
    awaited, looks = threading.Event(), []

    def look(path):
        looks.append(path)
        if path == "/slow/a.mkplan":
            awaited.wait(20)
        return f"{path} is away"

    monkeypatch.setattr(module, "why_missing", look)
    asked = Reach()
    with qtbot.waitSignal(asked.told):
        asked.ask(["/slow/a.mkplan", "/quick/b.mkplan"])
    assert asked.missing == {"/quick/b.mkplan": "/quick/b.mkplan is away"}

    asked.ask(["/slow/a.mkplan"])
    with qtbot.waitSignal(asked.told):
        awaited.set()

    assert looks.count("/slow/a.mkplan") == 1
    assert asked.missing["/slow/a.mkplan"] == "/slow/a.mkplan is away"


def test_a_file_that_has_come_back_can_be_opened_again(qtbot, tmp_path):
    path = tmp_path / "plan.mkplan"
    asked = Reach()
    with qtbot.waitSignal(asked.told):
        asked.ask([str(path)])

    path.write_bytes(b"")
    with qtbot.waitSignal(asked.told):
        asked.ask([str(path)])

    assert asked.missing[str(path)] == ""


def test_the_plans_shown_carry_what_is_known_of_them(settings, monkeypatch):
    settings.change(recent=(RecentPlan("/stick/a.mkplan", "Audit plan"), RecentPlan("/b.mkplan", "Other")))
    monkeypatch.setitem(reach().missing, "/stick/a.mkplan", "/stick cannot be reached now")

    missing = {known.plan.title: known.missing for known in plans_now(settings)}

    assert missing == {"Audit plan": "/stick cannot be reached now", "Other": ""}
