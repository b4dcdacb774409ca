"""What a row is linked to: each link with its sort and days between, what is wrong with it, and a line to follow another."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from mkplanner.models.checks.links import check_links, check_ties
from mkplanner.models.commands.links import ChangeLink, LinkItems, Unlink
from mkplanner.models.links.following import LONGEST_LAG
from mkplanner.models.links.remedies import preview
from mkplanner.models.links.words import TYPE_WORDS, link_said
from mkplanner.models.plan import Dependency, Item, Plan
from mkplanner.models.remedies import remedies_of
from mkplanner.ui.editors.iconbutton import icon_button
from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.editors.partbutton import PartButton, adding_line
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.editors.rowpicker import RowEdit, find_row
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.mnemonics import give_letters
from mkplanner.ui.parts import label, number_box


class LinkLine(PartButton):
    """One link in words. Its menu changes the sort or the days between, or removes it; so does Delete."""

    wanted = Signal(object)

    def __init__(self, plan: Plan, link: Dependency, item: str) -> None:
        super().__init__()
        self._link = link
        said = link_said(plan, link, item)
        other = plan.items[link.before if item == link.after else link.after]
        self._words = f"{said[:1].upper()}{said[1:]} {' '.join(other.title.split())}".strip()
        self.setObjectName(f"link_{link.id}")
        self.setAccessibleName(self._words)
        self.setToolTip(self.tr("{}\nPress Delete to remove the link.").format(self._words))
        self.setIcon(icon("link"))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMenu(self._menu())

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for sort, words in TYPE_WORDS.items():
            action = menu.addAction(f"{words} ({sort})")
            action.setCheckable(True)
            action.setChecked(sort is self._link.type)
            action.triggered.connect(lambda _=False, sort=sort: self._change(ChangeLink(self._link.id, type=sort)))
        menu.addSeparator()
        menu.addAction(self._days(menu))
        menu.addSeparator()
        menu.addAction(self.tr("&Remove link")).triggered.connect(lambda: self.remove())
        give_letters(menu)
        return menu

    def _days(self, menu: QMenu) -> QWidgetAction:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        self.days = number_box("link_days", self.tr("Days between"), LONGEST_LAG, self._link.lag_days)
        self.days.editingFinished.connect(self._keep_days)
        menu.aboutToHide.connect(self._keep_days)
        layout.addWidget(QLabel(self.tr("Days between")))
        layout.addWidget(self.days)
        action = QWidgetAction(menu)
        action.setDefaultWidget(holder)
        return action

    def _keep_days(self) -> None:
        self._change(ChangeLink(self._link.id, lag_days=self.days.value()))

    def _change(self, command: ChangeLink) -> None:
        if (command.type or self._link.type, command.lag_days) not in (
            (self._link.type, None),
            (self._link.type, self._link.lag_days),
        ):
            self.wanted.emit(command)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), super().minimumSizeHint().height())

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        room = self.width() - theme.px(48)
        self.setText(QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        super().resizeEvent(event)

    def remove(self) -> None:
        """Take the link away."""
        self.wanted.emit(Unlink(self._link.id))


class LinksEdit(QWidget):
    """`wanted` brings the command for a change, `remedy_taken` a way out of what is wrong, which may have to be shown first;
    `show_row` shows what a row is linked to.
    """

    wanted = Signal(object)
    remedy_taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("links")
        self._plan: Plan | None = None
        self._item = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(2))

    def show_row(self, plan: Plan, item: Item) -> None:
        """Show the links of a row; a number or title that is being typed for it stays."""
        before = self.findChild(RowEdit, "new_link")
        typed = before.text() if before is not None and self._item == item.id else ""
        has_focus = before is not None and before.hasFocus()
        self._plan, self._item = plan, item.id
        cleared(self._layout)
        for link in sorted(plan.links_of.get(item.id, ()), key=lambda link: link.before == item.id):
            line = LinkLine(plan, link, item.id)
            line.wanted.connect(self.wanted)
            put_in(self._layout, line)
        self._tell(plan, item)
        self._add_line(plan, typed, has_focus=has_focus)

    def _tell(self, plan: Plan, item: Item) -> None:
        """What is wrong with the links of this row, or follows from them, and what can be done about it."""
        if item.id not in plan.links_of:
            return
        offered: set[str] = set()
        notices = [notice for run in (check_links, check_ties) for notice in run(plan, item.id)]
        for notice in notices:
            if notice.id in plan.info.checks_off:
                continue
            put_in(self._layout, label(notice.sentence, "error" if notice.id == "out-of-order" else "", wrap=True))
            for number, remedy in enumerate(remedies_of(plan, notice)):
                if remedy.title in offered:
                    continue
                offered.add(remedy.title)
                button = link_button(remedy.title, f"{notice.id}_remedy_{number}")
                button.setToolTip("\n".join(preview(plan, remedy.command)))
                button.clicked.connect(lambda _=False, remedy=remedy: self.remedy_taken.emit(remedy))
                put_in(self._layout, button)

    def _add_line(self, plan: Plan, typed: str, *, has_focus: bool) -> None:
        trouble = label("", "error", wrap=True)
        trouble.setObjectName("link_trouble")
        edit = RowEdit(plan)
        edit.setObjectName("new_link")
        edit.setAccessibleName(self.tr("Follow another row"))
        edit.setPlaceholderText(self.tr("Follow: number or words…"))
        edit.returnPressed.connect(lambda: self._add(edit, trouble))
        edit.textEdited.connect(lambda: trouble.hide())
        add = icon_button("add", self.tr("Follow this row"), "add_link_now")
        add.clicked.connect(lambda: self._add(edit, trouble))
        put_in(self._layout, adding_line(edit, add, wide=edit), trouble)
        trouble.hide()
        edit.setText(typed)
        if has_focus:
            edit.setFocus()

    def _add(self, edit: RowEdit, trouble: QLabel) -> None:
        if self._plan is None or not edit.text().strip():
            return
        other = find_row(self._plan, edit.text())
        if other is None:
            trouble.setText(self.tr("No single row fits “{}”; type its number.").format(edit.text().strip()))
            trouble.show()
            return
        edit.clear()
        self.wanted.emit(LinkItems(other, self._item))
