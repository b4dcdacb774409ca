import logging

from mkplanner.logs import FILE_NAME, LARGEST, log_folder, start_log, turn_over


def test_what_is_logged_is_in_the_file():
    path = start_log()

    logging.getLogger("mkplanner.sample").warning("the share has gone")

    assert path == log_folder() / FILE_NAME
    assert "WARNING mkplanner.sample: the share has gone" in path.read_text("utf-8")


def test_starting_twice_writes_each_line_once():
    start_log()
    path = start_log()

    logging.getLogger("mkplanner.sample").warning("once")

    assert path.read_text("utf-8").count("once") == 1


def test_a_grown_log_is_turned_over_and_the_oldest_goes(tmp_path):
    path = tmp_path / FILE_NAME
    for turn in range(6):
        path.write_text(f"{turn}" * LARGEST, "utf-8")
        turn_over(path)

    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == [f"{FILE_NAME}.1", f"{FILE_NAME}.2", f"{FILE_NAME}.3"]
    assert (tmp_path / f"{FILE_NAME}.1").read_text("utf-8")[0] == "5"


def test_a_small_log_is_left_alone(tmp_path):
    path = tmp_path / FILE_NAME
    path.write_text("a line\n", "utf-8")

    turn_over(path)

    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


def test_without_a_place_to_write_the_program_goes_on(monkeypatch, tmp_path, capsys):
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    monkeypatch.setenv("MKPLANNER_PROFILE", str(blocked))

    assert start_log() is None
    assert "log cannot be written" in capsys.readouterr().err
