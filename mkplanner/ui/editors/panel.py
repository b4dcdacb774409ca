"""Details of the selected rows at the right of the window: every field in full, each editable where it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from mkplanner.models.changes import Changes
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rows import SetField
from mkplanner.models.outline import numbers
from mkplanner.models.status import Status
from mkplanner.models.wording import KIND_WORDS, listed
from mkplanner.settings import SettingsFile
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.lookonly import LookOnly
from mkplanner.ui.editors.manyrows import ManyRows
from mkplanner.ui.editors.rowhistory import Chronicle
from mkplanner.ui.editors.rowsections import RowSections
from mkplanner.ui.editors.statusbutton import StatusButton
from mkplanner.ui.look import theme
from mkplanner.ui.parts import PANEL_LEAST, label, upright_scroll

_HEAD_PARTS = {"title": "title", "status": "status", "kind": "kind"}


class DetailsPanel(QWidget):
    """Shows one row, several at once, or a sentence where none is selected. Fields keep what was typed when they are left,
    each as one step that can be undone. `history_wanted` brings the row whose whole history somebody wants to see,
    `remedy_taken` a way out of what is wrong, which moves nothing before it was shown.
    """

    history_wanted = Signal(str)
    remedy_taken = Signal(object)

    def __init__(
        self,
        bridge: SessionBridge,
        parent: QWidget | None = None,
        settings: SettingsFile | None = None,
        chronicle: Chronicle | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("details_panel")
        self.setAccessibleName(self.tr("Details"))
        self._bridge = bridge
        self._items: tuple[str, ...] = ()
        self._many: ManyRows | None = None
        self._marks: Mapping[str, Collection[str]] = {}
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._row_page(settings, chronicle))
        self._listen()
        bridge.changed.connect(self._heard)
        if (news := theme.news()) is not None:
            news.changed.connect(self._refresh_look)
        self._refresh_look()

    def _make_head(self, page: QWidget) -> None:
        self.number = label("", "strong")
        self.number.setObjectName("details_number")
        self.kind = label("", "label")
        self.status = StatusButton()
        self.title = GrowingEdit(self.tr("Action"), one_line=True)
        self.title.setObjectName("details_title")
        self.news = label("", "muted", wrap=True)
        self.news.setObjectName("details_news")
        self.news.hide()

    def _empty_page(self) -> QWidget:
        self.empty = label(self.tr("No row selected. Choose one in the table to see and edit all about it."), wrap=True)
        self.empty.setObjectName("details_empty")
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(theme.px(10), theme.px(9), theme.px(10), theme.px(8))
        return _on_base(self.empty)

    def _row_page(self, settings: SettingsFile | None, chronicle: Chronicle | None) -> QWidget:
        inside = QWidget(self)
        self.page = upright_scroll(_on_base(inside), "details_scroll", self)
        self._make_head(inside)
        self.row = RowSections(settings, chronicle, inside)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(theme.px(10), theme.px(9), theme.px(10), theme.px(12))
        layout.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.addWidget(self.number)
        head.addWidget(self.kind)
        head.addStretch(1)
        head.addWidget(self.status)
        layout.addLayout(head)
        layout.addWidget(self.title)
        layout.addWidget(self.news)
        layout.addWidget(self.row)
        layout.addStretch(1)
        self._look_only(inside)
        return self.page

    def _look_only(self, page: QWidget) -> None:
        """Shut the fields of a page where the plan can only be looked at."""
        if self._bridge.read_only:
            LookOnly(page, self._bridge.read_only)

    def _listen(self) -> None:
        self.status.chosen.connect(self._set_status)
        self.title.kept.connect(lambda words: self._set("title", words))
        self.row.wanted.connect(self._run)
        self.row.updates.author = lambda: self._bridge.author
        self.row.remedy_taken.connect(self.remedy_taken)
        self.row.history_wanted.connect(lambda: self.history_wanted.emit(self.item_id or ""))

    @property
    def many(self) -> ManyRows:
        """The page for several rows; made when several are chosen for the first time."""
        if self._many is None:
            self._many = ManyRows()
            self._many.wanted.connect(self._run)
            self._pages.addWidget(upright_scroll(_on_base(self._many), "many_scroll"))
            self._look_only(self._many)
        return self._many

    def sizeHint(self) -> QSize:
        return QSize(theme.px(265), theme.px(430))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(PANEL_LEAST), theme.px(100))

    @property
    def item_id(self) -> str | None:
        """The row that is shown, where it is one."""
        return self._items[0] if len(self._items) == 1 else None

    def show_item(self, item_id: str | None) -> None:
        """Show a row; None shows that no row is selected."""
        self.show_items(() if item_id is None else (item_id,))

    def show_items(self, items: tuple[str, ...]) -> None:
        """Show these rows; what was typed for those before is kept first."""
        items = tuple(item for item in items if item in self._bridge.plan.items)
        is_other = items != self._items
        if is_other:
            self.keep_typing()
        self._items = items
        self._show()
        if is_other:
            self._to_top()

    def _to_top(self) -> None:
        """Show others from their head on: a field that had the cursor and is gone has handed it to one further down."""
        for page in self.findChildren(QScrollArea):
            page.verticalScrollBar().setValue(0)

    def write_update(self) -> None:
        """Open the form for a progress update of the row that is shown, and put the cursor there."""
        if self.item_id is not None:
            self.row.open_update()
            QTimer.singleShot(0, self.row.updates, lambda: self.page.ensureWidgetVisible(self.row.updates.form))

    def keep_typing(self) -> None:
        """Keep whatever was typed and not kept yet, as before another row is shown or the plan is closed."""
        if not self._items or any(item not in self._bridge.plan.items for item in self._items):
            return
        if len(self._items) > 1:
            self.many.keep()
        else:
            self.title.keep()
            self.row.keep()

    def _show(self) -> None:
        shown = min(len(self._items), 2)
        plan = self._bridge.plan
        if shown == 2:
            self.many.show_rows(plan, self._items)
        self._pages.setCurrentIndex(shown)
        self.setFocusProxy(self.empty if shown == 0 else self.title if shown == 1 else self.many.status)
        if shown != 1:
            return
        item = plan.items[self._items[0]]
        self.number.setText(numbers(plan)[item.id])
        self.kind.setText(KIND_WORDS[item.kind].capitalize())
        self.status.set_status(item.status)
        self.status.setVisible(not item.kind.is_heading or item.status is not None)
        self.title.set_words(item.title)
        self.row.show_row(plan, item)
        self._tell_news()

    def mark(self, marks: Mapping[str, Collection[str]]) -> None:
        """Mark what others have just changed: the parts of each row by `merging.newparts`, none where only the row is known."""
        self._marks = marks
        self._tell_news()

    def _tell_news(self) -> None:
        parts = self._marks.get(self.item_id or "")
        named = [word for key, word in _HEAD_PARTS.items() if parts is not None and key in parts]
        named += self.row.mark(parts or ())
        told = self.tr("Others have just changed this row")
        told = f"{told}: {listed(named)}." if named else f"{told}."
        self.news.setText(told if parts is not None else "")
        self.news.setVisible(parts is not None)

    def _heard(self, changes: Changes) -> None:
        self._items = tuple(item for item in self._items if item in self._bridge.plan.items)
        self._show()

    def _set_status(self, status: Status | None) -> None:
        self._set("status", status)

    def _set(self, key: str, value: object) -> None:
        if self.item_id is not None:
            self._run(SetField(self.item_id, key, value))

    def _run(self, command: Command) -> None:
        if self._bridge.run(command, origin=self) is None:
            self._show()

    def _refresh_look(self) -> None:
        self.title.set_heading(13)
        self._show()


def _on_base(widget: QWidget) -> QWidget:
    """Put a widget on the ground of tables and fields."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(QPalette.ColorRole.Base)
    return widget
