"""Named views: columns, filter, order, groups and zoom, kept in the plan, so that everybody who shares it has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from mkplanner.models.asking.query import Query
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.commands.together import Together
from mkplanner.ui.arranging.arranger import Arranger
from mkplanner.ui.asking import ask
from mkplanner.ui.forms import FormDialog

KIND = "view"
ZOOM = "pixels_per_day"


class SavedViews:
    """Keeps and shows the named views of one table. `zoom` tells the pixels of a day, `set_zoom` takes them back."""

    def __init__(self, arranger: Arranger, zoom: Callable[[], float], set_zoom: Callable[[float], None]) -> None:
        self._arranger = arranger
        self._model = arranger.table.plan_tree
        self._zoom, self._set_zoom = zoom, set_zoom
        self.chosen = ""
        self.ask_name: Callable[[QWidget, str, str], str | None] = ask_name

    def names(self) -> list[str]:
        """Return the names of all views, in alphabetical order."""
        return list(self._model.plan.settings_under(KIND))

    def now(self) -> dict[str, Any]:
        """Return what a view keeps of the table as it is now."""
        return {
            "query": self._arranger.query.to_data(),
            "columns": self._arranger.table.head.places(),
            "zoom": {ZOOM: round(self._zoom(), 4)},
        }

    def keep(self, name: str) -> bool:
        """Keep what is shown now under a name, in the place of what stood there."""
        if self._model.run(SetSetting(f"{KIND}/{name}", self.now(), f"Keep the view “{name}”")):
            self.chosen = name
            return True
        return False

    def show(self, name: str) -> None:
        """Show the table as the view with this name has it; what it does not know stays as it is."""
        kept = self._model.plan.setting(f"{KIND}/{name}")
        if not isinstance(kept, Mapping):
            return
        self.chosen = name
        self._arranger.table.head.restore(kept.get("columns"))
        self._arranger.ask(Query.of(kept.get("query")))
        zoom = kept.get("zoom")
        pixels = zoom.get(ZOOM) if isinstance(zoom, Mapping) else None
        if isinstance(pixels, (int, float)) and pixels > 0:
            self._set_zoom(float(pixels))

    def rename(self, name: str, other: str) -> None:
        """Give a view another name."""
        kept = self._model.plan.setting(f"{KIND}/{name}")
        orders = (SetSetting(f"{KIND}/{other}", kept), SetSetting(f"{KIND}/{name}", None))
        if self._model.run(Together(f"Rename the view “{name}”", orders)) and self.chosen == name:
            self.chosen = other

    def forget(self, name: str) -> None:
        """Delete a view; rows are not touched."""
        if self._model.run(SetSetting(f"{KIND}/{name}", None, f"Delete the view “{name}”")):
            self.chosen = ""

    # Menu

    def ask_keep(self) -> None:
        """Ask for a name and keep what is shown under it."""
        name = self.ask_name(self._arranger.table.window(), "Keep as a view", self.chosen)
        if name:
            self.keep(name)

    def _ask_rename(self) -> None:
        name = self.ask_name(self._arranger.table.window(), "Rename the view", self.chosen)
        if name and name != self.chosen:
            self.rename(self.chosen, name)

    def fill(self, menu: QMenu) -> None:
        """Offer every view, and what can be done with the one that was chosen last."""
        menu.setToolTipsVisible(True)
        whole = menu.addAction("&Whole plan, plan order")
        whole.setObjectName("view_whole")
        whole.triggered.connect(self._show_whole)
        menu.addSeparator()
        names = self.names()
        for number, name in enumerate(names, start=1):
            said = name.replace("&", "&&")
            action = menu.addAction(f"&{number} {said}" if number <= 9 else said)
            action.setObjectName(f"view_{name}")
            action.setCheckable(True)
            action.setChecked(name == self.chosen)
            action.triggered.connect(lambda _on=False, name=name: self.show(name))
        if names:
            menu.addSeparator()
        menu.addAction("&Keep what is shown as a view…", self.ask_keep).setObjectName("view_keep")
        if self.chosen in names:
            said = self.chosen.replace("&", "&&")
            menu.addAction(f"&Update “{said}”", lambda: self.keep(self.chosen)).setObjectName("view_update")
            menu.addAction(f"&Rename “{said}”…", self._ask_rename).setObjectName("view_rename")
            menu.addAction(f"&Delete “{said}”", lambda: self.forget(self.chosen)).setObjectName("view_delete")

    def _show_whole(self) -> None:
        self.chosen = ""
        self._arranger.clear()


class NameDialog(FormDialog):
    """Asks for a name."""

    def __init__(self, parent: QWidget | None, title: str, name: str) -> None:
        super().__init__(parent, title)
        self.setObjectName("view_name_dialog")
        self.line = QLineEdit(name)
        self.line.setObjectName("view_name")
        self.line.selectAll()
        self.add_row(self.tr("&Name"), self.line)
        self.add_words(
            self.tr("Columns, filter, order, groups and zoom are kept in the plan, for everybody who shares it.")
        )
        deed = QPushButton(self.tr("Keep"))
        self.finish(deed)
        deed.setEnabled(bool(name))
        self.line.textChanged.connect(lambda words: deed.setEnabled(bool(words.strip())))


def ask_name(parent: QWidget, title: str, name: str) -> str | None:
    """Ask for the name of a view; None where the user would rather not."""
    dialog = NameDialog(parent, title, name)
    return " ".join(dialog.line.text().split()) if ask(dialog) else None
