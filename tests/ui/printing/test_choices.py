from datetime import date

import pytest

from mkplanner.charts.formats import FORMATS
from mkplanner.charts.reports.chosen import OptionSet
from mkplanner.charts.reports.common_options import FILTER, LEGEND
from mkplanner.charts.reports.registry import REPORTS, build
from mkplanner.models.asking.query import Query, answer
from mkplanner.models.commands.settings import SetSetting
from mkplanner.ui.printing.choices import PRINT, Choices
from mkplanner.ui.printing.screen import screen_of
from tests.builders import written


@pytest.fixture
def choices(qtbot, dressed, plan):
    query = Query("audit")
    made = Choices(plan, screen_of(plan, query, answer(plan, query, date(2026, 11, 3))))
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_report_and_every_kind_of_file_is_offered(choices):
    offered = [choices._report.itemData(place) for place in range(choices._report.count())]
    kinds = [choices._make.itemData(place) for place in range(choices._make.count())]

    assert offered == list(REPORTS)
    assert kinds == [*FORMATS, PRINT]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_each_report_comes_on_its_usual_paper(choices, report):
    choices.choose_report(report.id)

    options = choices.chosen().options
    assert (options.paper, options.orientation) == report.usual(options)


@pytest.mark.parametrize("report", REPORTS)
def test_every_option_of_a_report_has_its_field_and_lays_the_pages_out_afresh(choices, qtbot, report):
    choices.choose_report(report)
    assert list(choices.panel.fields) == [option.key for option in REPORTS[report].options]

    for field in choices.panel.fields.values():
        with qtbot.waitSignal(choices.changed):
            field.changed.emit()


def test_the_rows_on_screen_are_proposed_but_not_kept(choices, plan):
    assert len(choices.chosen().plan.items) < len(plan.items)
    assert choices.chosen().options.of(FILTER) == ""
    assert choices.commands() == []

    choices.as_shown.box.click()
    assert choices.chosen().plan.items == plan.items


@pytest.mark.parametrize("report", ["board", "changes"])
def test_a_paper_that_counts_rows_takes_those_of_the_window_without_its_groups(qtbot, dressed, plan, report):
    query = Query("audit", group="owner")
    made = Choices(plan, screen_of(plan, query, answer(plan, query, date(2026, 11, 3))))
    qtbot.addWidget(made)
    made.choose_report(report)

    ungrouped = answer(plan, Query("audit"), date(2026, 11, 3)).lines
    assert list(made.chosen().plan.items) == [line.item.id for line in ungrouped]


def test_order_and_groups_of_the_window_leave_none_to_choose(qtbot, dressed, plan):
    query = Query(group="owner")
    made = Choices(plan, screen_of(plan, query, answer(plan, query, date(2026, 11, 3))))
    qtbot.addWidget(made)

    assert not made.panel.fields["group"].isEnabled()
    made.as_shown.box.click()
    assert made.panel.fields["group"].isEnabled()


def test_paper_chosen_by_hand_stays_and_is_kept(choices):
    choices.choose_report("gantt")
    assert "paper" not in choices.panel.record()
    choices.panel.fields["paper"]._segments.buttons["A4"].click()

    assert choices.panel.record()["paper"] == "A4"
    assert choices.chosen().options.paper == "A4"


def test_the_rasic_report_changes_its_paper_with_what_its_cells_hold(choices, qtbot, plan):
    choices.choose_report("rasic")
    layout = choices.panel.fields["layout"]
    layout.show_value("names")
    with qtbot.waitSignal(choices.changed):
        layout.changed.emit()

    chosen = choices.chosen()
    assert chosen.options.values["layout"] == "names"
    assert (chosen.options.paper, chosen.options.orientation) == REPORTS["rasic"].usual(chosen.options)
    assert build(chosen.report, chosen.plan, chosen.options).pages


def test_choices_for_a_report_come_back_when_it_is_chosen_again(choices):
    choices.choose_report("gantt")
    choices.panel.fields["legend"]._box.click()
    choices.choose_report("timetable")
    choices.choose_report("gantt")

    assert choices.chosen().options.of(LEGEND) is False


def test_the_last_choices_for_a_report_are_kept_with_the_plan(qtbot, dressed, plan):
    made = Choices(written(SetSetting("paper/gantt", {"legend": False}), plan=plan))
    qtbot.addWidget(made)
    made.choose_report("gantt")

    assert made.chosen().options.of(LEGEND) is False
    assert made.commands() == []
    made.panel.fields["legend"]._box.click()
    assert [command.name for command in made.commands()] == ["paper/gantt"]


def test_a_set_chooses_report_options_and_kind_of_file(choices, qtbot):
    with qtbot.waitSignal(choices.changed):
        choices.take_set(OptionSet("Pack", "gantt", {"legend": False, "paper": "A4"}, PRINT))  # held as is usual

    assert choices.chosen().report == "gantt"
    assert choices.option_set("Pack") == OptionSet(
        "Pack", "gantt", {"paper": "A4", "orientation": "landscape", "legend": False}, PRINT
    )


def test_a_set_whose_report_there_is_no_more_does_no_harm(choices):
    choices.take_set(OptionSet("Old", "opera", {"gilding": True}, ".gold"))

    assert choices.chosen().report in REPORTS


def test_appendix_and_marking_go_onto_the_page_and_are_kept_only_where_they_changed(choices, plan):
    choices.as_shown.box.click()
    choices._appendix.setText("Appendix Q")

    assert choices.chosen().plan.info.appendix == "Appendix Q"
    assert choices.chosen().plan.items is plan.items
    assert [command.values for command in choices.commands()] == [(("appendix", "Appendix Q"),)]
