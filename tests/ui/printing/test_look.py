import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QColorDialog

from mkplanner.charts.reports.house import LARGEST, House
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.printing.look import LookDialog, smaller
from tests.builders import session_of


@pytest.fixture
def bridge(plan, qapp):
    session, _ = session_of(plan)
    return SessionBridge(session)


@pytest.fixture
def look(qtbot, dressed, bridge):
    made = LookDialog(None, bridge)
    qtbot.addWidget(made)
    return made


def crest(folder, width=600, height=200):
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("#1F3A7A"))
    path = folder / "crest.png"
    image.save(str(path))
    return str(path)


def test_nothing_changed_is_nothing_kept(look):
    assert look.commands() == ()


def test_colour_letters_and_logo_are_kept_as_one_step(look, bridge, tmp_path):
    look._colour.setCurrentIndex(look._colour.findData("plum"))
    look._letters.setCurrentIndex(look._letters.findData("dejavu"))
    look.take_logo(crest(tmp_path))
    look._alt.setText("Arms of Aldermere")
    look.accept()

    house = House.of(bridge.plan)
    assert (house.colour, house.letters) == ("#6A2459", "dejavu")
    assert (house.logo.alt, house.logo.width, house.logo.height) == ("Arms of Aldermere", 600, 200)
    assert bridge.undo_title == "Change the look of papers"
    bridge.undo()
    assert House.of(bridge.plan) == House()


def test_a_large_picture_is_drawn_smaller(qapp, tmp_path):
    data, size = smaller(QImage(crest(tmp_path, 3000, 1500)))

    assert (size.width(), size.height()) == (900, 450)
    assert len(data) <= LARGEST


def test_a_file_that_is_no_picture_is_refused_in_a_sentence(look, recorder, tmp_path):
    (tmp_path / "crest.png").write_text("no picture")
    look.take_logo(str(tmp_path / "crest.png"))

    assert "no picture" in str(recorder.errors[0])
    assert look.commands() == ()


@pytest.mark.parametrize(("colour", "kept"), [("#224466", True), ("#ffee66", False)])
def test_a_colour_of_ones_own_must_be_dark_enough(look, recorder, monkeypatch, colour, kept):
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor(colour))
    look._choose_colour()

    assert (look._colour.currentData() == colour.upper()) is kept
    assert bool(recorder.errors) is not kept


def test_a_logo_can_be_taken_away(look, bridge, tmp_path):
    look.take_logo(crest(tmp_path))
    look.accept()
    again = LookDialog(None, bridge)
    again._remove.click()
    again.accept()

    assert House.of(bridge.plan).logo is None
