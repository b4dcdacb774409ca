from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from mkplanner.errors import PlannerError
from mkplanner.models.asking.facts import FACTS
from mkplanner.models.commands.people import ChangeParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, DeleteItem, Indent, MoveItem, Outdent, SetField
from mkplanner.models.commands.together import Together
from mkplanner.models.outline import outline
from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, OWNER, REF, STATUS, TITLE
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from tests.builders import empty_plan
from tests.ui.saltway import bridge_of, saltway_plan, timetable_of


def tree_of(bridge) -> PlanTree:
    model = PlanTree(bridge)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def shown(model: PlanTree, parent: QModelIndex | None = None, depth: int = 0) -> list[tuple[int, str, str]]:
    """Depth, number and title of every row, as a view would find them."""
    found = []
    parent = parent if parent is not None else QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if index.internalId() == NEW_ROW:
            continue
        assert model.parent(index) == parent
        found.append((depth, index.data(), index.siblingAtColumn(TITLE).data()))
        found += shown(model, index, depth + 1)
    return found


def expected(plan, ids=None) -> list[tuple[int, str, str]]:
    return [(e.depth, e.number, e.item.title) for e in outline(plan) if ids is None or e.item.id in ids]


def test_rows_are_those_of_the_outline_with_a_line_for_a_new_action_at_the_end(qapp):
    model = tree_of(bridge_of())

    assert shown(model) == expected(saltway_plan())
    last = model.index(model.rowCount() - 1, TITLE)
    assert last.internalId() == NEW_ROW
    assert last.data() == "Type a new action…"


def test_an_empty_plan_asks_for_its_first_action(qapp):
    model = tree_of(bridge_of(empty_plan()))

    assert model.rowCount() == 1
    assert "first action" in model.index(0, TITLE).data()


def test_typing_on_the_last_line_adds_an_action_to_the_last_theme(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)

    assert model.setData(model.index_at(NEW_ROW, TITLE), "  Write to\nall residents ")
    assert expected(bridge.plan)[-1] == (1, "2.6", "Write to all residents")
    assert shown(model) == expected(bridge.plan)


def test_blank_words_on_the_last_line_add_nothing(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)

    assert not model.setData(model.index_at(NEW_ROW, TITLE), "   ")
    assert bridge.undo_title is None


def test_an_edit_becomes_a_command_that_names_the_field(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)

    assert model.setData(model.index_of("a22", BY_WHEN), "By March 2026")
    assert bridge.undo_title == "Change by when"
    assert bridge.plan.items["a22"].by_when.words == "By March 2026"
    assert model.index_of("a22", BY_WHEN).data() == "By March 2026"


def test_words_that_did_not_change_make_no_command(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)
    index = model.index_of("a12", OWNER)

    assert not model.setData(index, index.data(Qt.ItemDataRole.EditRole))
    assert bridge.undo_title is None


def test_the_ref_column_shows_the_number_and_sets_the_reference(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)
    index = model.index_of("t2", REF)

    assert (index.data(), index.data(Qt.ItemDataRole.EditRole)) == ("2", "")
    model.setData(index, "RES")
    assert index.data() == "RES"
    assert model.index_of("a22", REF).data() == "RES.2"


def test_what_cannot_be_read_is_refused_with_a_sentence_and_the_cell_stays(qapp, recorder):
    bridge = bridge_of()
    model = tree_of(bridge)

    assert not model.setData(model.index_of("a22", STATUS), "sideways")
    assert "sideways" in recorder.errors[0].sentence
    assert model.index_of("a22", STATUS).data() == ""


def test_a_revised_date_shows_what_it_was(qapp):
    model = tree_of(bridge_of())
    index = model.index_of("a21", BY_WHEN)

    assert index.data() == "By 15 December 2025\nwas 30 September 2025"
    assert index.data(Qt.ItemDataRole.EditRole) == "By 15 December 2025"
    assert "Second round of interviews" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_cells_speak_column_value_and_status(qapp):
    model = tree_of(bridge_of())
    spoken = Qt.ItemDataRole.AccessibleTextRole

    assert model.index_of("a12", TITLE).data(spoken) == "Action: 1.2 Put a collaboration agreement in place, On track"
    assert model.index_of("a12", BY_WHEN).data(spoken).startswith("By when: By 31 Dec 25")
    assert model.index_of("a22", STATUS).data(spoken) == "Status: empty"
    described = model.index_of("a11", BY_WHEN).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "31 March 2026" in described


def test_news_of_one_row_patches_that_row_alone(qapp, qtbot):
    bridge = bridge_of()
    model = tree_of(bridge)
    patched: list[object] = []
    changed: list[str] = []
    model.patched.connect(patched.append)
    model.dataChanged.connect(lambda first, last: changed.append(model.item_id(first)))

    bridge.run(SetField("s112", "title", "Ask the audit teams"))

    assert changed == ["s112"]
    assert len(patched) == 1
    assert len(patched[0]) == 1
    assert model.index_of("s112", TITLE).data() == "Ask the audit teams"


def test_letters_and_names_reach_the_owner_column(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)
    legal = next(party.id for party in bridge.plan.parties.values() if party.name == "Head of Legal")

    bridge.run(SetLetters("a22", legal, "R"))
    assert model.index_of("a22", OWNER).data() == "Head of Legal"
    bridge.run(ChangeParty(legal, "name", "Director of Law"))
    assert model.index_of("a22", OWNER).data() == "Director of Law"
    assert model.index_of("a12", OWNER).data() == "Director of Law, HR Manager"
    bridge.run(SetLetters("a22", legal, ""))
    assert model.index_of("a22", OWNER).data() == ""


def test_indexes_that_views_keep_follow_a_moved_row(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)
    kept = QPersistentModelIndex(model.index_of("s112", TITLE))

    bridge.run(MoveItem("a11", "t2", None))

    assert kept.isValid()
    assert kept.data() == "Consult audit teams"
    assert shown(model) == expected(bridge.plan)


def test_indexes_of_deleted_rows_are_gone_and_come_back_with_undo(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)
    kept = QPersistentModelIndex(model.index_of("s112", TITLE))

    bridge.run(DeleteItem(("a11",)))
    assert not kept.isValid()
    assert not model.index_of("s112").isValid()
    bridge.undo()
    assert shown(model) == expected(saltway_plan())


def test_a_filter_shows_found_rows_with_those_above_them_and_keeps_numbers(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)

    assert model.set_filter("tidemouth COUNTER")
    assert shown(model) == expected(bridge.plan, {"t2", "a25"})
    bridge.run(SetField("a22", "title", "Train counter staff at Tidemouth"))
    assert shown(model) == expected(bridge.plan, {"t2", "a22", "a25"})
    assert model.set_filter("")
    assert shown(model) == expected(bridge.plan)


def test_the_same_filter_again_is_no_news(qapp):
    model = tree_of(bridge_of())

    assert model.set_filter("board")
    assert not model.set_filter(" Board ")


def test_a_change_of_many_rows_at_once_starts_afresh(qapp):
    bridge = bridge_of()
    model = tree_of(bridge)

    steps = tuple(AddItem(f"Row {n}", parent="t1" if n % 2 else "t2", after=None) for n in range(120))
    bridge.run(Together("Add rows", (*steps, MoveItem("a11", "t2"), DeleteItem(("a12",)))))

    assert shown(model) == expected(bridge.plan)


def test_headings_of_columns_come_from_the_field_table(qapp):
    model = tree_of(bridge_of())
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(len(COLUMNS))]

    assert headings[:8] == ["Ref", "Action", "By when", "Owner", "Status", "Done", "Tags", "Notes"]
    assert headings[8:] == [fact.heading for fact in FACTS.values()]


ROWS = st.integers(0, 30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("aaidomunf"), ROWS, ROWS), max_size=25))
def test_whatever_is_done_the_model_shows_the_outline(qapp, recorder, story):
    bridge = bridge_of()
    model = tree_of(bridge)
    kept = [QPersistentModelIndex(model.index_of(id_)) for id_ in bridge.plan.items]

    for kind, one, other in story:
        ids = [entry.item.id for entry in outline(bridge.plan)]
        row = ids[one % len(ids)] if ids else None
        target = ids[other % len(ids)] if ids and other % 4 else None
        try:
            _do(bridge, model, kind, row, target)
        except PlannerError:
            continue
        wanted = expected(bridge.plan)
        assert shown(model) == wanted if not model.filter else set(shown(model)) <= set(wanted)
    for index in kept:
        assert not index.isValid() or index.data() is not None


def _do(bridge, model, kind, row, target):
    if kind == "a":
        bridge.run(AddItem("New row", parent=target))
    elif kind == "u":
        bridge.undo()
    elif kind == "f":
        model.set_filter("" if model.filter else "a")
    elif row is not None:
        command = {
            "i": Indent(row),
            "d": DeleteItem((row,)),
            "o": Outdent(row),
            "m": MoveItem(row, target),
            "n": Together("Both", (AddItem("Beside", parent=target), MoveItem(row, None), DeleteItem((row,)))),
        }[kind]
        bridge.run(command)


def test_the_last_line_says_when_a_filter_has_found_nothing(qtbot):
    view = timetable_of(qtbot, bridge_of())
    last = []
    for words in ("zeppelin", "audit", "zeppelin"):
        view.set_filter(words)
        last.append(view.model.index_at(NEW_ROW, TITLE).data())

    assert [words.startswith("No row has this") for words in last] == [True, False, True]
