import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QDialog, QFileDialog

from mkplanner.models.store.opening import create_plan, open_plan
from mkplanner.ui.merging.review import ReviewDialog
from tests.ui.conftest import write_plan


@pytest.fixture
def reviews(monkeypatch):
    """Every review that is shown, closed at once."""
    shown = []
    monkeypatch.setattr(QDialog, "exec", lambda self: shown.append(self) or 0)
    monkeypatch.setattr(ReviewDialog, "deleteLater", lambda self: None)
    return shown


def test_a_chosen_copy_is_merged_and_reviewed(disputed_window, copy_path, reviews, monkeypatch, qtbot):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy_path), ""))
    disputed_window.commands["merge_copy"].trigger()
    qtbot.waitUntil(lambda: bool(reviews), timeout=8000)

    (review,) = reviews
    assert review.objectName() == "review"
    assert len(review._boxes) == 2
    assert len(review._lines) == 3
    assert disputed_window.desk.bridge.plan.items["a1"].status == "complete"
    assert disputed_window.desk.marked_rows == {"a", "a1", "b"}


def test_a_copy_with_nothing_new_is_told_in_passing(disputed_window, disputed, tmp_path, reviews, recorder, qtbot):
    same = tmp_path / "same.mkplan"
    same.write_bytes(disputed.read_bytes())
    disputed_window.deeds.sharing.merger.merge(same)

    qtbot.waitUntil(lambda: "There is nothing new in same.mkplan." in recorder.notes, timeout=8000)
    assert reviews == []


def test_another_plan_is_refused_in_words(disputed_window, tmp_path, reviews, recorder, qtbot):
    other = tmp_path / "other.mkplan"
    write_plan(other).close()
    disputed_window.deeds.sharing.merger.merge(other)

    qtbot.waitUntil(lambda: bool(recorder.errors), timeout=8000)
    assert "is another plan" in recorder.errors[0].sentence
    assert reviews == []


def dropped(path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_a_dropped_copy_of_the_open_plan_may_be_merged(disputed_window, copy_path, reviews, recorder, qtbot):
    desk = disputed_window.desk
    recorder.answers = [0]
    disputed_window.deeds.take(dropped(copy_path))

    assert recorder.questions == ["“saltway.mkplan” is a copy of the plan that is open."]
    qtbot.waitUntil(lambda: bool(reviews), timeout=8000)
    assert disputed_window.desk is desk


def test_it_may_be_opened_instead(disputed_window, copy_path, recorder):
    recorder.answers = [1]
    disputed_window.deeds.take(dropped(copy_path))

    assert disputed_window.desk.opened.path == copy_path


def test_or_nothing_is_done(disputed_window, disputed, copy_path, recorder):
    disputed_window.deeds.open_path(copy_path)

    assert len(recorder.questions) == 1
    assert disputed_window.desk.opened.path == disputed


def test_another_plan_is_simply_opened(disputed_window, tmp_path, recorder):
    other = tmp_path / "other.mkplan"
    write_plan(other).close()
    disputed_window.deeds.open_path(other)

    assert recorder.questions == []
    assert disputed_window.desk.opened.path == other


def test_conflicts_are_reviewed_again_from_the_menu_and_from_their_notice(disputed_window, copy_path, reviews, qtbot):
    window = disputed_window
    assert not window.commands["review_conflicts"].isEnabled()
    window.deeds.sharing.merger.merge(copy_path)
    qtbot.waitUntil(lambda: bool(reviews), timeout=8000)
    window.docks.look()

    window.commands["review_conflicts"].trigger()
    assert len(reviews) == 2
    assert reviews[1]._lines == ()

    notice = next(each for each in window.desk.notices() if each.id == "conflict")
    window.docks.notices.entered.emit(notice)
    assert len(reviews) == 3


def test_a_conflict_copy_beside_the_plan_is_offered_and_merged(
    disputed_window, disputed, copy_path, reviews, recorder, qtbot
):
    beside = disputed.with_name("saltway (Tamsin's conflicted copy 2026-11-20).mkplan")
    beside.write_bytes(copy_path.read_bytes())
    unrelated = disputed.with_name("saltway-notes.mkplan")
    write_plan(unrelated).close()
    sharing = disputed_window.deeds.sharing
    sharing.look_beside()
    qtbot.waitUntil(lambda: bool(disputed_window.desk.notices_beside), timeout=8000)

    (notice,) = disputed_window.desk.notices_beside
    assert "Tamsin" in notice.sentence
    assert "A copy with other changes lies beside this plan; see Notices." in recorder.notes
    disputed_window.docks.notices.entered.emit(notice)
    qtbot.waitUntil(lambda: bool(reviews), timeout=8000)
    qtbot.waitUntil(lambda: not disputed_window.desk.notices_beside, timeout=8000)
    assert beside.exists()


def test_what_came_in_reaches_the_plan_file(disputed_window, disputed, copy_path, reviews, qtbot):
    disputed_window.deeds.sharing.merger.merge(copy_path)
    qtbot.waitUntil(lambda: bool(reviews), timeout=8000)
    disputed_window.close_plan()

    again = open_plan(disputed)
    assert again.plan.items["a1"].status == "complete"
    assert len(again.conflicts()) == 2
    again.close()


def test_a_clean_copy_has_no_history(disputed_window, tmp_path, recorder, monkeypatch):
    clean = tmp_path / "clean.mkplan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(clean), ""))
    disputed_window.commands["clean_copy"].trigger()

    opened = open_plan(clean)
    assert [item.title for item in opened.plan.items.values()].count("Share one switchboard") == 1
    assert opened.plan.info.id != disputed_window.desk.opened.plan.info.id
    assert not any("HR Manager" in record.author for record in opened.history())
    assert "clean.mkplan" in recorder.notes[-1]
    opened.close()


def test_a_file_in_the_place_of_a_clean_copy_is_kept(disputed_window, tmp_path, recorder, monkeypatch):
    from mkplanner.models.plan import PlanInfo

    there = tmp_path / "there.mkplan"
    create_plan(there, PlanInfo("p", "Another")).close()
    before = there.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(there), ""))
    disputed_window.commands["clean_copy"].trigger()

    assert there.read_bytes() == before
    assert len(recorder.errors) == 1
