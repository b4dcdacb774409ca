"""A figure on the screen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mkplanner.charts.figures.numbers import workload_by_party, workload_by_quarter
from mkplanner.models.rasic.workload import Workload
from mkplanner.ui.look import theme
from mkplanner.ui.rasic.figureview import FigureView
from tests.builders import empty_plan, example_plan


def shown(qtbot: QtBot) -> FigureView:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(380, 232)
    view.show()
    return view


def inks(view: FigureView) -> int:
    image = view.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(40, image.height(), 3)})


def test_a_figure_is_laid_out_beside_the_window_and_then_painted(qtbot: QtBot, dressed: theme.Theme) -> None:
    view = shown(qtbot)
    view.show_figure(workload_by_quarter(Workload(example_plan())))
    assert not view.is_drawn
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)
    assert inks(view) > 3


def test_it_speaks_its_title_and_its_numbers(qtbot: QtBot, dressed: theme.Theme) -> None:
    view = shown(qtbot)
    figure = workload_by_party(Workload(example_plan()))
    view.show_figure(figure)
    assert view.accessibleName() == "Workload by party"
    assert view.accessibleDescription() == figure.words
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)


def test_a_figure_without_numbers_says_so(qtbot: QtBot, dressed: theme.Theme) -> None:
    view = shown(qtbot)
    view.show_figure(workload_by_party(Workload(empty_plan())))
    assert view.accessibleDescription() == "Nothing to show"
    qtbot.wait(250)
    assert not view.is_drawn
    view.grab()


def test_another_size_is_another_layout(qtbot: QtBot, dressed: theme.Theme) -> None:
    view = shown(qtbot)
    view.show_figure(workload_by_party(Workload(example_plan())))
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)
    view.resize(600, 400)
    qtbot.waitUntil(lambda: not view.is_drawn, timeout=5_000)
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)
