"""The look of a council's papers."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mkplanner.charts.palette import PAPER, contrast
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.house import COLOUR, COLOURS, LARGEST, LETTERS, LOGO, House, Logo, is_readable, mixed
from mkplanner.charts.reports.registry import REPORTS, build, write_pdf
from mkplanner.charts.shapes import Bitmap, Text
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.plan import Plan
from tests.builders import example_plan, written
from tests.charts.paper import good, nodes
from tests.charts.plan_maker import TODAY


def picture(size: tuple[int, int] = (300, 100), kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", size, (20, 60, 120, 128) if kind == "PNG" else (20, 60, 120)).save(
        out, kind
    )
    return out.getvalue()


CREST = Logo(picture(), 300, 100, "Arms of Aldermere")


def looking(**settings: object) -> Plan:
    plan = example_plan()
    for name, value in settings.items():
        plan = written(SetSetting(f"look/{name}", value), plan=plan)
    return plan


def test_colours_are_mixed_by_their_shares() -> None:
    assert mixed("#000000", "#FFFFFF", 0.25) == "#BFBFBF"
    assert mixed("#102030", "#FFFFFF", 1) == "#102030"


def test_without_a_wish_papers_are_in_our_colours() -> None:
    assert House.of(example_plan()) == House()
    assert House().palette is PAPER


@pytest.mark.parametrize("key", COLOURS)
def test_every_house_colour_can_be_read_and_its_bars_be_told_from_their_light_part(key: str) -> None:
    palette = House.of(looking(colour=key)).palette
    assert contrast(palette["accent"], "#FFFFFF") >= 4.5
    assert contrast(palette["mark"], palette["mark_fill"]) >= 3.3
    assert contrast(palette["text"], palette["mark_fill"]) >= 4.5
    assert palette["mark_fill"] != "#FFFFFF"


@pytest.mark.parametrize("colour", ["#FFEE00", "yellow", "", "#12345", 7])
def test_a_colour_that_cannot_be_read_is_left_out(colour: object) -> None:
    assert House.of(looking(colour=colour)).palette is PAPER
    assert not is_readable(str(colour))


def test_other_letters_are_measured_and_drawn_alike() -> None:
    usual = build("timetable", example_plan(), ReportOptions(today=TODAY))
    wide = build("timetable", looking(letters="dejavu"), ReportOptions(today=TODAY))
    faces = {
        shape.face for page in wide.pages for part in page.content for shape in part.shapes if isinstance(shape, Text)
    }
    assert faces == {"symbols", "symbols-bold"}
    assert len(wide.pages) >= len(usual.pages)
    assert build("timetable", example_plan(), ReportOptions(today=TODAY)).pages == usual.pages or len(usual.pages) > 0


def test_a_logo_stands_on_the_first_page_with_words_for_those_who_cannot_see_it() -> None:
    document = build("timetable", looking(logo=CREST.record()), ReportOptions(today=TODAY))
    shown = [
        number
        for number, page in enumerate(document.pages)
        for part in page.content
        for shape in part.shapes
        if isinstance(shape, Bitmap)
    ]
    assert shown == [0]
    assert nodes(document.root, "Figure")[0].alt == "Arms of Aldermere"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("report", REPORTS)
def test_papers_in_house_look_are_without_a_fault(report: str, kind: str, tmp_path: Path) -> None:
    logo = Logo(picture((80, 200), kind), 80, 200)
    plan = looking(colour="plum", letters="dejavu", logo=logo.record())
    write_pdf(report, plan, ReportOptions(today=TODAY, values={"archive": True}), tmp_path / "paper.pdf")
    good(tmp_path / "paper.pdf")


@pytest.mark.parametrize(
    "record",
    [
        {"data": "no base64!", "width": 1, "height": 1},
        {"data": b64encode(b"GIF89a").decode(), "width": 1, "height": 1},
        {"data": b64encode(picture() + bytes(LARGEST)).decode(), "width": 300, "height": 100},
        {"data": CREST.record()["data"], "width": 0, "height": 100},
        {"width": 1},
        "words",
    ],
)
def test_a_damaged_logo_is_left_out(record: object) -> None:
    assert House.of(looking(logo=record)).logo is None


def test_names_of_settings_are_as_the_plan_keeps_them() -> None:
    assert (COLOUR, LETTERS, LOGO) == ("look/colour", "look/letters", "look/logo")
