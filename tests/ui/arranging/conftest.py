import pytest

from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


@pytest.fixture
def shown():
    """The numbers of the rows in sight, headings of groups by their words."""

    def listed(view):
        found, index = [], view.model.index(0, 0)
        while index.isValid():
            serial = index.internalId()
            found.append(view.model.text(serial, 0) or view.model.text(serial, 1))
            index = view.table.indexBelow(index)
        return found[:-1]

    return listed
