import threading

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled
from mkplanner.ui import tasks
from mkplanner.ui.tasks import ProgressWindow, run_task


def test_work_runs_on_another_thread_and_tells_on_this_one(qtbot):
    seen = {}

    def done(result):
        seen.update(result=result, thread=threading.current_thread())

    task = run_task(None, "Counting", lambda progress: threading.current_thread(), done)
    qtbot.waitSignal(task.ended).wait()

    assert seen["thread"] is threading.main_thread()
    assert seen["result"] is not threading.main_thread()


def test_trouble_goes_to_the_user(qtbot, recorder):
    def work(progress):
        raise PlannerError("The disk is full.")

    task = run_task(None, "Writing", work)
    qtbot.waitSignal(task.ended).wait()

    assert [trouble.sentence for trouble in recorder.errors] == ["The disk is full."]


def test_trouble_goes_to_whoever_asked_for_it(qtbot, recorder):
    heard = []

    def work(progress):
        raise PlannerError("The disk is full.")

    task = run_task(None, "Writing", work, failed=heard.append)
    qtbot.waitSignal(task.ended).wait()

    assert len(heard) == 1
    assert recorder.errors == []


def test_a_bug_is_not_hidden(qtbot):
    def work(progress):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as bugs:
        task = run_task(None, "Dividing", work)
        qtbot.waitSignal(task.ended).wait()
        qtbot.waitUntil(lambda: bool(bugs))

    assert bugs[0][0] is ZeroDivisionError


def test_stopping_leaves_a_note_and_no_result(qtbot, recorder):
    results = []
    waiting = threading.Event()

    def work(progress):
        waiting.wait(5)
        progress.report(1, 2)
        return "never"

    task = run_task(None, "Waiting", work, results.append)
    task.cancel()
    waiting.set()
    qtbot.waitSignal(task.ended).wait()

    assert results == []
    assert recorder.notes == ["Stopped. Nothing was changed."]


def test_jobs_that_use_the_file_run_one_after_another(qtbot):
    running, together, order = set(), [], []

    def work(number):
        def job(progress):
            running.add(number)
            together.append(len(running))
            order.append(number)
            running.discard(number)

        return job

    jobs = [run_task(None, "Saving", work(number), uses_file=True) for number in range(5)]
    qtbot.waitUntil(lambda: not any(job in tasks._running for job in jobs))

    assert order == [0, 1, 2, 3, 4]
    assert set(together) == {1}


def test_long_work_shows_how_far_it_has_got(qtbot, monkeypatch, dressed):
    monkeypatch.setattr(tasks, "PATIENCE", 1)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    go_on = threading.Event()

    def work(progress):
        progress.report(3, 10, "Page 3 of 10")
        go_on.wait(5)

    task = run_task(parent, "Making the PDF", work)
    qtbot.waitUntil(lambda: parent.findChild(ProgressWindow, "progress_window") is not None)
    window = parent.findChild(ProgressWindow, "progress_window")
    qtbot.waitUntil(lambda: window._bar.value() == 3)

    assert window.windowTitle() == "Making the PDF"
    assert window._words.text() == "Page 3 of 10"
    go_on.set()
    qtbot.waitSignal(task.ended).wait()
    assert not window.isVisible()


def test_esc_in_the_progress_window_asks_the_work_to_stop(qtbot, dressed):
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = []
    window = ProgressWindow(parent, "Making the PDF", lambda: asked.append(True))

    window.reject()

    assert asked == [True]
    assert window._words.text() == "Stopping…"


def test_one_can_wait_for_everything(qtbot):
    done = []
    run_task(None, "Counting", lambda progress: done.append(1), quiet=True)
    run_task(None, "Saving", lambda progress: done.append(2), uses_file=True)

    tasks.wait_for_tasks()

    assert sorted(done) == [1, 2]


@pytest.mark.parametrize("trouble", [None, PlannerError("The disk is full.")])
def test_who_is_gone_when_the_work_is_done_is_told_nothing(qtbot, recorder, trouble):
    asked, told, go_on = QWidget(), [], threading.Event()

    def work(progress):
        go_on.wait(30)
        if trouble is not None:
            raise trouble

    task = run_task(asked, "Counting", work, lambda _: told.append(asked.isVisible()))
    asked.deleteLater()
    qtbot.waitUntil(lambda: not isValid(asked))
    with qtbot.waitSignal(task.ended, timeout=60_000):
        go_on.set()

    assert (told, recorder.errors) == ([], [])


class Known:
    """Something of the window that work knows; it tells on which thread it was let go."""

    def __init__(self, gone):
        self.gone = gone

    def __del__(self):
        self.gone.append(threading.current_thread())


def knowing_work(gone, is_stopped):
    known = Known(gone)

    def work(progress):
        if is_stopped:
            raise Cancelled(known)
        return known

    return work


@pytest.mark.parametrize("is_stopped", [False, True])
def test_all_that_work_knows_is_let_go_by_the_window_s_own_thread(qtbot, is_stopped):
    gone, rounds = [], 300

    for number in range(rounds):
        run_task(None, "Counting", knowing_work(gone, is_stopped), uses_file=number % 2 == 0, quiet=True)
        if number % 20 == 0:
            QApplication.processEvents()
    qtbot.waitUntil(lambda: len(gone) == rounds, timeout=60_000)

    assert set(gone) == {threading.main_thread()}


@pytest.fixture(autouse=True)
def finish_all():
    yield
    tasks.wait_for_tasks()
