"""One part of the details that can be folded away: a head with an arrow, what stands in it, and a link at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import pixmap


class SectionHead(QToolButton):
    """The word of a section with its arrow; pressed in while the section is open. Left and Right close and open it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = words
        self.summary = ""
        self.is_news = False
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), 3, 3)
        side = theme.px(12)
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        painter.drawPixmap(theme.px(1), (self.height() - side) // 2, pixmap(arrow, side, "text2"))
        painter.setFont(theme.font(11, bold=True))
        painter.setPen(theme.colour("text2"))
        place = self.rect().adjusted(theme.px(17), 0, -2, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.words)
        if self.is_news:
            place = self._paint_dot(painter, place)
        if self.summary:
            self._paint_summary(painter, place)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _paint_dot(self, painter: QPainter, place: QRect) -> QRect:
        """The dot that the table puts before a row that others have just changed, here behind the section's word."""
        left = place.left() + painter.fontMetrics().horizontalAdvance(self.words) + theme.px(8)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(left + theme.px(3), self.height() / 2), theme.px(3), theme.px(3))
        painter.restore()
        return place.adjusted(theme.px(14), 0, 0, 0)

    def _paint_summary(self, painter: QPainter, place: QRect) -> None:
        """What a closed section holds, as far as there is room beside its word."""
        used = painter.fontMetrics().horizontalAdvance(self.words) + theme.px(8)
        room = place.adjusted(used, 0, 0, 0)
        font = theme.font(11)
        painter.setFont(font)
        painter.setPen(theme.colour("text3"))
        words = QFontMetrics(font).elidedText(self.summary, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class Section(QWidget):
    """`turned` brings the section's name and whether it is open now, when somebody opens or closes it."""

    turned = Signal(str, bool)

    def __init__(
        self,
        name: str,
        words: str,
        body: QWidget,
        link: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"section_{name}")
        self._name = name
        self.body = body
        self.head = SectionHead(words)
        self.head.setObjectName(f"head_{name}")
        self.head.toggled.connect(self._turn)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.head, 1)
        if link is not None:
            row.addWidget(link)
            link.clicked.connect(lambda: self.head.setChecked(True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addLayout(row)
        layout.addWidget(body)
        self._describe()

    @property
    def is_open(self) -> bool:
        """Whether what stands in it is shown."""
        return self.head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close it without telling anybody."""
        blocked = self.head.blockSignals(True)
        self.head.setChecked(is_open)
        self.head.blockSignals(blocked)
        self.body.setVisible(is_open)
        self._describe()

    def show_news(self, is_news: bool) -> None:
        """Mark that others have just changed something in it."""
        self.head.is_news = is_news
        self._describe()

    def show_summary(self, words: str) -> None:
        """Say in a few words what it holds; they are only seen while it is closed."""
        self._summary = words
        self._describe()

    _summary = ""

    def _turn(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self._describe()
        self.turned.emit(self._name, is_open)

    def _describe(self) -> None:
        head = self.head
        head.summary = "" if self.is_open else self._summary
        said = self.tr("Open") if self.is_open else f"{self.tr('Closed')}. {self._summary}"
        head.setAccessibleDescription(f"{self.tr('Others have just changed this.')} {said}" if head.is_news else said)
        head.setToolTip(self.tr("Fold away") if self.is_open else self.tr("Show"))
        head.update()
