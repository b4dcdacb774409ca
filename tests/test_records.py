import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from functools import cached_property

import pytest

from mkplanner.records import frozen


@frozen
class Line:
    """A line with a place of its own for each field."""

    words: str
    number: int = 3
    marks: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    told: str = field(default="", compare=False)
    secret: str = field(default="hidden", repr=False)


@frozen(slots=False)
class Page:
    """A page that keeps what it has counted."""

    lines: tuple[Line, ...] = ()

    @cached_property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.lines)


@frozen
class Heading(Line):
    """A line with a level."""

    level: int = 1


@frozen
class Nothing:
    """No field at all."""


@frozen
class Checked:
    """A class that looks at what it was given."""

    number: int

    def __post_init__(self):
        if self.number < 0:
            raise ValueError("below nought")


def test_it_is_filled_by_place_by_name_and_by_default():
    for _ in range(2):  # the first of a class is filled in another way than those that follow
        line = Line("a", marks=("x",))
        assert (line.words, line.number, line.marks, line.notes, line.secret) == ("a", 3, ("x",), [], "hidden")
    assert Line("a").notes is not Line("a").notes


@pytest.mark.parametrize("given", [{}, {"words": "a", "strange": 1}])
def test_a_field_that_is_missing_or_unknown_is_refused(given):
    for _ in range(2):
        with pytest.raises(TypeError):
            Line(**given)


def test_nothing_in_it_can_be_altered_and_nothing_added():
    line = Line("a")
    for name in ("words", "strange"):
        with pytest.raises(FrozenInstanceError):
            setattr(line, name, "b")
    with pytest.raises(FrozenInstanceError):
        del line.words
    assert not hasattr(line, "__dict__")


def test_equal_fields_make_it_equal_but_those_left_out_of_comparing():
    assert Line("a", told="one") == Line("a", told="two")
    assert hash(Page((Line("a"),)).lines[0].marks) == hash(())
    assert Line("a") != Line("b")
    assert Line("a") != Heading("a")
    assert Page() == Page()
    assert hash(Page()) == hash(Page())
    assert len({Nothing(), Nothing()}) == 1


def test_it_tells_its_fields_but_those_left_out_of_telling():
    assert repr(Line("a", 1, ("m",))) == "Line(words='a', number=1, marks=('m',), notes=[], told='')"
    assert repr(Nothing()) == "Nothing()"


def test_it_is_a_dataclass_to_all_who_ask():
    assert is_dataclass(Line)
    assert [each.name for each in fields(Heading)] == ["words", "number", "marks", "notes", "told", "secret", "level"]
    assert replace(Line("a", 1), number=2) == Line("a", 2)
    assert asdict(Page((Line("a"),)))["lines"][0]["words"] == "a"
    assert Line.__match_args__[:2] == ("words", "number")


def test_one_that_comes_from_another_is_filled_with_the_fields_of_both():
    assert Heading("a", level=2).level == 2
    assert Line("a").number == 3
    assert Heading("b") == Heading("b", level=1)


def test_one_without_slots_keeps_what_it_has_worked_out():
    page = Page((Line("a"), Line("b")))
    assert page.count == 2
    assert "count" in vars(page)


def test_it_can_be_copied_and_kept():
    line = Line("a", 1, notes=["n"])
    assert copy.copy(line) == line
    assert copy.deepcopy(line).notes is not line.notes
    assert pickle.loads(pickle.dumps(line)) == line
    assert pickle.loads(pickle.dumps(Page((line,)))) == Page((line,))


def test_what_it_was_given_is_looked_at_each_time():
    for _ in range(2):
        assert Checked(1).number == 1
        with pytest.raises(ValueError, match="below nought"):
            Checked(-1)
