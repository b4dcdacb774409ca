import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from mkplanner.charts.palette import CONTRAST, DARK, LIGHT, contrast
from mkplanner.ui.look import icons, theme


def test_without_a_theme_colours_are_light_and_lengths_as_designed(qapp):
    assert theme.current() is LIGHT
    assert theme.news() is None
    assert (theme.px(28), theme.px(0.2), theme.px(0)) == (28, 1, 0)


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)])
def test_a_theme_dresses_the_whole_application(qapp, dressed, name, palette):
    dressed.dress(name, 100)

    assert theme.current() is palette
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == palette["base"]
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name().upper() == palette["text"]
    assert palette["accent"] in qapp.styleSheet()


def test_icons_take_the_colours_of_the_theme(dressed):
    dressed.dress("dark", 100)
    dark = icons.pixmap("undo", 20).toImage()
    dressed.dress("light", 100)

    assert icons.pixmap("undo", 20).toImage() != dark


def test_a_larger_text_makes_everything_larger(qapp, dressed):
    small = theme.px(28)
    dressed.dress("light", 150)

    assert theme.px(28) == pytest.approx(small * 1.5, abs=1)
    assert qapp.font().pointSizeF() == pytest.approx(dressed._points * 1.5)


def test_widgets_hear_of_a_new_theme(dressed, qtbot):
    with qtbot.waitSignal(dressed.changed):
        dressed.dress("dark", 110)


def test_every_pair_of_words_and_ground_can_be_read(dressed):
    for name in ("light", "dark", "contrast"):
        dressed.dress(name, 100)
        made = theme.qt_palette(theme.current())
        words = made.color(QPalette.ColorRole.Text).name()
        for ground in (QPalette.ColorRole.Base, QPalette.ColorRole.Window, QPalette.ColorRole.Highlight):
            assert contrast(words, made.color(ground).name()) >= 4.5


def test_before_the_whole_sheet_only_bars_and_buttons_are_dressed(qapp, qtbot):
    dressing = theme.install(qapp, "light", 100, whole=False)
    button, plain = QPushButton("Make"), QLabel("words")
    qtbot.addWidget(button)
    qtbot.addWidget(plain)
    theme.dress_early(button)

    assert qapp.styleSheet() == ""
    assert "QPushButton" in button.styleSheet()

    dressing.complete()

    assert "QComboBox" in qapp.styleSheet()
    assert button.styleSheet() == ""
    dressing.undress()


def test_fonts_of_the_design_follow_the_text_size(dressed):
    dressed.dress("light", 125)

    assert theme.font(20).pixelSize() == theme.px(20)
    assert theme.font(12, bold=True).weight() > theme.font(12).weight()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_words_in_an_empty_field_are_as_dark_as_the_palette_says(qtbot, dressed, name, kind):
    dressed.dress(name, 100)
    field = kind()
    field.setPlaceholderText("Anything worth keeping…")
    qtbot.addWidget(field)
    field.show()
    shown = field.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText)
    assert shown.getRgb() == theme.colour("text3").getRgb()
