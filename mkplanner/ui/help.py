"""The help pages in a window of their own beside the plan: the guide, the sheet of shortcuts, what is new."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from mkplanner.paths import resource
from mkplanner.ui import theme
from mkplanner.ui.actiontable import LINE, MENUS, TABLE
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.parts import Segments

PAGES = {"guide": "Ten-minute guide", "shortcuts": "Shortcuts", "whats_new": "What's new"}
SIZE = QSize(720, 640)
HEADINGS = {1: 20, 2: 14}

_window: HelpWindow | None = None


def show_help(parent: QWidget, page: str) -> HelpWindow:
    """Show a page ("guide", "shortcuts", "whats_new"), in the help window that is open already where there is one."""
    global _window
    if _window is None:
        _window = HelpWindow(parent)
        _window.destroyed.connect(_forget)
    _window.show_page(page)
    _window.show()
    _window.raise_()
    _window.activateWindow()
    return _window


def _forget() -> None:
    global _window
    _window = None


class HelpWindow(FittingDialog):
    """Stays open beside the plan while one tries things."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help_window")
        self.setWindowTitle(self.tr("Help"))
        self.setWindowFlag(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = Segments(tuple(PAGES.items()), self.tr("Page"))
        self._pages.chosen.connect(self.show_page)
        self._words = QTextBrowser()
        self._words.setObjectName("help_words")
        self._words.setAccessibleName(self.tr("Help"))
        self._words.setOpenLinks(False)
        self._words.anchorClicked.connect(self._follow)
        head = QHBoxLayout()
        head.addWidget(self._pages)
        head.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        layout.addLayout(head)
        layout.addWidget(self._words)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - QSize(0, theme.px(30))))

    def show_page(self, page: str) -> None:
        """Show one page from its beginning."""
        self._pages.choose(page)
        document = self._words.document()
        document.setDocumentMargin(theme.px(14))
        self._words.setMarkdown(page_text(page))
        _calm_headings(self._words)
        self._words.moveCursor(self._words.textCursor().MoveOperation.Start)

    def _follow(self, link: QUrl) -> None:
        if link.toString() in PAGES:
            self.show_page(link.toString())


def _calm_headings(words: QTextBrowser) -> None:
    """Give headings the sizes of the program, and paragraphs air; Markdown's own headings shout."""
    block = words.document().begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        spacing = QTextBlockFormat()
        spacing.setTopMargin(theme.px(14 if level else 2))
        spacing.setBottomMargin(theme.px(5))
        cursor.mergeBlockFormat(spacing)
        if level:
            look = QTextCharFormat()
            look.setFont(theme.font(HEADINGS.get(level, 12), bold=True))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(look)
        block = block.next()


def page_text(page: str) -> str:
    """Return a page in Markdown; the sheet of shortcuts is made from the commands themselves, so it is never out of date."""
    return shortcut_sheet() if page == "shortcuts" else resource(f"help/{page}.md").read_text("utf-8")


def shortcut_sheet() -> str:
    """Return every command that has a key, menu by menu."""
    parts = ["# Every command and its keys", ""]
    for menu, names in MENUS.items():
        rows = [name for name in names if name != LINE and name in TABLE and TABLE[name].keys]
        if rows:
            parts += [f"## {menu.replace('&', '')}", "", "| Command | Keys |", "|---|---|"]
            parts += [f"| {TABLE[name].text.replace('&', '')} | {_keys(TABLE[name].keys)} |" for name in rows]
            parts.append("")
    return "\n".join([*parts, resource("help/in_the_table.md").read_text("utf-8")])


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)
