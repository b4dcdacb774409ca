"""The verb `timeframe`."""

import json

from tests.cli.conftest import Run

KEYS = {"kind", "start", "end", "precision", "flags", "ambiguous", "notices"}


def test_words_are_read_as_json_and_in_plain_english(run: Run) -> None:
    record = json.loads(run("timeframe", "By 31 March 15 for historic services", "--json").stdout)
    assert set(record) >= KEYS
    assert (record["kind"], record["end"], record["start"]) == ("by-deadline", "2015-03-31", None)
    assert "31 March 2015" in run("timeframe", "By 31 March 15").stdout


def test_the_plans_years_decide_what_the_words_leave_open(run: Run) -> None:
    words = ("timeframe", "March 14 – June 14", "--start", "2014-03-01", "--end", "2015-12-31", "--json")
    record = json.loads(run(*words).stdout)
    assert (record["start"], record["end"]) == ("2014-03-01", "2014-06-30")


def test_there_is_one_answer_for_each_line_whatever_it_holds(run: Run) -> None:
    given = "\n".join(
        [
            '{"text": "June 2027", "plan_context": null}',
            '{"text": "\\ud800 May 2027", "plan_context": {"start": "2026-04-01", "end": "2028-03-31", "column": "Date"}}',
            '{"text": null}',
            '{"text": "Q2", "plan_context": {"start": "nonsense", "end": 7, "column": []}}',
            "not JSON at all",
            "[1]",
        ]
    )
    out = run("timeframe", "--lines", "-", given=given + "\n").stdout
    records = [json.loads(line) for line in out.splitlines()]
    assert len(records) == 6
    assert out.isascii()
    assert [record["kind"] for record in records[:2]] == ["month", "month"]
    assert all(set(record) >= KEYS for record in records)


def test_no_words_are_no_question(run: Run) -> None:
    assert "no words" in run("timeframe", status=1).stderr
