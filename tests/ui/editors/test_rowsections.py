from mkplanner.models.commands.progress import AddUpdate
from mkplanner.settings import SettingsFile
from mkplanner.ui.editors.panel import DetailsPanel
from tests.ui.saltway import bridge_of


def test_what_was_folded_away_stays_so_next_time(qtbot):
    settings = SettingsFile()
    panel = DetailsPanel(bridge_of(), None, settings)
    qtbot.addWidget(panel)
    panel.show_item("a22")
    assert [name for name, section in panel.row.sections.items() if not section.is_open] == ["history"]
    panel.row.sections["outcomes"].head.click()
    again = DetailsPanel(bridge_of(), None, SettingsFile())
    qtbot.addWidget(again)

    assert [name for name, section in again.row.sections.items() if not section.is_open] == ["outcomes", "history"]


def test_a_closed_section_tells_what_it_holds(panel):
    panel._bridge.run(AddUpdate("a12", "Signed"))
    panel.show_item("a12")
    for section in panel.row.sections.values():
        section.head.setChecked(False)
    said = {name: section.head.summary for name, section in panel.row.sections.items()}

    assert said["date"].startswith("By 31 Dec 25")
    assert said["who"] == "Head of Legal, HR Manager"
    assert (said["updates"], said["links"], said["outcomes"]) == ("1 update", "nothing", "none")


def test_every_field_of_the_field_table_can_be_edited_in_the_details(panel):
    panel.show_item("a12")
    fields = {
        "ref": panel.row.more.ref,
        "title": panel.title,
        "by_when": panel.row.date.words,
        "status": panel.status,
        "percent": panel.row.more.percent,
        "tags": panel.row.more.tags,
        "notes": panel.row.notes.words,
        "owners": panel.row.who,
    }
    assert all(field.isVisibleTo(panel) for field in fields.values())
