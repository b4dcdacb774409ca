from mkplanner.ui.arranging.places import REMEMBERED, Places, recall, remember


class Standing:
    """A view that stands somehow."""

    def __init__(self, state=b""):
        self.state = state

    def save_state(self):
        return self.state

    def restore_state(self, state):
        self.state = state


def test_each_plan_has_its_own_places_and_a_new_one_those_of_the_last():
    kept = remember(remember("", "a", "A"), "b", "B")
    assert (recall(kept, "a"), recall(kept, "b"), recall(kept, "new")) == ("A", "B", "B")
    assert recall(remember(kept, "a", "A2"), "new") == "A2"


def test_what_cannot_be_read_is_as_good_as_nothing():
    for kept in ("", "{", "[1]", '{"splitter": "x", "columns": "y"}', '{"a": 3}'):
        assert recall(kept, "a") == ""


def test_only_some_plans_are_remembered():
    kept = ""
    for number in range(60):
        kept = remember(kept, f"p{number}", "x")
    assert recall(remember(kept, "p59", "last"), "p1") == "last"


def test_what_one_plan_has_is_put_back_and_the_columns_of_it_suit_a_new_one():
    kept = Places("a", {}).now({"updates": Standing(b"wide"), "rasic": Standing(b"shut")})
    again, other = Places("a", kept), Places("b", kept)
    for places, name, wanted in (
        (again, "updates", b"wide"),
        (again, "rasic", b"shut"),
        (other, "updates", b"wide"),
        (other, "rasic", b""),
    ):
        view = Standing()
        places.put_back(name, view)
        assert view.state == wanted


def test_views_that_were_never_shown_stay_as_they_are_remembered():
    kept = Places("a", {}).now({"updates": Standing(b"wide")})
    assert Places("a", kept).now({"board": object()}) == kept
    assert set(kept) == set(REMEMBERED)
