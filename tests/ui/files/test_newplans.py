import pytest
from PySide6.QtWidgets import QWidget

from mkplanner.models.beginnings.owntemplates import own_templates
from mkplanner.ui.files.desk import FileDesk, documents
from mkplanner.ui.start.beginnings import beginnings
from mkplanner.ui.start.newplan import NewPlanDialog
from mkplanner.ui.start.templatedialog import TemplateDialog
from tests.builders import example_plan


@pytest.fixture
def desk(qtbot, dressed, settings):
    parent = QWidget()
    qtbot.addWidget(parent)
    return FileDesk(parent, settings)


def test_a_new_plan_begins_with_its_template(desk, monkeypatch):
    monkeypatch.setattr(NewPlanDialog, "exec", lambda self: 1)
    made, view = desk.ask_new("timetable")

    assert view == "timetable"
    assert made.plan.info.title == "Indicative timetable"
    assert made.path.parent == documents()
    assert len(made.plan.items) == 9
    made.close()


def test_a_new_plan_takes_over_the_rows_of_another_without_its_progress(desk, monkeypatch):
    plan = example_plan()
    monkeypatch.setattr(NewPlanDialog, "exec", lambda self: 1)
    made, _ = desk.ask_new("this", plan)

    assert [item.title for item in made.plan.items.values()] == [item.title for item in plan.items.values()]
    assert made.plan.info.title == f"{plan.info.title} (new)"
    assert made.plan.info.quarters == plan.info.quarters
    assert not made.plan.updates
    assert {item.by_when for item in made.plan.items.values()} == {None}
    made.close()


def test_a_plan_is_kept_as_a_template_begun_with_and_deleted(desk, monkeypatch, recorder):
    monkeypatch.setattr(TemplateDialog, "exec", lambda self: 1)
    monkeypatch.setattr(NewPlanDialog, "exec", lambda self: 1)
    plan = example_plan()
    desk.ask_template(plan)
    (path,) = own_templates()
    made, _ = desk.ask_new(f"own:{path.stem}")
    assert len(made.plan.items) == len(plan.items)
    assert made.plan.parties
    made.close()
    desk._new_plans._forget_template(next(each for each in beginnings() if each.is_own))
    assert own_templates() == ()
    assert recorder.notes[-1].endswith("is deleted.")


def test_a_new_plan_that_nobody_wants_leaves_nothing(desk, monkeypatch):
    monkeypatch.setattr(NewPlanDialog, "exec", lambda self: 0)

    assert desk.ask_new("blank") is None
    assert list(documents().iterdir()) == []
