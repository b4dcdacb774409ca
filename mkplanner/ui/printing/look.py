"""The look of a council's papers: its colour, letters and logo, kept with the plan and used by everybody who has it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from mkplanner.charts.fonts import TYPEFACES
from mkplanner.charts.reports.house import COLOUR, COLOURS, LARGEST, LETTERS, LOGO, House, Logo, is_readable
from mkplanner.errors import PlannerError
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.commands.together import Together
from mkplanner.ui import messages
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.fitting import fit_soon
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.look import theme

_LARGEST_SIDES = ((900, 450), (600, 300), (400, 200), (240, 120))
"""Dots that a logo is drawn smaller to until it is small enough to travel with the plan."""
_SHOWN = QSize(150, 46)


class LookDialog(FormDialog):
    """Asks for colour, letters and logo; what is changed here is one step that can be undone."""

    def __init__(self, parent: QWidget | None, bridge: SessionBridge) -> None:
        super().__init__(parent, self.tr("The look of your papers"))
        self.setObjectName("look")
        self._bridge = bridge
        house = House.of(bridge.plan)
        self._logo = house.logo
        self._colour = QComboBox()
        self._colour.setObjectName("house_colour")
        for key, (words, code) in COLOURS.items():
            self._colour.addItem(_swatch(code), words, key)
        self._show_colour(str(bridge.plan.setting(COLOUR, "petrol")))
        other = QPushButton(self.tr("&Other colour…"))
        other.clicked.connect(self._choose_colour)
        self.add_row(self.tr("&Colour"), _beside(self._colour, other), self._colour)
        self._letters = QComboBox()
        self._letters.setObjectName("house_letters")
        for key, (words, _) in TYPEFACES.items():
            self._letters.addItem(words, key)
        self._letters.setCurrentIndex(self._letters.findData(house.letters))
        self.add_row(self.tr("&Letters"), self._letters)
        self._picture = QLabel()
        self._picture.setMinimumSize(_SHOWN)
        choose, self._remove = QPushButton(self.tr("Choose a &picture…")), QPushButton(self.tr("&Remove"))
        choose.clicked.connect(self._choose_logo)
        self._remove.clicked.connect(lambda: self._show_logo(None))
        self.add_row(self.tr("Logo"), _beside(self._picture, choose, self._remove), choose)
        self._alt = QLineEdit(house.logo.alt if house.logo else "")
        self._alt.setObjectName("logo_words")
        self._alt.setPlaceholderText(self.tr("Arms of Aldermere Council"))
        self.add_row(self.tr("In &words"), self._alt)
        self.add_words(self.tr("The words stand for the logo where a screen reader reads the paper aloud."))
        self._show_logo(house.logo)
        for button in (other, choose, self._remove):
            button.setAutoDefault(False)
        self.finish(QPushButton(self.tr("Keep")))

    def accept(self) -> None:
        """Keep what was changed; the dialogue stays open where it cannot be kept."""
        commands = self.commands()
        if not commands or self._bridge.run(Together(self.tr("Change the look of papers"), commands)) is not None:
            super().accept()

    def commands(self) -> tuple[SetSetting, ...]:
        """Return what must be done so that the plan keeps what was chosen; nothing where it does."""
        plan = self._bridge.plan
        logo = None
        if self._logo is not None:
            logo = Logo(self._logo.data, self._logo.width, self._logo.height, self._alt.text().strip()).record()
        colour, letters = self._colour.currentData(), self._letters.currentData()
        wanted = (
            (COLOUR, None if colour == "petrol" else colour),
            (LETTERS, None if letters == next(iter(TYPEFACES)) else letters),
            (LOGO, logo),
        )
        return tuple(SetSetting(name, value) for name, value in wanted if value != plan.setting(name))

    def take_logo(self, path: str) -> None:
        """Take a picture from a file, drawn smaller where it is large. Says so where it is none."""
        image = QImage(path)
        data, size = (b"", QSize()) if image.isNull() else smaller(image)
        if not data:
            trouble = PlannerError(
                self.tr("This file is no picture that can be read."),
                self.tr("Choose a PNG or JPEG file; nothing was changed."),
            )
            messages.error(self, trouble)
            return
        self._show_logo(Logo(data, size.width(), size.height()))

    def _choose_logo(self) -> None:
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.gif *.bmp *.webp)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a logo"), "", kinds)
        if path:
            self.take_logo(path)

    def _choose_colour(self) -> None:
        fit_soon()
        chosen = QColorDialog.getColor(QColor(House.of(self._bridge.plan).colour), self, self.tr("Other colour"))
        if not chosen.isValid():
            return
        if is_readable(chosen.name().upper()):
            self._show_colour(chosen.name().upper())
        else:
            trouble = PlannerError(
                self.tr("This colour is too light to be read on white paper."),
                self.tr("Choose a darker one; nothing was changed."),
            )
            messages.error(self, trouble)

    def _show_colour(self, colour: str) -> None:
        if self._colour.findData(colour) < 0 and is_readable(colour):
            self._colour.addItem(_swatch(colour), colour, colour)
        self._colour.setCurrentIndex(max(self._colour.findData(colour), 0))

    def _show_logo(self, logo: Logo | None) -> None:
        self._logo = logo
        self._remove.setEnabled(logo is not None)
        self._alt.setEnabled(logo is not None)
        if logo is None:
            self._picture.setText(self.tr("None"))
            return
        picture = QPixmap.fromImage(QImage.fromData(logo.data))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(picture.scaled(_SHOWN, keep, smooth))


def smaller(image: QImage) -> tuple[bytes, QSize]:
    """Return a picture as a PNG small enough to travel with the plan, and its size in dots."""
    for sides in _LARGEST_SIDES:
        limit = QSize(*sides)
        drawn = image
        if image.width() > limit.width() or image.height() > limit.height():
            smooth = Qt.TransformationMode.SmoothTransformation
            drawn = image.scaled(limit, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawn.save(buffer, "PNG")  # type: ignore[call-overload]
        if data.size() <= LARGEST:
            return bytes(data.data()), drawn.size()
    return b"", QSize()


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(theme.px(16), theme.px(16))
    picture.fill(QColor(colour))
    return QIcon(picture)


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if place == 0 else 0)
    return row
