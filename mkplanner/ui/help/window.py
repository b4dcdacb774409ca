"""The help in a window of its own beside the plan: pages at the left, words to search for above, printing below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from mkplanner.ui.asking import ask
from mkplanner.ui.fitting import FittingDialog, fit_soon
from mkplanner.ui.help.pages import PAGE_OF, PAGES, page_text, pages_with
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label

SIZE = QSize(900, 660)
LIST_WIDTH = 190
HEADINGS = {1: 20, 2: 14}
_PAGE = Qt.ItemDataRole.UserRole

_window: HelpWindow | None = None


def show_help(parent: QWidget, page: str) -> HelpWindow:
    """Show a page ("guide", "shortcuts"…), in the help window that is open already where there is one.

    A dialogue keeps all windows but its own from answering, so over one the help belongs to it.
    """
    global _window
    if _window is not None and _window.parentWidget() is not parent:
        _window.close()
        _window = None
    if _window is None:
        _window = HelpWindow(parent)
        _window.destroyed.connect(_forget)
    _window.show_page(page)
    _window.show()
    _window.raise_()
    _window.activateWindow()
    return _window


def page_for(widget: QWidget | None) -> str:
    """Return the page that belongs to where the keyboard is: that of the nearest part which has one, else the guide."""
    while widget is not None:
        if widget.objectName() in PAGE_OF:
            return PAGE_OF[widget.objectName()]
        widget = widget.parentWidget()
    return "guide"


def _forget(gone: object = None) -> None:
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
        self._make_search()
        self._make_list()
        self._words = QTextBrowser()
        self._words.setObjectName("help_words")
        self._words.setAccessibleName(self.tr("Help"))
        self._words.setOpenLinks(False)
        self._words.anchorClicked.connect(self._follow)
        side = QVBoxLayout()
        side.setSpacing(theme.px(8))
        for widget in (self.search, self.pages, self._found, self._print_button()):
            side.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        layout.setSpacing(theme.px(12))
        layout.addLayout(side)
        layout.addWidget(self._words, 1)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - QSize(0, theme.px(30))))

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("help_search")
        self.search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.px(LIST_WIDTH))
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.find_next)
        self._found = label("", "label", wrap=True)

    def _make_list(self) -> None:
        self.pages = QListWidget()
        self.pages.setObjectName("help_pages")
        self.pages.setAccessibleName(self.tr("Pages of the help"))
        self.pages.setFixedWidth(theme.px(LIST_WIDTH))
        for page, title in PAGES.items():
            entry = QListWidgetItem(title, self.pages)
            entry.setData(_PAGE, page)
            entry.setSizeHint(QSize(0, theme.px(26)))
        self.pages.currentItemChanged.connect(lambda now, _before: self._show(now.data(_PAGE)) if now else None)

    def _print_button(self) -> QPushButton:
        button = QPushButton(self.tr("&Print this page…"))
        button.setObjectName("print_help")
        button.setAutoDefault(False)
        button.clicked.connect(self._print)
        return button

    def show_page(self, page: str) -> None:
        """Show one page from its beginning."""
        for row in range(self.pages.count()):
            if self.pages.item(row).data(_PAGE) == page:
                self.pages.item(row).setHidden(False)
                self.pages.setCurrentRow(row)
        self._show(page)

    def find_next(self) -> None:
        """Go to the next place where the words stand on this page, and after the last to the first again."""
        words = self.search.text().split()
        if words and not self._words.find(words[0]):
            self._words.moveCursor(QTextCursor.MoveOperation.Start)
            self._words.find(words[0])

    def _show(self, page: str) -> None:
        document = self._words.document()
        document.setDocumentMargin(theme.px(14))
        self._words.setMarkdown(page_text(page))
        _calm_headings(document)
        self._words.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()

    def _narrow(self, words: str) -> None:
        """List only pages with these words, and go to the first of them where the page on show has none."""
        found = pages_with(words)
        for row in range(self.pages.count()):
            item = self.pages.item(row)
            page = item.data(_PAGE)
            item.setHidden(page not in found)
            item.setText(f"{PAGES[page]} ({found[page]})" if found.get(page) else PAGES[page])
        now = self.pages.currentItem()
        if found and (now is None or now.isHidden()):
            self.show_page(max(found, key=lambda page: found[page]))
        self._found.setText("" if found else self.tr("No page has all of these words."))
        self._words.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F and is_ctrl:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_F3:
            self.find_next()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            event.accept()  # Enter goes to the next place found, and presses no button
        elif event.key() == Qt.Key.Key_P and is_ctrl:
            self._print()
        else:
            super().keyPressEvent(event)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        fit_soon()
        if ask(QPrintDialog(printer, self)):
            paper_document(self.pages.currentItem().data(_PAGE)).print_(printer)

    def _follow(self, link: QUrl) -> None:
        if link.toString() in PAGES:
            self.show_page(link.toString())


def paper_document(page: str) -> QTextDocument:
    """Return a page for paper: black on white whatever the theme, in the size of a letter."""
    document = QTextDocument()
    document.setDefaultFont(QApplication.font())
    document.setMarkdown(page_text(page))
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    ink = QTextCharFormat()
    ink.setForeground(Qt.GlobalColor.black)
    cursor.mergeCharFormat(ink)
    return document


def _calm_headings(document: QTextDocument) -> None:
    """Give headings the sizes of the program, and paragraphs air; Markdown's own headings shout."""
    block = document.begin()
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
