import pytest

from mkplanner.charts import fonts
from mkplanner.charts.rasic_tokens import PITCH, TOKEN_PAPER, token, tokens, tokens_width
from mkplanner.charts.shapes import Box, Circle, Text
from mkplanner.models.rasic.letters import LETTERS


def signature(letter: str) -> tuple:
    frame, text = token(letter, 50, 50)
    return type(frame), frame.fill, frame.stroke, round(frame.width, 1), bool(frame.dash), text.face


def test_no_two_letters_have_the_same_frame():
    assert len({signature(letter) for letter in LETTERS}) == len(LETTERS)


def test_frames_follow_the_weight_of_the_part():
    assert token("A", 0, 0)[0].fill == "mark"
    assert token("R", 0, 0)[0].width == 2
    assert token("S", 0, 0)[0].fill == "mark_fill"
    assert isinstance(token("C", 0, 0)[0], Circle)
    assert token("I", 0, 0)[0].dash


def test_an_inherited_letter_is_italic_without_a_frame():
    (text,) = token("C", 50, 50, inherited=True)
    assert (text.face, text.colour) == ("italic", "text3")


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("size", [20.0, TOKEN_PAPER, 40.0])
def test_a_token_stays_inside_its_square(letter: str, size: float):
    frame, text = token(letter, 50, 50, size)
    half = frame.rect.width / 2 if isinstance(frame, Box) else frame.radius
    assert half + frame.width / 2 <= size / 2 + 0.05 * size
    assert text.x + fonts.width(letter, text.face, text.size) / 2 == pytest.approx(50)


def test_two_letters_stand_side_by_side_about_the_middle_of_the_cell():
    first, _, second, _ = tokens("AR", 100, 20)
    assert second.rect.x + second.rect.width / 2 - (first.rect.x + first.rect.width / 2) == pytest.approx(20 * PITCH)
    assert (first.rect.x + second.rect.right) / 2 == pytest.approx(100, abs=1)


def test_many_letters_shrink_to_the_room_there_is():
    shapes = tokens("ARSIC", 26, 15, room=48)
    frames = [shape for shape in shapes if isinstance(shape, Box)]
    assert min(frame.rect.x for frame in frames) >= 2
    assert tokens_width("ARSIC") > 48


def test_a_qualifier_stands_below_the_token_and_never_runs_over():
    text = tokens("S", 26, 15, qualifier="telephones and letters", room=48)[-1]
    assert isinstance(text, Text)
    assert text.words.endswith("…")
    assert fonts.width(text.words, text.face, text.size) <= 48
    assert text.y > 20


def test_an_empty_cell_draws_nothing():
    assert tokens("", 26, 15) == ()
    assert tokens_width("") == 0


def test_the_frame_follows_the_meaning_and_the_letter_the_plans_set():
    driver = token("R", 50, 50, key="D")
    assert driver[0] == token("R", 50, 50)[0]
    assert driver[-1].words == "D"
    assert [shape.words for shape in tokens("AO", 50, 50, keys={"O": "S"}) if isinstance(shape, Text)] == ["A", "S"]


def test_letters_of_other_sets_have_frames_of_their_own():
    frames = {letter: token(letter, 50, 50)[:-1] for letter in "ARSICVO"}
    assert len(set(frames.values())) == len(frames)
