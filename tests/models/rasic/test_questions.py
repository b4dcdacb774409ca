"""Questions to the matrix, answered row by row."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetCells
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.plan import ItemKind
from mkplanner.models.quarters import quarters_between
from mkplanner.models.rasic.matrix import Matrix
from mkplanner.models.rasic.questions import Asked, Question, answers, rows_of, say, say_answer
from tests.builders import example_plan, session_of

TODAY = date(2027, 2, 10)


def small(cells: dict[tuple[str, str], str]) -> Matrix:
    session, _ = session_of()
    session.run(AddItem("Money", ItemKind.THEME, id="t"))
    for item, parent, when, status in (
        ("a", "t", "By 31 March 2027", "at risk"),
        ("a1", "a", "", "complete"),
        ("b", "t", "By 30 June 2027", ""),
        ("c", "t", "By 1 October 2026", ""),
        ("d", "t", "By 1 March 2027", "complete"),
    ):
        session.run(AddItem(f"Row {item}", parent=parent, id=item))
        session.run(SetField(item, "by_when", when))
        session.run(SetField(item, "status", status))
    for party in "xy":
        session.run(AddParty(f"Post {party}", id=party))
    session.run(SetCells(cells))
    return Matrix(session.plan)


def ids(matrix: Matrix, question: Question) -> str:
    return " ".join(sorted(answers(matrix, question, TODAY)))


def test_without_a_question_every_row_is_shown() -> None:
    matrix = Matrix(example_plan())
    assert rows_of(matrix, Question()) == matrix.rows
    assert say(matrix, Question()) == ""


def test_gaps_are_rows_with_a_problem_and_rows_without_any_letter() -> None:
    matrix = small({("a", "x"): "AR", ("b", "x"): "R", ("c", "y"): "A"})
    assert ids(matrix, Question(Asked.GAPS)) == "b c d"
    assert say_answer(matrix, Question(Asked.GAPS)) == "3 rows"


def test_where_somebody_holds_a_letter_or_any() -> None:
    matrix = small({("a", "x"): "A", ("b", "x"): "C", ("c", "y"): "C"})
    assert ids(matrix, Question(Asked.WHERE, "x")) == "a b"
    assert ids(matrix, Question(Asked.WHERE, "x", letters="C")) == "b"
    assert say(matrix, Question(Asked.WHERE, "x", letters="C")) == "Where Post x is Consulted"
    assert [entry.item.id for entry in rows_of(matrix, Question(Asked.WHERE, "x", letters="C"))] == ["t", "b"]


def test_what_somebody_owes_is_due_by_the_end_of_the_quarter_and_not_done() -> None:
    matrix = small(dict.fromkeys(((item, "x") for item in ("a", "a1", "b", "c", "d")), "R"))
    assert ids(matrix, Question(Asked.OWES, "x")) == "a c"
    assert ids(matrix, Question(Asked.OWES, "y")) == ""
    assert say_answer(matrix, Question(Asked.OWES, "y"), TODAY) == "no row"


def test_where_somebody_holds_a_letter_in_one_quarter() -> None:
    matrix = small(dict.fromkeys(((item, "x") for item in ("a", "b", "c")), "R"))
    (quarter,) = quarters_between(date(2027, 5, 1), date(2027, 5, 1), matrix.plan.context())
    question = Question(Asked.WHERE, "x", letters="R", period=quarter)
    assert ids(matrix, question) == "b"
    assert say(matrix, question) == "Where Post x is Responsible in Q1 2027/28"


def test_two_are_compared_where_either_has_a_letter() -> None:
    matrix = small({("a", "x"): "A", ("a", "y"): "R", ("b", "y"): "C"})
    question = Question(Asked.COMPARE, "x", "y")
    assert ids(matrix, question) == "a b"
    assert say(matrix, question) == "Post x beside Post y"
    assert say_answer(matrix, question) == "2 rows, 1 of them shared"


def test_done_rows_are_hidden_and_words_narrow_every_question() -> None:
    matrix = small({("a", "x"): "A", ("d", "x"): "A"})
    assert ids(matrix, Question(hide_done=True)) == "a b c"
    assert ids(matrix, Question(Asked.WHERE, "x", words="row d")) == "d"
    assert ids(matrix, Question(words="money")) == "a a1 b c d"
    assert say(matrix, Question(Asked.GAPS, hide_done=True)) == "Gaps only · done hidden"


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["a", "a1", "b", "c", "d"]), st.sampled_from("xy")),
        st.sets(st.sampled_from("ARSIC"), min_size=1).map("".join),
    ),
    st.sets(st.sampled_from("ARSIC")).map("".join),
)
def test_where_agrees_with_the_cells_themselves(cells: dict[tuple[str, str], str], letters: str) -> None:
    expected = {
        item for (item, party), held in cells.items() if party == "x" and (not letters or set(letters) & set(held))
    }
    assert answers(small(cells), Question(Asked.WHERE, "x", letters=letters), TODAY) == expected
