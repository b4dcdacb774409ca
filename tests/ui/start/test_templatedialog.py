from mkplanner.models.beginnings.emptied import Keeping
from mkplanner.models.beginnings.owntemplates import keep_template
from mkplanner.ui.start.templatedialog import TemplateDialog
from tests.builders import example_plan


def test_a_name_that_is_taken_says_that_it_replaces(qtbot):
    keep_template(example_plan(), "Joint working", Keeping())
    dialog = TemplateDialog(None, " Audit  plan ")
    qtbot.addWidget(dialog)
    assert (dialog.name(), dialog.keeping()) == ("Audit plan", Keeping())
    assert dialog._keep.text() == "Keep the template"
    dialog._name.setCurrentText("joint working")
    assert dialog._keep.text() == "Replace the template"
    dialog._name.setCurrentText("  ")
    assert not dialog._keep.isEnabled()
