"""What hangs on a row is named by its id or its place."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.naming import found
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.edit import Edit
from tests.builders import written

THINGS = {"x": "first", "y": "second"}
OF_ROW = {"a": ("first", "second")}


@pytest.mark.parametrize(("name", "thing"), [("y", "second"), (("a", 1), "first"), (("a", 2), "second")])
def test_a_thing_is_found_by_its_id_or_its_place(name, thing):
    assert found(Edit(written(AddItem("A", id="a"))), name, THINGS, OF_ROW, "thing") == thing


@pytest.mark.parametrize("name", ["z", ("a", 0), ("a", 3)])
def test_a_thing_that_has_gone_is_said_by_what_it_was(name):
    with pytest.raises(RefusedError, match="That thing is no longer in the plan"):
        found(Edit(written(AddItem("A", id="a"))), name, THINGS, OF_ROW, "thing")
