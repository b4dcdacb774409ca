"""Work that is let go of."""

from threading import Event

import pytest

from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled, Progress
from mkplanner.ui.importing.lettinggo import let_go


def test_what_the_deed_returns_or_raises_comes_home() -> None:
    def refuse() -> None:
        raise PlannerError("It is damaged.")

    assert let_go(lambda: 44)(Progress()) == 44
    with pytest.raises(PlannerError, match="damaged"):
        let_go(refuse)(Progress())


def test_who_has_stopped_it_waits_no_longer_though_the_deed_goes_on() -> None:
    gate, progress = Event(), Progress()
    progress.cancel()

    with pytest.raises(Cancelled):
        let_go(lambda: gate.wait(20))(progress)

    gate.set()
