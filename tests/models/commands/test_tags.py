"""Tags of several rows."""

from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.tags import ChangeTags, tags_in
from tests.builders import session_of


def test_tags_are_added_to_what_each_row_has_and_taken_off_whatever_their_capitals() -> None:
    session, _ = session_of()
    session.run(AddItem("One", id="a", fields=(("tags", "GAP, RAP"),)))
    session.run(AddItem("Two", id="b"))
    session.run(ChangeTags(("a", "b"), add=("DAP", "GAP"), remove=("rap",)))
    assert session.plan.items["a"].tags == ("GAP", "DAP")
    assert session.plan.items["b"].tags == ("DAP", "GAP")
    assert session.undo() == "Change tags of 2 rows"
    assert session.plan.items["a"].tags == ("GAP", "RAP")


def test_typed_tags_are_parted_by_commas_and_semicolons() -> None:
    assert tags_in(" GAP; RAP,, GAP ,two words") == ("GAP", "RAP", "two words")
