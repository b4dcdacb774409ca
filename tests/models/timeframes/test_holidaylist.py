import os
import subprocess
import sys

from mkplanner.models.timeframes.holidaylist import NATIONS, YEARS, in_year, lines, worked_out
from mkplanner.paths import resource


def test_the_list_is_what_the_library_works_out():
    kept = resource("holidays/bank_holidays.txt").read_text(encoding="utf-8").splitlines()

    assert kept == list(lines()), "another release of the library? write the list afresh: holidaylist.write_list()"


def test_each_nation_reads_its_own_days_out_of_the_list():
    for nation in NATIONS:
        for year in (YEARS[0], 2022, 2026, YEARS[-1]):
            assert in_year(nation, year) == worked_out(nation, year)


def test_a_year_that_is_not_listed_comes_from_the_library():
    assert in_year("SCT", 1999) == worked_out("SCT", 1999) != {}


def test_a_listed_year_is_told_without_loading_the_library(checkout):
    question = (
        "import sys; from mkplanner.models.timeframes.holidays import bank_holidays; bank_holidays('scotland', 2026);"
        "print(sorted({'holidays', 'dateutil'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", question], cwd=checkout, env=dict(os.environ), capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]", done.stderr
