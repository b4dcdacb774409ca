import pytest

from mkplanner.charts.palette import CONTRAST, DARK, LIGHT, PAPER, STATUS_LETTERS, Palette, contrast

ALL = (LIGHT, DARK, CONTRAST, PAPER)
GROUNDS = ("base", "window", "raised", "header", "theme_row", "selection", "hover")
NOTES = ("tint_info", "tint_warn", "tint_error", "tint_ok")

each_palette = pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)


def weakest(palette: Palette, fronts: tuple[str, ...], grounds: tuple[str, ...]) -> tuple[float, str, str]:
    return min((contrast(palette[front], palette[ground]), front, ground) for front in fronts for ground in grounds)


def test_contrast_is_21_for_black_on_white_and_1_for_a_colour_on_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#13567C", "#13567C") == pytest.approx(1)


def test_every_palette_knows_the_same_tokens():
    assert {frozenset(palette.colours) for palette in ALL} == {frozenset(LIGHT.colours)}


def test_a_plain_colour_passes_through_and_an_unknown_token_is_refused():
    assert LIGHT["#123456"] == "#123456"
    with pytest.raises(KeyError):
        LIGHT["mauve"]


def test_a_palette_cannot_be_changed_in_place():
    with pytest.raises(TypeError):
        LIGHT.colours["mark"] = "#000000"  # type: ignore[index]


@each_palette
def test_every_word_reads_on_every_ground(palette: Palette):
    assert weakest(palette, ("text", "text2", "text3"), GROUNDS)[0] >= 4.5
    assert weakest(palette, ("text", "text2"), NOTES)[0] >= 4.5


@each_palette
def test_links_and_warnings_read_where_they_stand(palette: Palette):
    assert weakest(palette, ("link", "error", "warning"), ("base", "window", "raised"))[0] >= 4.5
    assert contrast(palette["warning"], palette["tint_warn"]) >= 4.5
    assert contrast(palette["error"], palette["tint_error"]) >= 4.5
    assert contrast(palette["accent_text"], palette["accent"]) >= 4.5
    assert contrast(palette["today_text"], palette["today"]) >= 4.5


@each_palette
def test_found_words_read_and_the_line_below_them_stands_out_on_every_row(palette: Palette):
    assert weakest(palette, ("text", "text2", "text3"), ("found",))[0] >= 4.5
    assert weakest(palette, ("found_line",), (*GROUNDS, "found", "mark_fill", "tint_info"))[0] >= 3


@each_palette
def test_every_mark_and_edge_stands_out_on_rows_selected_or_not(palette: Palette):
    assert weakest(palette, ("mark", "ghost", "arrow", "broken", "today", "edge", "focus"), GROUNDS)[0] >= 3
    assert contrast(palette["mark"], palette["mark_fill"]) >= 3
    assert contrast(palette["text"], palette["mark_fill"]) >= 4.5
    assert contrast(palette["mark_text"], palette["mark"]) >= 4.5


@each_palette
@pytest.mark.parametrize("letter", STATUS_LETTERS)
def test_status_letters_and_words_read_and_shapes_stand_out(palette: Palette, letter: str):
    def colour(part: str) -> str:
        return palette[f"status_{letter}_{part}"]

    assert contrast(colour("letter"), colour("fill")) >= 4.5
    assert contrast(colour("word"), colour("tint")) >= 4.5
    assert contrast(colour("edge"), palette["base"]) >= 3
    assert contrast(colour("edge"), palette["selection"]) >= 3


@pytest.mark.parametrize(
    ("front", "ground", "promised"),
    [
        ("text", "base", 16.1),
        ("text2", "base", 7.8),
        ("text3", "base", 6.3),
        ("text3", "selection", 4.9),
        ("edge", "base", 4.2),
        ("accent", "base", 7.9),
        ("mark", "mark_fill", 4.6),
        ("ghost", "base", 4.5),
        ("arrow", "base", 7.2),
        ("today", "base", 9.0),
        ("warning", "tint_warn", 5.2),
    ],
)
def test_the_light_palette_measures_what_the_design_promises(front: str, ground: str, promised: float):
    assert contrast(LIGHT[front], LIGHT[ground]) == pytest.approx(promised, abs=0.06)


def test_system_colours_replace_our_own_in_high_contrast():
    system = CONTRAST.with_colours("windows", base="#202020")
    assert system["base"] == "#202020"
    assert system["mark"] == CONTRAST["mark"]
    assert CONTRAST["base"] == "#000000"
