from datetime import date

import pytest

from mkplanner.charts.reports.common_options import FILTER, FROM, GREY, GROUP, PAPER, STATUS, TILES, TO
from mkplanner.charts.reports.registry import REPORTS
from mkplanner.ui.printing.option_fields import field_for

OPTIONS = {f"{report.id} {option.key}": option for report in REPORTS.values() for option in report.options}


@pytest.mark.parametrize("option", OPTIONS.values(), ids=OPTIONS)
def test_every_option_of_every_report_has_a_field_that_shows_its_value(qtbot, dressed, option):
    field = field_for(option)
    qtbot.addWidget(field)
    field.show_value(option.default)

    if option.default != "" or option is FILTER:
        assert field.value() == option.default


@pytest.mark.parametrize(
    ("option", "value"),
    [(GREY, True), (PAPER, "A3"), (TILES, 3), (GROUP, "status"), (STATUS, ("at-risk", "late")), (FILTER, "audit")],
    ids=lambda one: getattr(one, "key", ""),
)
def test_a_value_shown_is_the_value_chosen_and_nobody_is_told(qtbot, dressed, option, value):
    field = field_for(option)
    qtbot.addWidget(field)
    heard = []
    field.changed.connect(lambda: heard.append(1))
    field.show_value(value)

    assert field.value() == value
    assert heard == []


def test_a_day_is_written_in_words_and_an_end_takes_the_last_one(qtbot, dressed):
    first, last = field_for(FROM), field_for(TO)
    for field in (first, last):
        qtbot.addWidget(field)
        qtbot.keyClicks(field._line, "April 2026")

    assert (first.value(), last.value()) == (date(2026, 4, 1), date(2026, 4, 30))
    assert first._line.toolTip() == "1 April 2026"


def test_what_is_no_day_is_marked_and_chooses_nothing(qtbot, dressed):
    field = field_for(FROM)
    qtbot.addWidget(field)
    qtbot.keyClicks(field._line, "soonish")

    assert field.value() is None
    assert field._line.toolTip() == "Not read as a day."


def test_ticks_say_what_is_chosen(qtbot, dressed):
    field = field_for(STATUS)
    qtbot.addWidget(field)
    field.show_value(())
    assert field._button.text().strip() == "Every one"
    field._ticks["late"].trigger()
    assert (field._button.text().strip(), field.value()) == ("Late", ("late",))
