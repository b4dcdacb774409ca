"""What becomes of letters that a chosen set has no place for: asked for each, with how many there are."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from mkplanner.models.plan import Plan
from mkplanner.models.rasic.lettersets import LetterSet, letter_set, letters_without_place
from mkplanner.models.wording import count

KEEP = "keep"


class StraysBox(QWidget):
    """Empty while every letter has its place."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)

    def show_set(self, wanted: LetterSet) -> None:
        """Ask about the letters that have no place in a set."""
        while (taken := self._grid.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        self._boxes = {}
        now = letter_set(self._plan)
        for row, (code, number) in enumerate(letters_without_place(self._plan, wanted).items()):
            box = QComboBox()
            box.setObjectName(f"stray_{code}")
            box.addItem("stay as they are, marked", KEEP)
            for letter in wanted.letters:
                box.addItem(f"become {letter.key}, {letter.word}", letter.code)
            box.addItem("are taken away", "")
            words = QLabel(f"{count(number, 'cell')} with {now.key(code)} ({now.word(code)}), not in {wanted.name}:")
            words.setBuddy(box)
            box.setAccessibleName(words.text())
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(box, row, 1)
            self._boxes[code] = box
        self.setVisible(bool(self._boxes))

    def instead(self) -> dict[str, str]:
        """Return what becomes of each code that does not stay."""
        chosen = {code: str(box.currentData()) for code, box in self._boxes.items()}
        return {code: wanted for code, wanted in chosen.items() if wanted != KEEP}
