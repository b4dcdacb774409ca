"""One outcome may belong to several rows."""

from mkplanner.models.formats.outcomes import OutcomeList


def test_the_same_outcome_below_one_heading_is_one() -> None:
    outcomes = OutcomeList()
    outcomes.add("<p>Fewer visits</p> <p>Less paper</p>", 1, 0, 4)
    outcomes.add("Less  paper", 2, 0, 5)
    outcomes.add("Less paper", 9, 8, 12)
    assert [(outcome.text, outcome.items) for outcome in outcomes.finish()] == [
        ("Fewer visits", (1,)),
        ("Less paper", (1, 2)),
        ("Less paper", (9,)),
    ]
