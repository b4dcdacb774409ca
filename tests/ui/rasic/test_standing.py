import pytest

from mkplanner.models.people import Party
from mkplanner.models.rasic.questions import Asked, Question
from mkplanner.ui.rasic.view import RasicView
from tests.ui.saltway import bridge_of


@pytest.fixture
def bridge():
    return bridge_of()


@pytest.fixture
def view(qtbot, bridge):
    return made(qtbot, bridge)


def made(qtbot, bridge):
    view = RasicView(bridge)
    qtbot.addWidget(view)
    return view


def party(view) -> str:
    return next(party.id for party in view.model.matrix.parties if isinstance(party, Party))


def shown(view) -> list[str]:
    return [entry.item.id for entry in view.model.rows]


def test_rows_shut_are_shut_again_at_the_next_opening(qtbot, bridge, view):
    view.model.open_row("a11", False)
    other = made(qtbot, bridge)
    other.restore_state(view.save_state())
    assert other.model.is_shut("a11")
    assert "s111" not in shown(other)


def test_the_question_is_asked_again_without_the_words_of_the_filter(qtbot, bridge, view):
    asked = Question(Asked.WHERE, party(view), letters="A", hide_done=True, words="audit")
    view.model.ask(asked)
    other = made(qtbot, bridge)
    other.restore_state(view.save_state())
    assert other.model.question == Question(Asked.WHERE, party(other), letters="A", hide_done=True)


def test_a_question_about_somebody_who_has_gone_is_let_go(view):
    view.restore_state(
        b'{"shut": ["gone", 3], "question": {"asked": "where", "party": "x", "other": "", "letters": ""}}'
    )
    assert view.model.question == Question()
    assert view.model.shut == set()


@pytest.mark.parametrize("state", [b"", b"{", b"[]", b'{"question": 3}', b'{"question": {"asked": "why"}}'])
def test_what_cannot_be_read_changes_nothing(view, state):
    before = shown(view)
    view.restore_state(state)
    assert shown(view) == before


def test_the_row_chosen_elsewhere_does_not_undo_what_was_put_back_but_later_ones_are_shown(view):
    view.restore_state(b'{"shut": ["a11"]}')
    view.select("s111")
    assert view.selected() == ("a11",)
    view.select("s112")
    assert view.selected() == ("s112",)
