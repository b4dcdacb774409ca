"""Details of the selected row at the right of the window: every field in full, each editable where it stands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from mkplanner.models.changes import Changes
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rows import SetField
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item
from mkplanner.models.status import Status
from mkplanner.models.wording import KIND_WORDS
from mkplanner.ui import theme
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.editors.datesection import DateSection
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.linksedit import LinksEdit
from mkplanner.ui.editors.moresections import MoreSections
from mkplanner.ui.editors.statusbutton import StatusButton
from mkplanner.ui.editors.updates import UpdatesEdit
from mkplanner.ui.editors.whoedit import WhoEdit
from mkplanner.ui.parts import label, rule


class DetailsPanel(QWidget):
    """Shows one row, or a sentence where none is selected. Fields keep what was typed when they are left, each as one step
    that can be undone.
    """

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details_panel")
        self.setAccessibleName(self.tr("Details"))
        self._bridge = bridge
        self._item_id: str | None = None
        self._make_sections()
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._row_page())
        self._listen()
        bridge.changed.connect(self._heard)
        if (news := theme.news()) is not None:
            news.changed.connect(self._refresh_look)
        self._refresh_look()

    def _make_sections(self) -> None:
        self.number = label("", "strong")
        self.number.setObjectName("details_number")
        self.kind = label("", "label")
        self.status = StatusButton()
        self.title = GrowingEdit(self.tr("Action"), one_line=True)
        self.title.setObjectName("details_title")
        self.date = DateSection()
        self.who = WhoEdit()
        self.links = LinksEdit()
        self.more = MoreSections()
        self.updates = UpdatesEdit()

    def _empty_page(self) -> QWidget:
        self.empty = label(self.tr("No row selected. Choose one in the table to see and edit all about it."), wrap=True)
        self.empty.setObjectName("details_empty")
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(theme.px(10), theme.px(9), theme.px(10), theme.px(8))
        return _on_base(self.empty)

    def _row_page(self) -> QWidget:
        inside = QWidget()
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
        layout.addWidget(self.date)
        layout.addSpacing(theme.px(5))
        layout.addWidget(label(self.tr("Who"), "label"))
        layout.addWidget(self.who)
        layout.addSpacing(theme.px(5))
        layout.addWidget(self.updates)
        layout.addSpacing(theme.px(5))
        layout.addWidget(self.links)
        layout.addSpacing(theme.px(4))
        layout.addWidget(rule())
        layout.addWidget(self.more)
        layout.addStretch(1)
        self.page = QScrollArea()
        self.page.setObjectName("details_scroll")
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setWidgetResizable(True)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setWidget(_on_base(inside))
        return self.page

    def _listen(self) -> None:
        self.status.chosen.connect(self._set_status)
        self.title.kept.connect(lambda words: self._set("title", words))
        for section in (self.date, self.who, self.links, self.more, self.updates):
            section.wanted.connect(self._run)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(265), theme.px(430))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(120))

    @property
    def item_id(self) -> str | None:
        """The row that is shown."""
        return self._item_id

    def show_item(self, item_id: str | None) -> None:
        """Show a row; what was typed for the one before is kept first. None shows that no row is selected."""
        if item_id != self._item_id:
            self.keep_typing()
            self.page.verticalScrollBar().setValue(0)
        self._item_id = item_id
        self._show()

    def keep_typing(self) -> None:
        """Keep whatever was typed and not kept yet, as before another row is shown or the plan is closed."""
        if self._item_id in self._bridge.plan.items:
            self.title.keep()
            self.date.words.keep()
            self.more.keep()

    def _show(self) -> None:
        plan = self._bridge.plan
        item = plan.items.get(self._item_id or "")
        self._pages.setCurrentIndex(0 if item is None else 1)
        self.setFocusProxy(self.title if item is not None else self.empty)
        if item is None:
            return
        self.number.setText(numbers(plan)[item.id])
        self.kind.setText(KIND_WORDS[item.kind].capitalize())
        self.status.set_status(item.status)
        self.title.set_words(item.title)
        self.date.show_row(plan, item)
        self.who.show_row(plan, item.id)
        self.updates.show_row(plan, item.id)
        self.links.show_row(plan, item)
        self.more.show_row(plan, item)
        self._show_what_fits(item)

    def _show_what_fits(self, item: Item) -> None:
        """A heading carries no work of its own, so it is asked for none; what it has all the same is shown."""
        plan, is_work = self._bridge.plan, not item.kind.is_heading
        self.status.setVisible(is_work or item.status is not None)
        self.date.setVisible(is_work or item.by_when is not None)
        self.links.setVisible(is_work or bool(plan.links_of.get(item.id)))
        self.updates.setVisible(is_work or bool(plan.updates_of.get(item.id)))

    def _heard(self, changes: Changes) -> None:
        if self._item_id is not None and self._item_id not in self._bridge.plan.items:
            self._item_id = None
        self._show()

    def _set_status(self, status: Status | None) -> None:
        self._set("status", status)

    def _set(self, key: str, value: object) -> None:
        if self._item_id is not None:
            self._run(SetField(self._item_id, key, value))

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
