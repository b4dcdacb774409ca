from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.charts.marks.marks import MarkLayout, Part, marks_for
from mkplanner.charts.marks.metrics import PAPER, SCREEN, RowGeometry
from mkplanner.charts.shapes import Box, Fade, Hatch, Line, Polygon, Text
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.models.timeframes.timeframe import Flags, Kind, Precision, Recurrence, Segment, Timeframe

SCALE = Timescale(date(2025, 4, 1), 1.0)
VISIBLE = (0.0, 548.0)
ROW = RowGeometry(100, 23)
MARCH = date(2026, 3, 31)


def timeframe(*segments: Segment, words: str = "some words") -> Timeframe:
    return Timeframe(words, segments)


def lay(*segments: Segment, row: RowGeometry = ROW, words: str = "some words", **options) -> MarkLayout:
    return marks_for(timeframe(*segments, words=words), SCALE, row, **({"visible": VISIBLE} | options))


def of(layout: MarkLayout, kind: type) -> list:
    return [shape for shape in layout.shapes if isinstance(shape, kind)]


def labels(layout: MarkLayout) -> list[str]:
    return [shape.words for shape in of(layout, Text)]


def bar(start: date = date(2025, 10, 1), end: date = MARCH, **more) -> Segment:
    return Segment(Kind.RANGE, start, end, Precision.DAY, **more)


def deadline(end: date = MARCH, **more) -> Segment:
    return Segment(Kind.BY_DEADLINE, None, end, Precision.DAY, **more)


def test_a_range_is_a_bar_from_its_first_to_its_last_day_inclusive():
    (box,) = of(lay(bar()), Box)
    assert (box.rect.x, box.rect.right) == SCALE.span(date(2025, 10, 1), MARCH)
    assert box.rect.middle == ROW.middle
    assert (box.fill, box.stroke, box.dash) == ("mark_fill", "mark", ())


def test_the_finished_share_of_a_bar_is_solid_from_the_left():
    whole, part = of(lay(bar(), done=25), Box)
    assert part.rect.x == whole.rect.x
    assert part.rect.width == pytest.approx(whole.rect.width / 4)
    assert part.fill == "mark"


def test_a_deadline_is_a_diamond_in_the_middle_of_its_day_with_a_lead_in_from_the_left():
    layout = lay(deadline())
    (diamond,) = of(layout, Polygon)
    (lead,) = of(layout, Fade)
    xs = [x for x, _ in diamond.points]
    assert (min(xs) + max(xs)) / 2 == SCALE.middle_x(MARCH)
    assert (max(xs) - min(xs)) / 2 == pytest.approx(0.54 * 12)
    assert lead.left == 0
    assert lead.right == pytest.approx(0.62)
    assert lead.rect.right == SCALE.middle_x(MARCH)
    assert labels(layout) == ["31 Mar"]


def test_a_single_day_is_a_diamond_alone():
    layout = lay(Segment(Kind.POINT, MARCH, MARCH, Precision.DAY))
    assert len(of(layout, Polygon)) == 1
    assert not of(layout, Fade)


@pytest.mark.parametrize("kind", [Kind.MONTH, Kind.QUARTER, Kind.HALF_YEAR, Kind.SEASON, Kind.YEAR])
def test_a_month_quarter_season_or_year_has_soft_ends_and_dotted_nominal_days(kind: Kind):
    layout = lay(Segment(kind, date(2025, 9, 1), date(2025, 11, 30), Precision.SEASON))
    fades, ticks = of(layout, Fade), of(layout, Line)
    x0, x1 = SCALE.span(date(2025, 9, 1), date(2025, 11, 30))
    assert min(fade.rect.x for fade in fades) == pytest.approx(x0 - 7)
    assert max(fade.rect.right for fade in fades) == pytest.approx(x1 + 7)
    assert [line.x1 for line in ticks] == [x0, x1]
    assert all(line.dash for line in ticks)


def test_no_end_is_an_arrow_at_the_edge_of_what_is_visible():
    for x1 in (300.0, 548.0):
        (arrow,) = of(lay(Segment(Kind.OPEN_ENDED_FROM, date(2025, 6, 1)), visible=(0, x1)), Polygon)
        assert max(x for x, _ in arrow.points) == x1 - 3
        assert min(x for x, _ in arrow.points) == SCALE.x(date(2025, 6, 1))


def test_ongoing_without_any_day_fills_the_chart():
    (arrow,) = of(lay(Segment(Kind.ONGOING, flags=Flags(ongoing=True))), Polygon)
    assert min(x for x, _ in arrow.points) == 1
    assert max(x for x, _ in arrow.points) == 545


def test_a_rhythm_is_small_diamonds_on_a_dotted_line_in_the_months_it_names():
    layout = lay(
        Segment(Kind.RECURRING, date(2025, 7, 1), None, Precision.MONTH, recurrence=Recurrence("quarterly")), status="A"
    )
    days = [SCALE.day(sum(x for x, _ in shape.points) / 4) for shape in of(layout, Polygon)[:5]]
    assert days == [
        date(2025, 7, 15),
        date(2025, 10, 15),
        date(2026, 1, 15),
        date(2026, 4, 15),
        date(2026, 7, 15),
    ]
    assert of(layout, Line)[0].dash


def test_a_condition_is_hatched_with_a_dashed_outline_and_a_revision_with_a_solid_one():
    doubtful = lay(bar(flags=Flags(conditional=True)))
    revised = lay(bar(), original=timeframe(bar(end=date(2025, 12, 31))))
    assert of(doubtful, Hatch)
    assert of(revised, Hatch)
    assert [box.dash for box in of(doubtful, Box) if box.stroke == "mark"] == [SCREEN.dash]
    assert [box.dash for box in of(revised, Box) if box.stroke == "mark"] == [()]


def test_a_provisional_deadline_is_a_hatched_diamond_with_its_condition_beside_it():
    layout = lay(deadline(date(2025, 9, 30), condition="(if the trial continues)"))
    assert of(layout, Hatch)
    assert of(layout, Polygon)[-1].dash
    assert labels(layout) == ["30 Sep, if the trial continues"]


def test_a_revised_deadline_keeps_its_original_as_a_dashed_hollow_diamond_joined_by_the_lead_in():
    layout = lay(deadline(date(2025, 12, 15)), original=timeframe(deadline(date(2025, 9, 30))))
    (ghost,) = (shape for shape in of(layout, Polygon) if shape.stroke == "ghost")
    (lead,) = of(layout, Fade)
    assert ghost.fill == "base"
    assert ghost.dash
    middle = sum(x for x, _ in ghost.points) / 4
    assert middle == pytest.approx(SCALE.middle_x(date(2025, 9, 30)))
    assert lead.rect.x < middle < lead.rect.right
    assert labels(layout) == ["15 Dec, was 30 Sep"]


def test_a_revised_bar_keeps_its_original_below_it_where_it_cannot_be_hidden():
    layout = lay(bar(), original=timeframe(bar(end=date(2025, 12, 31))))
    (ghost,) = (box for box in of(layout, Box) if box.stroke == "ghost")
    today = max((box for box in of(layout, Box) if box.stroke == "mark"), key=lambda box: box.rect.width)
    assert ghost.rect.bottom > today.rect.bottom
    assert ghost.rect.right == SCALE.end_x(date(2025, 12, 31))


def test_the_same_dates_in_other_words_are_no_revision():
    assert not of(lay(bar(), original=timeframe(bar())), Hatch)


def test_complete_work_is_solid_with_a_tick_and_the_letter_after_it():
    layout = lay(bar(date(2025, 4, 1), date(2025, 6, 30)), complete=True)
    ticks = [shape for shape in of(layout, Polygon) if not shape.closed]
    assert of(layout, Box)[0].fill == "mark"
    assert len(ticks) == 1
    assert labels(layout) == ["C"]


@pytest.mark.parametrize(("status", "shown"), [("A", True), ("R", True), ("C", True), ("G", False), ("N", False)])
def test_only_trouble_and_completion_put_their_sign_after_the_mark(status: str, shown: bool):
    layout = lay(bar(), status=status)
    assert (status in labels(layout)) is shown


def test_the_status_stands_two_pixels_clear_of_the_mark():
    layout = lay(bar(), status="R")
    square = of(layout, Box)[-1]
    assert square.rect.x == pytest.approx(SCALE.end_x(MARCH) + 2)


def test_the_status_of_what_has_no_end_leaves_the_head_of_the_arrow_free():
    layout = lay(Segment(Kind.ONGOING, flags=Flags(ongoing=True)), status="A")
    tip = max(x for shape in of(layout, Polygon) for x, _ in shape.points)
    letter = next(shape for shape in of(layout, Text) if shape.words == "A")

    assert letter.x < tip - SCREEN.head * SCREEN.height - SCREEN.status


def test_the_label_of_what_has_no_end_begins_at_its_left_however_much_is_done():
    new = Segment(Kind.ONGOING, date(2025, 5, 1), None, flags=Flags(ongoing=True), label="new services")
    layout = lay(deadline(label="existing services"), new, words="By March\nOngoing", done=60)
    label = next(shape for shape in of(layout, Text) if shape.words == "new services")

    assert label.x < SCALE.x(date(2025, 5, 1)) + SCREEN.height


def test_words_without_a_date_have_no_mark_and_say_so():
    layout = lay(Segment(Kind.RELATIVE), words="Once the branding is agreed")
    assert layout.shapes == ()
    assert layout.words == "no date"
    assert (layout.start, layout.end) == (None, None)


def test_each_of_several_segments_stands_on_the_line_of_its_own_words():
    row = RowGeometry(100, 53, 15, ((104, 134), (134, 149)))
    layout = lay(
        deadline(date(2025, 12, 31), label="existing services"),
        Segment(Kind.OPEN_ENDED_FROM, date(2026, 1, 1), label="new services"),
        row=row,
        words="By 31 Dec 25 for existing services\nOngoing for new services",
    )
    assert layout.start[1] == 119
    assert layout.end[1] == pytest.approx(141.5)
    assert sorted(labels(layout)) == ["existing services", "new services"]


def test_segments_on_one_line_of_words_share_a_line_only_while_they_do_not_collide():
    apart = lay(bar(end=date(2025, 11, 30)), bar(start=date(2026, 1, 1)), row=RowGeometry(100, 38))
    across = lay(bar(end=date(2026, 1, 31)), bar(start=date(2026, 1, 1)), row=RowGeometry(100, 38))
    assert len({box.rect.y for box in of(apart, Box)}) == 1
    assert len({box.rect.y for box in of(across, Box)}) == 2


def test_marks_on_tight_lines_become_lower_and_do_not_touch():
    boxes = of(lay(bar(), bar(start=date(2025, 11, 1)), words="one\nother"), Box)
    assert boxes[0].rect.bottom < boxes[1].rect.y


@given(st.dates(date(2025, 4, 1), date(2026, 9, 30)), st.sampled_from([SCREEN, PAPER]))
def test_labels_stay_inside_the_chart(day: date, metrics):
    layout = lay(deadline(day, condition="if the partner councils agree"), metrics=metrics, measure=_six_a_letter)
    for text in of(layout, Text):
        assert text.x >= VISIBLE[0]
        assert text.x + _six_a_letter(text.words, text.face, text.size) <= VISIBLE[1]


def _six_a_letter(words: str, face: str, size: float) -> float:
    return 6.0 * len(words)


def test_on_paper_nothing_is_drawn_outside_the_visible_stretch():
    long = bar(date(2024, 1, 1), date(2028, 1, 1))
    for segment in (long, replace(long, kind=Kind.YEAR), replace(long, flags=Flags(conditional=True))):
        layout = lay(segment, metrics=PAPER, visible=(100.0, 300.0), done=30)
        for shape in of(layout, Box) + of(layout, Fade):
            assert shape.rect.x >= 100
            assert shape.rect.right <= 300


def test_a_bar_that_goes_on_beyond_the_page_has_no_outline_there():
    layout = lay(bar(date(2025, 6, 1), date(2027, 1, 1)), metrics=PAPER)
    (outline,) = of(layout, Polygon)
    assert not outline.closed
    assert outline.points[0][0] == outline.points[-1][0] == VISIBLE[1]


def test_a_single_day_on_a_chart_of_years_is_still_wide_enough_to_see():
    layout = marks_for(
        timeframe(bar(date(2025, 10, 1), date(2025, 10, 2))), Timescale(date(2020, 1, 1), 0.05), ROW, visible=VISIBLE
    )
    assert of(layout, Box)[0].rect.width == pytest.approx(SCREEN.least)


def test_a_bar_is_taken_by_its_edges_and_its_body_and_a_deadline_by_its_diamond():
    layout = lay(bar())
    x0, x1 = SCALE.span(date(2025, 10, 1), MARCH)
    assert layout.hit_at(x0 + 1, ROW.middle).part is Part.START
    assert layout.hit_at(x1 - 1, ROW.middle).part is Part.END
    assert layout.hit_at((x0 + x1) / 2, ROW.middle).part is Part.BODY
    assert layout.hit_at(x0 - 20, ROW.middle) is None
    due = lay(bar(end=date(2025, 10, 30)), deadline())
    assert due.hit_at(SCALE.middle_x(MARCH), ROW.middle).segment == 1


def test_marks_speak():
    assert lay(bar(), done=25, status="A").words == "1 October 2025 to 31 March 2026, 25 % complete, at risk"
    revised = lay(deadline(date(2025, 12, 15)), original=timeframe(deadline(date(2025, 9, 30))), status="R")
    assert revised.words == "by 15 December 2025, was by 30 September 2025, late"
    assert lay(Segment(Kind.ONGOING)).words == "ongoing"


def test_marks_grow_with_the_type():
    (box,) = of(lay(bar(), metrics=SCREEN.scaled(1.5)), Box)
    assert box.rect.height == 18
    assert box.width == SCREEN.outline


@given(
    st.sampled_from(list(Kind)),
    st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2200, 1, 1))),
    st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2200, 1, 1))),
    st.sampled_from(["weekly", "every 4 years", "quarterly", "whenever"]),
    st.floats(0.02, 48),
    st.booleans(),
)
def test_any_segment_whatever_was_read_can_be_laid_out(kind, start, end, rhythm, width, complete):
    segment = Segment(kind, start, end, Precision.DAY, recurrence=Recurrence(rhythm))
    original = timeframe(deadline())
    layout = marks_for(
        timeframe(segment), Timescale(date(2025, 4, 1), width), ROW, visible=VISIBLE, status="A", complete=complete,
        original=original,
    )  # fmt: skip
    assert layout.words
    assert all(-1e5 < shape.rect.x < 1e5 for shape in of(layout, Box))
