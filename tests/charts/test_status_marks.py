import pytest

from mkplanner.charts import fonts
from mkplanner.charts.palette import STATUS_LETTERS
from mkplanner.charts.shapes import Box, Circle, Polygon, Text
from mkplanner.charts.status_marks import half_width, lozenge, lozenge_width, status_shape
from mkplanner.models.status import STYLES


def test_there_is_a_shape_for_every_status_of_the_model():
    assert {style.letter for style in STYLES.values()} == set(STATUS_LETTERS)


@pytest.mark.parametrize("letter", STATUS_LETTERS)
def test_every_status_has_a_figure_of_its_own_and_its_letter_in_the_middle(letter: str):
    figure, text = status_shape(letter, 50, 20, 7.2)
    assert text.words == letter
    assert text.x + fonts.width(letter, "bold", text.size) / 2 == pytest.approx(50)
    assert text.size == pytest.approx(9)
    outlines = {"G": Circle, "A": Polygon, "R": Box, "C": Polygon, "N": Circle, "S": Box}
    assert isinstance(figure, outlines[letter])
    assert (figure.fill, text.colour) == (f"status_{letter}_fill", f"status_{letter}_letter")


def test_triangle_and_hexagon_have_three_and_six_corners():
    assert len(status_shape("A", 0, 0, 7)[0].points) == 3
    assert len(status_shape("C", 0, 0, 7)[0].points) == 6


def test_only_what_has_not_started_or_rests_is_hollow():
    hollow = {letter for letter in STATUS_LETTERS if isinstance(status_shape(letter, 0, 0, 7)[0], Box | Circle)}
    assert {letter for letter in hollow if status_shape(letter, 0, 0, 7)[0].stroke} == {"N", "S"}


def test_letters_on_paper_are_never_below_eight_points():
    assert all(status_shape(letter, 0, 0, 6.4)[1].size >= 8 for letter in STATUS_LETTERS)


def test_a_councils_own_letter_keeps_the_shape_of_its_meaning():
    figure, text = status_shape("S", 0, 0, 7, letter="B")
    assert text.words == "B"
    assert isinstance(figure, Box)


@pytest.mark.parametrize("letter", STATUS_LETTERS)
@pytest.mark.parametrize("height", [18, 20, 30])
def test_a_lozenge_holds_shape_and_word_inside_its_rounded_frame(letter: str, height: int):
    shapes = lozenge(letter, "Not started", 100, 50, height)
    frame, text = shapes[0], shapes[-1]
    assert isinstance(frame, Box)
    assert isinstance(text, Text)
    assert frame.radius == pytest.approx(frame.rect.height / 2)
    assert frame.rect.right <= 100 + lozenge_width("Not started", height) + 0.01
    assert text.x + fonts.width(text.words, text.face, text.size) < frame.rect.right
    middle = 100 + 0.575 * height
    assert middle - half_width(letter, 0.36 * height) >= 100
