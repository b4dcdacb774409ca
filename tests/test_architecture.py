"""The rooms of the house, and who may visit whom."""

import pytest
from pytest_archon import archrule

import mkplanner

HALLWAY = tuple(f"mkplanner{room}" for room in ("", ".errors", ".garbage", ".paths", ".progress", ".records"))
DATABASES = ("sqlalchemy*", "sqlite3*")
PDF_MAKERS = ("reportlab*", "pikepdf*")
WINDOWS = (
    "arranging",
    "files",
    "help",
    "importing",
    "lookback",
    "merging",
    "notices",
    "plantable",
    "printing",
    "rasic",
    "start",
    "timetable",
    "window",
)
FILE_MAKERS = ("docx*", "xlsxwriter*", "openpyxl*", "fontTools*", "lxml*", "icalendar*")


def test_the_hallway_looks_into_no_room():
    (
        archrule("errors, garbage, paths, progress and records are seen by all and see nobody")
        .match(*HALLWAY)
        .should_not_import("mkplanner.models*", "mkplanner.charts*", "mkplanner.ui*", "PySide6*")
        .check(mkplanner)
    )


def test_models_know_neither_screen_nor_paper():
    (
        archrule("the plan stands on its own")
        .match("mkplanner.models*")
        .may_import("mkplanner.models*", *HALLWAY)
        .should_not_import("mkplanner*", "PySide6*", "matplotlib*", *PDF_MAKERS)
        .check(mkplanner, skip_type_checking=True)
    )


def test_charts_look_down_at_models_and_never_up_at_widgets():
    (
        archrule("paper needs no screen")
        .match("mkplanner.charts*")
        .may_import("mkplanner.charts*", "mkplanner.models*", *HALLWAY)
        .should_not_import("mkplanner*", "PySide6*")
        .check(mkplanner, skip_type_checking=True)
    )


def test_charts_read_the_plan_and_never_change_it():
    (
        archrule("drawing is reading")
        .match("mkplanner.charts*")
        .should_not_import(
            "mkplanner.models.session",
            "mkplanner.models.commands*",
            "mkplanner.models.edit",
            "mkplanner.models.history",
            "mkplanner.models.store*",
            *DATABASES,
        )
        .check(mkplanner, skip_type_checking=True)
    )


def test_paper_and_pictures_are_not_laid_out_by_those_who_write_files():
    (
        archrule("a report does not know in which form it will be handed on")
        .match("mkplanner.charts.reports*")
        .exclude("mkplanner.charts.reports.registry")
        .should_not_import("mkplanner.charts.outputs*", "mkplanner.charts.pdf*")
        .check(mkplanner, only_direct_imports=True)
    )


def test_databases_are_spoken_to_in_the_store_alone():
    (
        archrule("SQL stays in one room")
        .match("mkplanner*")
        .exclude("mkplanner.models.store*")
        .should_not_import(*DATABASES)
        .check(mkplanner, only_direct_imports=True)
    )


@pytest.mark.parametrize(
    "module", ["plan", "edit", "fields", "session", "commands*", "timeframes*", "checks*", "formats*"]
)
def test_the_heart_of_the_model_needs_no_file(module):
    (
        archrule("the plan lives in memory; the store looks at it, not the other way round")
        .match(f"mkplanner.models.{module}")
        .should_not_import("mkplanner.models.store*", *DATABASES)
        .check(mkplanner, skip_type_checking=True)
    )


@pytest.mark.parametrize("room", ["asking", "baselines", "rasic", "lookback", "timeframes"])
def test_what_is_asked_of_a_plan_changes_nothing(room):
    (
        archrule("questions have no commands in hand")
        .match(f"mkplanner.models.{room}*")
        .should_not_import("mkplanner.models.commands*", "mkplanner.models.session", "mkplanner.models.history")
        .check(mkplanner, only_direct_imports=True, skip_type_checking=True)
    )


def test_beginnings_stand_above_the_rest_of_the_model():
    (
        archrule("only who opens a plan knows what it can begin with")
        .match("mkplanner.models*")
        .exclude("mkplanner.models.beginnings*")
        .should_not_import("mkplanner.models.beginnings*")
        .check(mkplanner, only_direct_imports=True)
    )


def test_the_screen_reaches_the_file_through_one_door():
    (
        archrule("windows open plans; they know no tables")
        .match("mkplanner.ui*")
        .may_import("mkplanner.models.store.opening")
        .should_not_import("mkplanner.models.store*", *DATABASES)
        .check(mkplanner, only_direct_imports=True)
    )


@pytest.mark.parametrize("room", ["figures", "marks", "timescale", "pdf", "outputs"])
def test_marks_figures_and_drawing_know_no_report(room):
    (
        archrule("reports are made of them, never the other way")
        .match(f"mkplanner.charts.{room}*")
        .should_not_import("mkplanner.charts.reports*")
        .check(mkplanner, only_direct_imports=True, skip_type_checking=True)
    )


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("matplotlib*", ["charts.figures*", "charts.outputs*"]),
        ("reportlab*", ["charts.pdf*"]),
        ("pikepdf*", ["charts.pdf*"]),
    ],
)
def test_each_drawing_library_has_one_room(library, rooms):
    (
        archrule("the rest of the house could do without it")
        .match("mkplanner*")
        .exclude(*(f"mkplanner.{room}" for room in rooms))
        .should_not_import(library)
        .check(mkplanner, only_direct_imports=True)
    )


def test_layout_is_decided_without_a_drawing_library():
    (
        archrule("shapes first, drawing last")
        .match("mkplanner.charts*")
        .exclude("mkplanner.charts.pdf*", "mkplanner.charts.figures*", "mkplanner.charts.outputs*")
        .should_not_import("matplotlib*", "PIL*", *FILE_MAKERS, *PDF_MAKERS)
        .check(mkplanner, only_direct_imports=True)
    )


@pytest.mark.parametrize(
    ("makers", "guests"),
    [
        ("png*", ("docx*", "xlsxwriter*", "fontTools*", "lxml*")),
        ("svg*", ("docx*", "xlsxwriter*", "matplotlib*", "lxml*")),
        ("docx*", ("xlsxwriter*", "matplotlib*", "fontTools*")),
        ("html*", ("docx*", "xlsxwriter*", "matplotlib*", "fontTools*")),
        ("xlsx*", ("docx*", "matplotlib*", "fontTools*", "lxml*")),
        ("reading*", ("docx*", "xlsxwriter*", "matplotlib*", "fontTools*", "lxml*")),
        ("story", ("docx*", "xlsxwriter*", "matplotlib*", "fontTools*", "lxml*")),
    ],
)
def test_each_form_knows_its_own_library_alone(makers, guests):
    (
        archrule("writers of one form leave the others alone")
        .match(f"mkplanner.charts.outputs.{makers}")
        .should_not_import(*guests, "openpyxl*", *PDF_MAKERS)
        .check(mkplanner, only_direct_imports=True)
    )


def test_windows_leave_paper_to_charts():
    (
        archrule("the screen shows what charts lay out")
        .match("mkplanner.ui*")
        .should_not_import("matplotlib*", *PDF_MAKERS)
        .check(mkplanner, only_direct_imports=True)
    )


@pytest.mark.parametrize("part", ["look.*", "parts", "messages", "moments", "tasks", "bridge", "itemmodels*"])
def test_what_every_window_shares_knows_no_window(part):
    (
        archrule("furniture fits every room")
        .match(f"mkplanner.ui.{part}")
        .should_not_import(*(f"mkplanner.ui.{room}*" for room in (*WINDOWS, "editors")))
        .check(mkplanner, only_direct_imports=True, skip_type_checking=True)
    )


def test_editors_serve_tables_and_forms_alike():
    (
        archrule("an editor does not know in which window it opens")
        .match("mkplanner.ui.editors*")
        .should_not_import(*(f"mkplanner.ui.{room}*" for room in WINDOWS))
        .check(mkplanner, only_direct_imports=True, skip_type_checking=True)
    )


def test_views_of_a_plan_do_not_know_the_frame_around_them():
    (
        archrule("the frame holds the views")
        .match(
            *(
                f"mkplanner.ui.{room}*"
                for room in ("plantable", "timetable", "rasic", "printing", "importing", "notices")
            )
        )
        .should_not_import("mkplanner.ui.window*", "mkplanner.ui.merging*", "mkplanner.ui.lookback*")
        .check(mkplanner, only_direct_imports=True, skip_type_checking=True)
    )


def test_only_the_front_door_looks_at_every_room():
    (
        archrule("rooms never call the program that opened them")
        .match("mkplanner.models*", "mkplanner.charts*", "mkplanner.ui*")
        .should_not_import("mkplanner.app", "mkplanner.cli*", "mkplanner.__main__")
        .check(mkplanner)
    )
