from mkplanner.models.commands.rows import SetField
from mkplanner.models.lookback.changelist import Line
from mkplanner.ui.merging.news import news_words


def line(author):
    return Line("", "a", author, "")


def test_names_are_said_where_somebody_else_signed():
    assert news_words([line("Audit Manager"), line("HR Manager")], 3, "HR Manager") == "Audit Manager changed 3 rows."
    assert news_words([line("A"), line("B"), line("A")], 1, "") == "A and B changed 1 row."


def test_without_names_it_is_another_window():
    assert news_words([line("HR Manager")], 1, "HR Manager") == "1 row was changed in another window."
    assert news_words([], 2, "HR Manager") == "2 rows were changed in another window."


def test_what_somebody_else_published_is_said_and_marked_until_the_next_edit(plan_window, plan_path, qtbot, recorder):
    window = plan_window
    window.desk.bridge.run(SetField("a1", "notes", "Ours"))
    window.keeper.publish()
    qtbot.waitUntil(lambda: window.desk.opened.saved_state.published, timeout=8000)
    publish_from_another_computer(plan_path)
    window.keeper.publish()
    qtbot.waitUntil(lambda: "Audit Manager changed 2 rows." in recorder.notes, timeout=8000)

    assert window.desk.marked_rows == {"a", "b"}
    details = window.docks.details
    details.show_item("b")
    assert details.news.isVisibleTo(details)
    table = window.desk.view.table
    serials = {id_: table.plan_tree.index_of(id_).internalId() for id_ in ("a", "b", "a1")}
    assert table.row_ground(serials["b"], is_selected=False) == "tint_info"
    assert table.row_ground(serials["b"], is_selected=True) == "selection"
    assert table.row_ground(serials["a1"], is_selected=False) != "tint_info"

    window.desk.bridge.run(SetField("a1", "notes", "Ours again"))
    assert window.desk.marked_rows == frozenset()
    assert not details.news.isVisibleTo(details)
    assert table.row_ground(serials["b"], is_selected=False) != "tint_info"


def test_marks_go_by_themselves(plan_window, monkeypatch, qtbot):
    news = plan_window.deeds.sharing.news
    news._fresh.setInterval(20)
    news.mark({"a": ()})
    assert plan_window.desk.marked_rows == {"a"}

    qtbot.waitUntil(lambda: not plan_window.desk.marked_rows, timeout=5000)


def test_a_marked_row_has_a_dot_so_that_colour_is_not_alone(plan_window, qtbot):
    table = plan_window.desk.view.table
    plan_window.desk.select("a")
    rect = table.visualRect(table.plan_tree.index_of("b"))
    before = table.viewport().grab(rect.adjusted(-rect.left(), 0, 0, 0)).toImage()
    plan_window.deeds.sharing.news.mark({"b": ()})
    after = table.viewport().grab(rect.adjusted(-rect.left(), 0, 0, 0)).toImage()

    at = (round(6 * after.devicePixelRatio()), after.height() // 2)
    assert after.pixelColor(*at) != before.pixelColor(*at)
    assert after.pixelColor(*at).name() == "#13567c"


def publish_from_another_computer(path):
    """Edit the plan with another profile, as another computer would."""
    import os
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from mkplanner.models.store.opening import open_plan\n"
        "from mkplanner.models.commands.rows import SetField\n"
        "plan = open_plan(Path(sys.argv[1]), author='Audit Manager')\n"
        "plan.session.run(SetField('a', 'notes', 'Theirs'))\n"
        "plan.session.run(SetField('b', 'title', 'Share one switchboard'))\n"
        "plan.close()\n"
    )
    elsewhere = path.parent / "other profile"
    elsewhere.mkdir()
    environment = {**os.environ, "MKPLANNER_PROFILE": str(elsewhere)}
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, env=environment)
