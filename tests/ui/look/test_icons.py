import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QToolButton

from mkplanner.charts.palette import DARK, LIGHT
from mkplanner.paths import resource_folder
from mkplanner.ui.look import icons

WANTED = set(
    "new open paste-table undo redo action sub-action indent outdent link zoom-in zoom-out whole-plan today timetable "
    "rasic filter export-pdf help pin folder plan person people calendar add delete move-up move-down info warning error "
    "tick close chevron-right chevron-down history edit save word table search settings updates".split()
)


def inked(image: QImage) -> list[QColor]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [colour for x, y in places if (colour := image.pixelColor(x, y)).alpha() > 0]


def test_every_icon_the_window_asks_for_is_there():
    assert set(icons.names()) >= WANTED


@pytest.mark.parametrize("name", icons.names())
@pytest.mark.parametrize("size", icons.SIZES)
def test_every_icon_draws_something_and_nothing_is_cut_off(qapp, name: str, size: int):
    image = icons.pixmap(name, size).toImage()
    marked = inked(image)
    assert 8 < len(marked) < 0.75 * size * size
    edge = [(x, y) for x in range(size) for y in (0, size - 1)] + [(x, y) for y in range(size) for x in (0, size - 1)]
    assert all(image.pixelColor(x, y).alpha() < 100 for x, y in edge)


@pytest.mark.parametrize("path", sorted((resource_folder() / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_icons_keep_to_one_grid_one_stroke_and_one_colour(path: Path):
    if path.stem == icons.APPLICATION:
        return
    text = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke-width="1.5"' in text
    assert 'fill="none"' in text
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b", text)


def test_icons_take_the_colour_of_words_and_are_grey_while_disabled(qapp):
    picture = icons.icon("add").pixmap(QSize(20, 20), 1.0)
    assert picture.toImage().pixelColor(10, 10).name().upper() == LIGHT["text"]
    grey = icons.icon("add").pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled)
    assert grey.toImage().pixelColor(10, 10).name().upper() == LIGHT["disabled"]


@pytest.fixture
def usual_look():
    yield
    icons.use_palette(LIGHT)


def test_icons_follow_the_theme_and_the_text_size(qapp, usual_look):
    icons.use_palette(DARK, 1.5)
    assert icons.pixmap("add", 20).toImage().pixelColor(10, 10).name().upper() == DARK["text"]
    assert icons.icon("add").pixmap(QSize(99, 99), 1.0).size() == QSize(30, 30)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_at_the_size_and_for_the_screen_that_asks(qapp, ratio: float):
    picture = icons.icon("add").pixmap(QSize(17, 22), ratio)
    assert picture.size() == QSize(round(17 * ratio), round(17 * ratio))
    assert picture.devicePixelRatio() == ratio


def test_an_icon_stands_in_the_middle_of_its_place_and_is_never_larger_than_drawn(qapp):
    paper = QImage(60, 40, QImage.Format.Format_ARGB32)
    paper.fill(0)
    painter = QPainter(paper)
    icons.icon("add").paint(painter, paper.rect())
    painter.end()
    places = [(x, y) for x in range(60) for y in range(40) if paper.pixelColor(x, y).alpha()]
    assert min(x for x, _ in places) >= 20 and max(x for x, _ in places) < 40
    assert min(y for _, y in places) >= 10 and max(y for _, y in places) < 30


def test_nothing_is_drawn_before_an_icon_is_seen(qapp, monkeypatch: pytest.MonkeyPatch):
    drawn: list[str] = []
    drawing = icons._drawing
    monkeypatch.setattr(icons, "_drawing", lambda name, *rest: drawn.append(name) or drawing(name, *rest))
    icons._icon.cache_clear()
    button = QToolButton()
    button.setIcon(icons.icon("link"))
    assert not drawn
    button.grab()
    assert set(drawn) == {"link"}


def test_an_icon_on_a_pressed_button_takes_the_colour_of_its_ground(qapp):
    pressed = icons.icon("add", checked="accent_text").pixmap(QSize(20, 20), 1.0, QIcon.Mode.Normal, QIcon.State.On)
    assert pressed.toImage().pixelColor(10, 10).name().upper() == LIGHT["accent_text"]


def test_the_programs_own_sign_keeps_its_colours_at_every_size(qapp):
    for size in (16, 32, 256):
        image = icons.application_icon().pixmap(QSize(size, size), 1.0).toImage()
        assert image.pixelColor(size // 2, size // 10).name().upper() == LIGHT["mark"]


def test_a_name_without_a_drawing_is_refused(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("unicorn")
