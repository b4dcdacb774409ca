from mkplanner.ui.arranging.places import recall, remember


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
