import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import REPORTS, build
from mkplanner.ui.printing.choices import USUAL, Choices


@pytest.fixture
def choices(qtbot, dressed, plan):
    made = Choices(plan, "audit")
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_report_is_offered(choices):
    offered = [choices._report.itemData(place) for place in range(choices._report.count())]

    assert offered == list(REPORTS)
    assert set(USUAL) <= set(offered)


@pytest.mark.parametrize(("report", "paper"), USUAL.items())
def test_each_report_comes_on_its_usual_paper(choices, report, paper):
    choices.choose_report(report)

    options = choices.chosen().options
    assert (options.paper, options.orientation) == paper


def test_every_choice_lays_the_pages_out_afresh(choices, qtbot):
    choices.choose_report("gantt")
    for change in (
        lambda: choices._paper.buttons["A4"].click(),
        lambda: choices._turned.buttons["portrait"].click(),
        lambda: choices._parts.setCurrentIndex(1),
        lambda: choices._rows.setCurrentIndex(1),
        lambda: choices._appendix.setText("C"),
        lambda: choices._marking.setCurrentText("Exempt"),
    ):
        with qtbot.waitSignal(choices.changed):
            change()

    chosen = choices.chosen()
    assert (chosen.options.paper, chosen.options.orientation, chosen.options.tiles) == ("A4", "portrait", 2)
    assert (chosen.plan.info.appendix, chosen.plan.info.marking) == ("C", "Exempt")


def test_filtered_rows_keep_their_numbers(choices, plan):
    from mkplanner.models.outline import numbers

    choices._rows.setCurrentIndex(1)
    part = choices.chosen().plan

    assert 0 < len(part.items) < len(plan.items)
    assert all(numbers(part)[item] == numbers(plan)[item] for item in part.items)


def test_what_belongs_to_the_plan_is_told_apart(choices, plan):
    assert choices.changes() == {}
    choices._appendix.setText("Appendix Z")

    assert choices.changes() == {"appendix": "Appendix Z"}


def test_the_timescale_is_only_cut_where_there_is_one(choices):
    choices.choose_report("timetable")
    assert not choices._parts.isVisible()
    assert choices.chosen().options.tiles == 1

    choices.choose_report("gantt")
    assert choices._parts.isVisible()


def test_without_a_filter_all_rows_are_printed(qtbot, dressed, plan):
    made = Choices(plan, "")
    qtbot.addWidget(made)

    assert made._rows.count() == 1
    assert made.chosen().plan.items == plan.items


def test_the_matrix_alone_may_hold_names_in_its_cells(choices, qtbot, plan):
    choices.choose_report("gantt")
    assert not choices._cells.isVisible()
    assert choices.chosen().options.values["layout"] == "grid"

    choices.choose_report("rasic")
    assert choices._cells.isVisible()
    assert choices.chosen().options.values["layout"] == "grid"
    with qtbot.waitSignal(choices.changed):
        choices._cells.buttons["names"].click()
    chosen = choices.chosen()
    assert (chosen.options.values["layout"], chosen.options.paper, chosen.options.orientation) == (
        "names",
        "A4",
        "landscape",
    )
    letters = build("rasic", plan, ReportOptions("A4", "landscape"))
    assert build(chosen.report, chosen.plan, chosen.options).pages != letters.pages

    choices.choose_report("timetable")
    assert choices.chosen().options.values["layout"] == "grid"
