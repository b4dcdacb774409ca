"""New plans, and plans from text."""

import json
from pathlib import Path

from tests.cli.conftest import Run, beside

TABLE = (
    "Action\tSub action\tAction by\tBy when\tProgress\n"
    "Agree one lettering of forms\tCollect what is in use\tNesta Prowse\tBy 31 May 2027\tComplete\n"
    "\tDraw one set\tHead of Legal\tJune 2027\t\n"
)


def test_a_new_plan_has_its_title_and_years_and_nothing_beside_it(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    path = folder / "audit.mkplan"
    run("new", path, "--title", "Audit plan", "--start", "2026-04-01", "--end", "2028-03-31")
    record = json.loads(run("show", path, "--json").stdout)
    assert (record["title"], record["start"], record["end"]) == ("Audit plan", "2026-04-01", "2028-03-31")
    assert record["items"] == []
    assert beside(path) == []


def test_a_table_becomes_a_plan_in_one_undo_step(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "table.txt"
    source.write_text(TABLE, encoding="utf-8")
    path = tmp_path / "forms.mkplan"
    told = run("import", source, "--to", path).stdout
    assert "1 action" in told
    assert "2 sub-actions" in told
    record = json.loads(run("show", path, "--json").stdout)
    action, first, second = record["items"]
    assert action["by_when"]["words"] is None
    assert (first["by_when"]["words"], first["owners"][0]["name"]) == ("By 31 May 2027", "Nesta Prowse")
    assert first["status"] == "complete"
    assert second["by_when"]["segments"][0]["end"] == "2027-06-30"
    labels = [change["label"] for change in json.loads(run("history", path, "--json").stdout)]
    assert len(labels) == 2


def test_years_given_count_only_where_the_plan_has_none(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "table.txt"
    source.write_text(TABLE, encoding="utf-8")
    path = tmp_path / "forms.mkplan"
    run("new", path, "--start", "2026-04-01", "--end", "2028-03-31")
    run("import", source, "--to", path, "--start", "2020-01-01", "--end", "2020-12-31")
    record = json.loads(run("show", path, "--json").stdout)
    assert (record["start"], record["end"]) == ("2026-04-01", "2028-03-31")


def test_what_was_understood_is_told_as_json_too(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "table.txt"
    source.write_text(TABLE, encoding="utf-8")
    (told,) = json.loads(run("import", source, "--to", tmp_path / "forms.mkplan", "--json").stdout)
    assert told["understood"] == {"action": 1, "sub_action": 2}
