"""The one toolbar: on the start page ways to begin, in a plan the views, what one does most, the filter and the board PDF."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolBar, QToolButton, QWidget

from mkplanner.ui.actions import Actions
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.parts import Segments

VIEWS = (("timetable", "Timetable"), ("rasic", "RASIC"), ("updates", "Updates"), ("board", "Board"))
WITH_WORDS = {
    "new": "New",
    "open": "Open…",
    "paste_table": "Paste a table",
    "help_here": "Help (F1)",
    "add_action": "Action",
    "add_sub_action": "Sub-action",
    "add_party": "Add posts",
    "workload": "Workload",
    "letters": "Letters",
    "add_update": "Write an update",
    "whole_plan": "Whole plan",
    "export": "Board PDF…",
}
START = (("new", "open"), ("paste_table",))
PLAN = (
    ("undo", "redo"),
    ("add_action", "add_sub_action", "outdent", "indent", "link", "add_party", "workload", "letters", "add_update"),
    ("zoom_out", "zoom_in", "whole_plan", "today"),
)
ALWAYS = ("undo", "redo", "export")
OF_VIEW = {
    "timetable": ("add_action", "add_sub_action", "outdent", "indent", "link", *PLAN[2]),
    "rasic": ("add_party", "workload", "letters"),
    "updates": ("add_update",),
    "board": (),
}
FILTER_WIDTH, LEAST_FILTER = 170, 120
FILTER_DELAY = 150
"""Milliseconds after the last letter before rows are filtered."""


class Bar(QToolBar):
    """A toolbar of the window that stays where it is."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._places: dict[str, QAction] = {}
        self._lines: list[tuple[QAction, tuple[str, ...]]] = []
        self.fit()
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")  # Qt's own, shown where there is no room for all
        if more is not None:
            more.setAccessibleName(self.tr("More commands"))
            more.setToolTip(self.tr("More commands"))

    def fit(self) -> None:
        """Take the measures of a new text size."""
        self.setIconSize(QSize(theme.px(20), theme.px(20)))
        self.setFixedHeight(theme.px(38))

    def add_groups(self, actions: Actions, groups: tuple[tuple[str, ...], ...]) -> None:
        """Add buttons in groups with lines between them."""
        for place, names in enumerate(groups):
            if place:
                self._lines.append((self.addSeparator(), names))
            for name in names:
                self.add_command(actions, name)

    def add_command(self, actions: Actions, name: str) -> None:
        """Add one command, with its words where they belong on the toolbar."""
        actions.show_icon(name)
        button = QToolButton()
        button.setObjectName(f"button_{name}")
        button.setDefaultAction(actions[name])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(theme.px(20), theme.px(20)))
        if name in WITH_WORDS:
            actions[name].setIconText(WITH_WORDS[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._places[name] = self.addWidget(button)

    def add_space(self) -> None:
        """Push what follows to the right end."""
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)


class StartBar(Bar):
    """The toolbar of the start page."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__("start_bar", "Begin", parent)
        self.add_groups(actions, START)
        self.add_space()
        self.add_command(actions, "help_here")


class PlanBar(Bar):
    """The toolbar of an open plan. `view_chosen` brings the key of a view, `filtered` the words to filter by;
    `filters_wanted` says that the funnel was pressed, `rows_wanted` that Enter or Down leads from the box to the rows.
    """

    view_chosen = Signal(str)
    filtered = Signal(str)
    filters_wanted = Signal()
    rows_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__("plan_bar", "Plan", parent)
        self.views = Segments(VIEWS, self.tr("View"))
        self.views.chosen.connect(self.view_chosen)
        self.addWidget(_padded(self.views))
        self._after_views = self.addSeparator()
        self.add_groups(actions, PLAN)
        self.add_space()
        self.filter = QLineEdit()
        self._delay = QTimer(self, singleShot=True, interval=FILTER_DELAY)
        self._delay.timeout.connect(lambda: self.filtered.emit(self.filter.text().strip()))
        self._set_up_filter()
        self._filter_place = self.addWidget(_padded(self.filter))
        self.add_command(actions, "export")
        self._draw_icons()

    def show_for(self, view: str) -> None:
        """Press the button of a view, and show the commands that belong to it."""
        self.views.choose(view)
        shown = {*ALWAYS, *OF_VIEW[view]}
        for name, place in self._places.items():
            place.setVisible(name in shown)
        for line, names in self._lines:
            line.setVisible(not shown.isdisjoint(names))
        self._fit_filter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_filter()

    def _fit_filter(self) -> None:
        """Make the filter narrower in a narrow window, before any button has to go."""
        others = self.sizeHint().width() - self.filter.width()
        room = max(theme.px(LEAST_FILTER), min(theme.px(FILTER_WIDTH), self.width() - others))
        if room != self.filter.width():
            self.filter.setFixedWidth(room)
        self._keep_filter_in_sight()

    def _keep_filter_in_sight(self) -> None:
        """Where there is no room for all have the filter stand before the commands: they have menus, and it is typed into."""
        is_narrow = self.sizeHint().width() > self.width()
        before = self._after_views if is_narrow else self._places["export"]
        places = self.actions()
        if places[places.index(self._filter_place) + 1] is not before:
            had_focus = self.filter.hasFocus()
            self.insertAction(before, self._filter_place)
            if had_focus:
                self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def redress(self) -> None:
        """Take the measures and icons of a new theme."""
        self.fit()
        self._fit_filter()
        self._draw_icons()

    def _draw_icons(self) -> None:
        for key, _ in VIEWS:
            self.views.set_icon(key, icon(key, checked="accent_text"))
        self._sign.setIcon(icon("filter", "text2"))

    def clear_filter(self) -> None:
        """Empty the filter and let the rows know at once."""
        self.filter.clear()
        self._delay.stop()
        self.filtered.emit("")

    def show_words(self, words: str) -> None:
        """Show words that rows are filtered by already, as by a saved view."""
        if self.filter.text().split() != words.split():
            self.filter.blockSignals(True)
            self.filter.setText(words)
            self.filter.blockSignals(False)

    def _set_up_filter(self) -> None:
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(self.tr("Filter (Ctrl+F)"))
        self.filter.setAccessibleName(self.tr("Filter rows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(theme.px(FILTER_WIDTH))
        self._sign = self.filter.addAction(icon("filter", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self._sign.setText(self.tr("Filter by status, owner, date…"))
        self._sign.setToolTip(self.tr("Filter by status, owner, date… (Ctrl+Shift+F)"))
        self._sign.triggered.connect(self.filters_wanted)
        self.filter.textChanged.connect(lambda _text: self._delay.start())
        self.filter.returnPressed.connect(self._go_to_rows)
        for key, deed in ((Qt.Key.Key_Down, self._go_to_rows), (Qt.Key.Key_Escape, self._let_go)):
            hearing = QShortcut(key, self.filter)
            hearing.setContext(Qt.ShortcutContext.WidgetShortcut)
            hearing.activated.connect(deed)

    def _go_to_rows(self) -> None:
        """Filter by what is in the box now, and leave it for the rows."""
        self._delay.stop()
        self.filtered.emit(self.filter.text().strip())
        self.rows_wanted.emit()

    def _let_go(self) -> None:
        """Take the filter off, or go back to the rows where there is none."""
        if self.filter.text():
            self.clear_filter()
        else:
            self.rows_wanted.emit()


def _padded(widget: QWidget) -> QWidget:
    """A widget with a little air at both sides, so that its focus ring is not cut."""
    frame = QWidget()
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(theme.px(6), 0, theme.px(6), 0)
    layout.addWidget(widget)
    frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return frame
