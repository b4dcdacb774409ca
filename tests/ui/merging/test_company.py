import json

from mkplanner.models.store.opening import Presence, Somebody
from mkplanner.ui import tasks
from mkplanner.ui.merging.company import company_details, company_names, company_words

ANNE = Somebody("HR Manager", "DESK07", "2026-11-22T09:30:00+00:00")
BEN = Somebody("", "DESK08", "")


def test_words_for_the_status_bar():
    assert company_words(()) == ""
    assert company_words((ANNE,)) == "1 other has it open"
    assert company_words((ANNE, BEN)) == "2 others have it open"


def test_names_for_the_title_and_the_tooltip():
    assert company_names((ANNE, BEN, ANNE)) == "HR Manager and DESK08"
    first, second = company_details((ANNE, BEN)).splitlines()
    assert first.startswith("HR Manager on DESK07, since 22 November")
    assert second == "Somebody on DESK08"


def here(path):
    return [each for each in path.parent.iterdir() if each.name.startswith(".~here.")]


def test_a_window_shows_who_else_is_here_and_takes_its_own_sign_away(plan_window, plan_path, qtbot):
    company, place = plan_window.deeds.sharing.company, plan_window.status._places["company"]
    qtbot.waitUntil(lambda: len(here(plan_path)) == 1, timeout=5000)
    assert json.loads(here(plan_path)[0].read_text())["pid"] > 0
    assert not place.isVisible()

    other = Presence(plan_path, "Audit Manager")
    other.refresh()
    company.look()
    qtbot.waitUntil(lambda: place.text() == "1 other has it open", timeout=5000)
    assert place.isVisible()
    assert place.toolTip().startswith("Audit Manager on ")
    assert plan_window.windowTitle() == "Saltway audit plan (also open: Audit Manager) — MK Planner"

    other.leave()
    company.look()
    qtbot.waitUntil(lambda: not place.isVisible(), timeout=5000)
    assert plan_window.windowTitle() == "Saltway audit plan — MK Planner"

    plan_window.close_plan()
    tasks.wait_for_tasks()
    assert here(plan_path) == []


def test_the_command_line_leaves_no_sign(plan_path):
    from mkplanner.cli.main import main

    assert main(["show", str(plan_path)]) == 0
    assert here(plan_path) == []
