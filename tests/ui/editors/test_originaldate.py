from mkplanner.models.commands.originals import ChangeReason, GoBackToOriginal
from mkplanner.ui.editors.originaldate import OriginalDate
from tests.ui.saltway import saltway_plan


def test_only_a_revised_date_shows_what_it_was_first(qtbot):
    part = OriginalDate()
    qtbot.addWidget(part)
    asked = []
    part.wanted.connect(asked.append)
    plan = saltway_plan()
    part.show_row(plan.items["a11"])
    assert part.isHidden()
    part.show_row(plan.items["a21"])
    assert not part.isHidden()
    assert part.was.text() == "Original date: By 30 September 2025. Revised because:"
    part.reason.setPlainText("Third round")
    part.keep()
    part.back.click()
    assert asked == [ChangeReason("a21", "Third round"), GoBackToOriginal("a21")]
