from datetime import date

from mkplanner.models.asking.narrowing import Wanted
from mkplanner.models.asking.query import Query
from mkplanner.ui.itemmodels.filtering import Question
from tests.ui.saltway import saltway_plan


def test_the_same_words_in_another_guise_are_no_other_question():
    question = Question()

    assert question.ask(Query("board"))
    assert not question.ask(Query(" Board "))
    assert question.ask(Query("board", sort="title"))


def test_rows_that_were_changed_stay_in_sight_until_something_else_is_asked():
    question = Question(lambda: date(2025, 11, 12))
    question.ask(Query(wanted=Wanted(statuses=("late",))))
    question.keep(["a23"])

    assert question.answer(saltway_plan()).found == {"a21", "a23"}
    question.apply_again()
    assert question.answer(saltway_plan()).found == {"a21"}
