"""What a person reads off the details panel."""

from PySide6.QtWidgets import QLabel


def plan_of(panel):
    return panel._bridge.plan


def words(widget) -> str:
    """Every word that is to be seen."""
    return "\n".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def party(panel, name):
    """The id of a party by its name."""
    return next(party.id for party in plan_of(panel).parties.values() if party.name == name)
