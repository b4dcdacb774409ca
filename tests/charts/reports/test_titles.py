from mkplanner.charts.reports.registry import REPORTS
from mkplanner.charts.reports.titles import TITLES


def test_every_report_goes_by_its_title_in_the_order_of_the_menu():
    assert {report.id: report.title for report in REPORTS.values()} == TITLES
    assert list(REPORTS) == list(TITLES)
