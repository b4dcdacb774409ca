from PySide6.QtCore import QMimeData, QUrl

from mkplanner.ui.importing.drops import plan_in, readable, text_file_in


def test_the_first_plan_among_several_files_counts(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.txt", "b.MKPLAN", "c.mkplan")])

    assert plan_in(data) == tmp_path / "b.MKPLAN"
    assert text_file_in(data) == tmp_path / "a.txt"


def test_addresses_of_the_web_are_no_files():
    data = QMimeData()
    data.setUrls([QUrl("https://council.example/plan.mkplan")])

    assert plan_in(data) is None
    assert not readable(data)


def test_words_are_readable_and_blanks_are_not():
    words, blank = QMimeData(), QMimeData()
    words.setText("Action\tBy when")
    blank.setText(" \n")

    assert readable(words)
    assert not readable(blank)
