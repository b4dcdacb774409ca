"""Preferences of this user on this computer: theme, text size, the name on changes; with a way back to the defaults."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from mkplanner.settings import TEXT_SIZES, Settings, SettingsFile
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.look import theme
from mkplanner.ui.window.menuparts import THEME_WORDS

AFTERWARDS = {"open": "Open it", "folder": "Show it in its folder", "nothing": "Only say where it is"}


class PreferencesDialog(FormDialog):
    """Shows a new look at once, so that one sees what one chooses; Cancel puts the old one back."""

    def __init__(self, parent: QWidget | None, settings: SettingsFile) -> None:
        super().__init__(parent, "Preferences")
        self.setObjectName("preferences")
        self._settings = settings
        self._before = settings.now
        self._theme = QComboBox()
        for name, words in THEME_WORDS.items():
            self._theme.addItem(self.tr(words).replace("&", ""), name)
        self._size = QComboBox()
        for size in TEXT_SIZES:
            self._size.addItem(f"{size} %", size)
        self._author = QLineEdit()
        self._author.setPlaceholderText(self.tr("As you are known to this computer"))
        self._then = QComboBox()
        for key, words in AFTERWARDS.items():
            self._then.addItem(self.tr(words), key)
        self.add_row(self.tr("&Theme"), self._theme)
        self.add_row(self.tr("Text &size"), self._size)
        self.add_row(self.tr("&Your name in history and updates"), self._author)
        self.add_row(self.tr("&When a paper is made"), self._then)
        self.add_words(self.tr("Kept on this computer only. Your name counts from the next plan you open."))
        defaults = QPushButton(self.tr("&Restore defaults"))
        defaults.setObjectName("restore_defaults")
        defaults.clicked.connect(lambda: self._show(Settings()))
        self.finish(QPushButton(self.tr("Keep")), defaults)
        self._show(self._before)
        self._theme.currentIndexChanged.connect(lambda _index: self._try())
        self._size.currentIndexChanged.connect(lambda _index: self._try())

    def accept(self) -> None:
        """Keep what was chosen."""
        self._settings.change(
            theme=self._theme.currentData(),
            text_size=self._size.currentData(),
            author=" ".join(self._author.text().split()),
            open_after_export=self._then.currentData() == "open",
            folder_after_export=self._then.currentData() == "folder",
        )
        super().accept()

    def reject(self) -> None:
        """Put the old look back."""
        _dress(self._before.theme, self._before.text_size)
        super().reject()

    def _show(self, settings: Settings) -> None:
        self._theme.setCurrentIndex(self._theme.findData(settings.theme))
        self._size.setCurrentIndex(self._size.findData(settings.text_size))
        self._author.setText(settings.author)
        then = "folder" if settings.folder_after_export else "open" if settings.open_after_export else "nothing"
        self._then.setCurrentIndex(self._then.findData(then))

    def _try(self) -> None:
        _dress(self._theme.currentData(), self._size.currentData())


def _dress(name: str, size: int) -> None:
    dressing = theme.news()
    if dressing is not None and (dressing.name, dressing.text_size) != (name, size):
        dressing.dress(name, size)
