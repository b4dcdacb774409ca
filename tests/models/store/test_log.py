"""The log in memory: digests, what must hold between changesets, heads, and what they come to."""

import pytest

from mkplanner.models.store.log import Change, Changeset, digest_of, fold_row, heads_of, problems, shown
from tests.models.store.helping import PLAN, TENDER, change, changeset

A, B = "a" * 16, "b" * 16
FIRST = changeset(A, 1, 1, change(1, TENDER, "title", "One"), change(2, TENDER, "notes", "n"))


def test_a_whole_log_has_no_problems() -> None:
    second = changeset(B, 1, 2, change(1, TENDER, "title", "Two", (A, 1, 1)))
    third = changeset(A, 2, 2, change(1, TENDER, "title", "Three", (A, 1, 1)))
    assert list(problems(PLAN, [FIRST, second, third])) == []


ALTERATIONS = {
    "uid": lambda each: each._replace(session=each.session._replace(uid=B)),
    "author": lambda each: each._replace(session=each.session._replace(author="Other")),
    "host": lambda each: each._replace(session=each.session._replace(host="Other")),
    "app": lambda each: each._replace(session=each.session._replace(app="Other")),
    "seq": lambda each: each._replace(seq=2),
    "lamport": lambda each: each._replace(lamport=2),
    "at": lambda each: each._replace(at=""),
    "kind": lambda each: each._replace(kind="undo"),
    "label": lambda each: each._replace(label="Other"),
    "undoes": lambda each: each._replace(undoes="x/1"),
    **{
        f"change {name}": lambda each, name=name, value=value: each._replace(
            changes=(each.changes[0]._replace(**{name: value}), *each.changes[1:])
        )
        for name, value in {
            "n": 3,
            "entity": PLAN,
            "kind": "party",
            "field": "ref",
            "old": '"x"',
            "new": '"x"',
            "tomb": 1,
            "supersedes": ((B, 1, 1),),
        }.items()
    },
    "a change less": lambda each: each._replace(changes=each.changes[:1]),
    "another order": lambda each: each._replace(changes=each.changes[::-1]),
}


@pytest.mark.parametrize("name", ALTERATIONS)
def test_the_digest_covers_everything(name: str) -> None:
    assert digest_of(PLAN, ALTERATIONS[name](FIRST)) != FIRST.digest


def test_the_digest_covers_the_plan_and_tells_numbers_from_texts() -> None:
    assert digest_of("another plan", FIRST) != FIRST.digest
    assert digest_of(PLAN, FIRST._replace(seq="1")) != FIRST.digest  # type: ignore[arg-type]
    assert digest_of(PLAN, FIRST) == FIRST.digest
    assert len(FIRST.digest) == 32


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ([FIRST, changeset(A, 3, 2, change(1, TENDER, "title", "x", (A, 1, 1)))], "gap"),
        ([changeset(A, 2, 1, change(1, TENDER, "title", "x"))], "gap"),
        ([FIRST, changeset(A, 2, 1, change(1, TENDER, "ref", "x"))], "count upwards"),
        ([FIRST, changeset(B, 1, 3, change(1, TENDER, "ref", "x"))], "impossible number"),
        ([FIRST, changeset(B, 1, 0, change(1, TENDER, "ref", "x"))], "impossible number"),
        ([FIRST, changeset(B, 1, 2, change(1, TENDER, "title", "x", (A, 1, 2)))], "not there"),
        ([FIRST, changeset(B, 1, 2, change(1, TENDER, "title", "x", (A, 9, 1)))], "not there"),
        ([FIRST, changeset(B, 1, 1, change(1, TENDER, "title", "x", (A, 1, 1)))], "not there"),
        ([FIRST, changeset(B, 1, 2, change(2, TENDER, "title", "x"))], "parts"),
        ([FIRST, changeset(B, 1, 2)], "empty"),
        ([FIRST, changeset(B, 1, 2, change(1, TENDER, "ref", "x"), change(2, TENDER, "ref", "y"))], "twice"),
        ([FIRST, changeset(B, 1, 2, change(1, TENDER, "ref", "x", kind="party"))], "another kind"),
        ([FIRST, changeset(B, 1, 2, Change(1, TENDER, "item", "ref", None, None, 0, ()))], "neither"),
        ([FIRST, changeset(B, 1, 2, Change(1, TENDER, "item", "ref", None, '"x"', 1, ()))], "neither"),
    ],
)
def test_what_cannot_be_is_named(log: list[Changeset], words: str) -> None:
    assert any(words in sentence for sentence in problems(PLAN, log))


def test_two_writers_who_did_not_know_of_each_other_leave_two_heads() -> None:
    second = changeset(B, 1, 2, change(1, TENDER, "title", "Two", (A, 1, 1)))
    third = changeset(A, 2, 2, change(1, TENDER, "title", "Three", (A, 1, 1)))
    heads = heads_of([FIRST, second, third])[TENDER]["title"]
    assert {head.value for head in heads} == {'"Two"', '"Three"'}
    assert shown(heads).value == '"Two"', "equal in what they had seen: the greater name"
    chosen = changeset(A, 3, 3, change(1, TENDER, "title", "Three", (A, 2, 1), (B, 1, 1)))
    assert [head.value for head in heads_of([FIRST, second, third, chosen])[TENDER]["title"]] == ['"Three"']


def test_a_deletion_marks_the_heads_it_saw_and_yields_to_what_it_did_not_see() -> None:
    gone = tuple(
        Change(n, TENDER, "item", field, old, None, 1, ((A, 1, n),))
        for n, field, old in ((1, "title", '"One"'), (2, "notes", '"n"'))
    )
    deletion = changeset(B, 1, 2, *gone)
    assert fold_row(heads_of([FIRST, deletion])[TENDER]) == ("item", {"title": '"One"', "notes": '"n"'}, False)
    meanwhile = changeset(A, 2, 2, change(1, TENDER, "title", "Kept", (A, 1, 1)))
    assert fold_row(heads_of([FIRST, deletion, meanwhile])[TENDER]) == (
        "item",
        {"title": '"Kept"', "notes": '"n"'},
        True,
    )
