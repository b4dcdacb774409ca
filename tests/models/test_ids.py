from mkplanner.models.ids import derived_id, new_id

PLAN = "6f1c1f2e-3f0a-4c55-9c39-2f1f3d0f8a11"


def test_a_fresh_identity_is_never_given_twice():
    assert len({new_id() for _ in range(1000)}) == 1000


def test_the_same_cell_is_one_row_on_every_computer():
    assert derived_id(PLAN, "row", "party") == derived_id(PLAN, "row", "party")
    assert derived_id(PLAN, "row", "party") != derived_id(PLAN, "party", "row")
