import json
import os
import platform
import subprocess
import sys

import pytest

from mkplanner.models.store.presence import STALE, Presence, sweep

FIRST = "0123456789abcdef"


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "saltway.mkplan"
    path.write_bytes(b"a plan")
    return path


def beside(plan):
    return sorted(each.name for each in plan.parent.iterdir() if each != plan)


def put(plan, name=FIRST, age=0.0, **content):
    path = plan.with_name(f".~here.{plan.name}#{name}")
    path.write_text(json.dumps(content))
    then = path.stat().st_mtime - age
    os.utime(path, (then, then))
    return path


def test_two_windows_see_each_other_and_not_themselves(plan):
    one, two = Presence(plan, "HR Manager"), Presence(plan, "Audit Manager")
    assert one.refresh() == ()

    (seen,) = two.refresh()
    assert seen.who == "HR Manager"
    assert seen.host == platform.node()
    assert seen.since.endswith("+00:00")
    assert [each.who for each in one.refresh()] == ["Audit Manager"]


def test_who_leaves_leaves_nothing_behind(plan):
    one = Presence(plan, "HR Manager")
    one.refresh()
    assert len(beside(plan)) == 1

    one.leave()
    one.leave()
    assert beside(plan) == []


def test_a_round_that_ends_after_leaving_leaves_nothing_behind(plan):
    one = Presence(plan, "HR Manager")
    one.leave()
    one.refresh()

    assert beside(plan) == []


def test_the_file_of_a_killed_process_is_swept_at_once(plan):
    code = (
        "import sys; from pathlib import Path; from mkplanner.models.store.presence import Presence\n"
        "Presence(Path(sys.argv[1]), 'Payroll Lead').refresh(); print('here', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(plan)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "here\n"
        mine = Presence(plan, "HR Manager")
        assert [each.who for each in mine.refresh()] == ["Payroll Lead"]
        other.kill()
        other.wait()

    assert len(beside(plan)) == 2
    sweep(plan)
    assert len(beside(plan)) == 1
    assert mine.refresh() == ()


def test_another_computer_is_believed_for_ten_minutes(plan):
    put(plan, who="Audit Manager", host="DESK07", pid=1, since="", age=STALE - 60)
    gone = put(plan, "fedcba9876543210", who="Payroll Lead", host="DESK08", pid=1, since="", age=STALE + 60)

    assert [each.host for each in Presence(plan, "").refresh()] == ["DESK07"]
    assert not gone.exists()


def test_the_time_is_that_of_the_shared_place(plan, monkeypatch):
    put(plan, who="Audit Manager", host="DESK07", pid=1, since="")
    monkeypatch.setattr("time.time", lambda: 10_000_000_000.0)

    assert len(Presence(plan, "").refresh()) == 1


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff\xfe", b"{" * 5000, b'{"who": 7, "host": null}'])
def test_a_strange_file_is_no_trouble(plan, content):
    path = plan.with_name(f".~here.{plan.name}#{FIRST}")
    path.write_bytes(content)

    for seen in Presence(plan, "").refresh():
        assert (seen.who, seen.host) == ("", "")
    assert path.exists()
    os.utime(path, (0, 0))
    sweep(plan)
    assert not path.exists()


def test_names_of_others_stand_on_one_line(plan):
    put(plan, who="HR\nManager\u202e" + "x" * 500, host="DESK07", pid=1, since="")

    (seen,) = Presence(plan, "").refresh()
    assert seen.who.startswith("HRManagerx")
    assert len(seen.who) == 80


def test_files_of_other_plans_are_left_alone(plan):
    other = plan.with_name("other.mkplan")
    Presence(other, "HR Manager").refresh()

    assert Presence(plan, "").refresh() == ()
    sweep(plan)
    assert len([name for name in beside(plan) if "other.mkplan#" in name]) == 1


def test_a_folder_that_is_gone_is_no_trouble(tmp_path):
    one = Presence(tmp_path / "gone" / "saltway.mkplan", "HR Manager")

    assert one.refresh() == ()
    one.leave()
