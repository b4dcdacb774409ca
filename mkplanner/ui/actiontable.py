"""Every command of menus, toolbar and keys, said once: name, words, keys, icon and what it needs.

Whoever carries a command out offers a function under its name: the window itself, or the view on show (`views.View`).
"""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One command: `text` with its mnemonic, `keys` the first of which menus show, `why_not` the reason when it is grey."""

    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    why_not: str = "Open a plan first."
    checkable: bool = False


_NO_VIEW = "This view does not do that; choose another row or the other view."
_ONLY_RASIC = "Only the RASIC matrix does that; go to a post there."
_IN_TABLE = "The timetable's table does that; in the RASIC matrix press + and −."
_NOTHING = "There is nothing to do this with yet."

TABLE: dict[str, Entry] = {
    "new": Entry("&New plan…", ("Ctrl+N",), "new", "Start a plan: blank or from a layout"),
    "new_from_plan": Entry(
        "New &from a plan…", (), "", "A new plan with the rows of this one, or of another; its dates are cleared"
    ),
    "new_window": Entry("&Another window", ("Ctrl+Shift+W",), "", "One more window of MK Planner, for another plan"),
    "open": Entry("&Open…", ("Ctrl+O",), "open", "Open a plan file"),
    "open_example": Entry("Open the &worked example", tip="Your own copy of a finished plan, to try things on"),
    "paste_table": Entry(
        "&Paste a table…", ("Ctrl+Shift+V",), "paste-table", "Bring in what you copied from Word or Excel"
    ),
    "choose_text": Entry(
        "&Bring in a file…", tip="Read a plan from Word, Excel, a web page or text; you see it before it is kept"
    ),
    "publish": Entry(
        "&Save now", ("Ctrl+S",), "save", "Edits are kept as you make them; this puts them into the plan's file at once"
    ),
    "save_copy": Entry("Save a cop&y as…", ("F12",), "", "Keep a copy under another name or in another place"),
    "save_template": Entry(
        "Save as a &template…", (), "", "Keep this plan's rows as a beginning for new plans, under a name of your own"
    ),
    "export": Entry("Board P&DF…", ("Ctrl+P",), "export-pdf", "Make a PDF for the board"),
    "export_whole": Entry(
        "E&xport the whole plan…", (), "", "As Excel, Word, web page, CSV, Microsoft Project, calendar or JSON"
    ),
    "merge_copy": Entry("&Merge a copy…", (), "", "Bring in what is new in another copy of this plan"),
    "clean_copy": Entry(
        "S&hare a clean copy…", (), "", "A new plan without the history: no former words, no names of who wrote what"
    ),
    "email_copy": Entry("&E-mail a copy…", (), "", "Write a copy and open your mail program with a message for it"),
    "pin_plan": Entry("P&in this plan", (), "", "Keep it at the top of your plans", checkable=True),
    "close_plan": Entry("&Close plan", ("Ctrl+W",), "", "Back to your plans; everything is kept"),
    "quit": Entry("&Quit", ("Ctrl+Q",), "", "Everything is kept"),
    "undo": Entry("&Undo", ("Ctrl+Z",), "undo", "Undo", "There is nothing to undo."),
    "redo": Entry("&Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", "Redo", "There is nothing to redo."),
    "copy": Entry("&Copy", ("Ctrl+C",), "", "Copy", _NO_VIEW),
    "cut": Entry("Cu&t", ("Ctrl+X",), "", "Move the chosen rows to where they are pasted", _NO_VIEW),
    "paste": Entry("&Paste", ("Ctrl+V",), "", "Paste", _NO_VIEW),
    "fill_down": Entry("&Fill down", ("Ctrl+D",), "", "Fill the selected cells with the topmost", _NO_VIEW),
    "fill_right": Entry("Fill ri&ght", ("Ctrl+R",), "", "Fill the selected cells with the leftmost", _ONLY_RASIC),
    "copy_with_heads": Entry(
        "Copy with &heads",
        ("Ctrl+Shift+C",),
        "",
        "Copy cells with the names above and the titles beside them",
        _ONLY_RASIC,
    ),
    "duplicate": Entry(
        "&Duplicate rows", ("Ctrl+Shift+D",), "", "Add a copy of the chosen rows with all below them", _NO_VIEW
    ),
    "set_today": Entry("Toda&y's date", ("Ctrl+;",), "", "Write today's date into the chosen rows", _NO_VIEW),
    "find": Entry("F&ilter…", ("Ctrl+F",), "filter", "Show only rows with these words"),
    "find_next": Entry("Find &next", ("F3",), "search", "Go to the next row with the filter's words", _NO_VIEW),
    "find_previous": Entry(
        "Find pre&vious", ("Shift+F3",), "", "Go to the previous row with the filter's words", _NO_VIEW
    ),
    "go_to": Entry("G&o to…", ("Ctrl+G",), "", "Go to a row by number or words, or to a date", _NO_VIEW),
    "filter_by": Entry("Filter &by…", ("Ctrl+Shift+F",), "", "Filter by status, owner, date, tag…", _NO_VIEW),
    "ask_again": Entry("&Apply the filter again", ("Ctrl+Alt+L",), "", "Filter and sort again after changes", _NO_VIEW),
    "clear_filter": Entry(
        "Bac&k to the whole plan", ("Ctrl+Alt+0",), "", "Show every row in the plan's own order", _NO_VIEW
    ),
    "preferences": Entry("Preferenc&es…", ("Ctrl+,",), "", "Theme, text size and your name"),
    "show_timetable": Entry("&Timetable", ("Ctrl+1",), "", "Actions beside their dates", checkable=True),
    "show_rasic": Entry("&RASIC", ("Ctrl+2",), "", "Who does what", checkable=True),
    "show_updates": Entry("&Updates", ("Ctrl+3",), "", "What was told last, and what is told now", checkable=True),
    "show_board": Entry("&Board", ("Ctrl+4",), "", "The board's paper as it would be today", checkable=True),
    "zoom_in": Entry("Zoom &in", ("Ctrl++", "Ctrl+="), "zoom-in", "Show less time, larger", _NO_VIEW),
    "zoom_out": Entry("&Zoom out", ("Ctrl+-",), "zoom-out", "Show more time, smaller", _NO_VIEW),
    "whole_plan": Entry("&Whole plan", ("Ctrl+0",), "whole-plan", "Fit the whole plan into the window", _NO_VIEW),
    "today": Entry("To&day", ("Ctrl+Shift+T",), "today", "Go to today", _NO_VIEW),
    "chart_critical": Entry(
        "&Critical chain",
        ("Ctrl+Alt+K",),
        "",
        "Underline the rows and links that decide when the last linked row is done",
        _NO_VIEW,
        checkable=True,
    ),
    "chart_baseline": Entry(
        "&Baseline outlines", (), "", "Show where marks stood by the baseline compared with", _NO_VIEW, checkable=True
    ),
    "chart_dates": Entry("&Dates beside marks", (), "", "Write dates beside the marks", _NO_VIEW, checkable=True),
    "chart_titles": Entry(
        "Action&s beside marks", (), "", "Write what each mark is for beside it", _NO_VIEW, checkable=True
    ),
    "chart_owners": Entry(
        "&Owners beside marks", (), "", "Write who owns each row beside its mark", _NO_VIEW, checkable=True
    ),
    "chart_two_tiers": Entry(
        "Two tiers of &headings", (), "", "Leave the middle tier of the chart's headings out", _NO_VIEW, checkable=True
    ),
    "expand_all": Entry("&Expand all", ("Ctrl+Shift+Down",), "", "Show every row", _NO_VIEW),
    "collapse_all": Entry("C&ollapse all", ("Ctrl+Shift+Up",), "", "Show the top rows only", _NO_VIEW),
    "open_row": Entry("Open row", ("Ctrl+Right",), "", "Show the rows below the chosen one", _IN_TABLE),
    "shut_row": Entry("Close row", ("Ctrl+Left",), "", "Hide the rows below the chosen one", _IN_TABLE),
    "show_details": Entry("Details &panel", ("F4",), "", "All about the chosen row", checkable=True),
    "show_notices": Entry("&Notices panel", ("Ctrl+Shift+N",), "", "What needs a look", checkable=True),
    "next_pane": Entry("Ne&xt pane", ("F6",), "", "Go to the next part of the window"),
    "full_screen": Entry(
        "&Full screen for meetings", ("F11",), "", "Larger text and nothing but the plan; Esc leaves", checkable=True
    ),
    "add_action": Entry("&Action", ("Ctrl+I", "Ins"), "action", "Add an action", _NO_VIEW),
    "add_sub_action": Entry(
        "&Sub-action", ("Ctrl+Shift+I",), "sub-action", "Add a sub-action to the chosen action", _NO_VIEW
    ),
    "add_party": Entry(
        "&Posts, people or boards…", ("Ctrl+Shift+P",), "person", "Add columns to the RASIC matrix", _NO_VIEW
    ),
    "ask": Entry("&Question…", ("Ctrl+Shift+Q",), "", "Gaps, where somebody is asked, what somebody owes", _ONLY_RASIC),
    "workload": Entry(
        "&Workload as a table", ("Ctrl+Shift+L",), "table", "Who carries how much, as a table", _ONLY_RASIC
    ),
    "letters": Entry(
        "Letters and chec&ks…",
        ("Ctrl+Shift+K",),
        "settings",
        "RASIC, RACI or other letters, their meaning, checks",
        _ONLY_RASIC,
    ),
    "rename_party": Entry("&Rename…", ("Ctrl+Shift+R",), "", "Rename the post of the column", _ONLY_RASIC),
    "party_council": Entry("&Council…", (), "", "Choose the council the post belongs to", _ONLY_RASIC),
    "party_left": Entry("Move &left (Alt+Left)", (), "", "Move the column to the left", _ONLY_RASIC),
    "party_right": Entry("Move ri&ght (Alt+Right)", (), "", "Move the column to the right", _ONLY_RASIC),
    "merge_party": Entry(
        "&Merge with…", ("Ctrl+Shift+M",), "", "Make this post and another one, with all letters", _ONLY_RASIC
    ),
    "hide_party": Entry("&Hide", ("Ctrl+Shift+H",), "", "Hide the column; its letters still count", _ONLY_RASIC),
    "show_parties": Entry("&Show hidden posts", (), "", "Show every hidden column again", "No post is hidden."),
    "retire_party": Entry(
        "Re&tire or bring back", (), "", "Mark the post as one that takes no new letters", _ONLY_RASIC
    ),
    "remove_party": Entry("Remo&ve with its letters", (), "", "Take the post out; Undo brings it back", _ONLY_RASIC),
    "edit": Entry("&Edit", ("F2",), "", "Edit the chosen cell", _NO_VIEW),
    "details": Entry("&Details", ("Alt+Return", "Shift+F2"), "", "Show all about the chosen row"),
    "add_update": Entry("Write an upd&ate", ("Ctrl+U",), "edit", "Say how the chosen row stands now", _NO_VIEW),
    "indent": Entry("&Indent", ("Alt+Shift+Right", "Alt+Right"), "indent", "Make it part of the row above", _NO_VIEW),
    "outdent": Entry(
        "O&utdent", ("Alt+Shift+Left", "Alt+Left"), "outdent", "Take it out of the row it belongs to", _NO_VIEW
    ),
    "link": Entry(
        "Lin&k rows", ("Ctrl+F2",), "link", "Have each chosen row follow the one above it; no date moves", _NO_VIEW
    ),
    "next_link": Entry(
        "Ne&xt link of the row", ("Ctrl+Shift+F2",), "", "Choose a link: Enter changes it, Delete removes it", _NO_VIEW
    ),
    "hold_dates": Entry(
        "Mo&ve dates on the chart",
        ("Ctrl+M",),
        "",
        "Move and stretch the marks of the chosen rows with arrows",
        _NO_VIEW,
    ),
    "dates_day_later": Entry(
        "Dates a da&y later", ("Ctrl+Shift+Right",), "", "Move the dates of the chosen rows a day later", _NO_VIEW
    ),
    "dates_day_earlier": Entry(
        "Dates a day earlier", ("Ctrl+Shift+Left",), "", "Move the dates of the chosen rows a day earlier", _NO_VIEW
    ),
    "dates_week_later": Entry(
        "Dates a week la&ter", ("Ctrl+Alt+Right",), "", "Move the dates of the chosen rows a week later", _NO_VIEW
    ),
    "dates_week_earlier": Entry(
        "Dates a week ea&rlier", ("Ctrl+Alt+Left",), "", "Move the dates of the chosen rows a week earlier", _NO_VIEW
    ),
    "dates_month_later": Entry(
        "Dates a &month later",
        ("Ctrl+Alt+Shift+Right",),
        "",
        "Move the dates of the chosen rows a month later",
        _NO_VIEW,
    ),
    "dates_month_earlier": Entry(
        "Dates a mo&nth earlier",
        ("Ctrl+Alt+Shift+Left",),
        "",
        "Move the dates of the chosen rows a month earlier",
        _NO_VIEW,
    ),
    "move_up": Entry("Move u&p", ("Alt+Up", "Alt+Shift+Up"), "", "Move the row up", _NO_VIEW),
    "move_down": Entry("Move do&wn", ("Alt+Down", "Alt+Shift+Down"), "", "Move the row down", _NO_VIEW),
    "clear": Entry("C&lear cells", ("Del",), "", "Empty the chosen cells", _NO_VIEW),
    "delete": Entry(
        "De&lete row", ("Ctrl+Del",), "delete", "Delete the row with all below it; Undo brings it back", _NO_VIEW
    ),
    "properties": Entry("&Plan properties…", (), "", "Title, council, years, quarters and what stands on paper"),
    "review_conflicts": Entry(
        "&Review conflicts…", (), "", "Settle what several people wrote at the same time", "There are no conflicts."
    ),
    "baselines": Entry(
        "Set &baseline…", (), "", "Keep today's dates to compare with later; choose or delete baselines"
    ),
    "history": Entry("&History…", ("Ctrl+H",), "history", "Who changed what and when"),
    "row_history": Entry("&History of this row…", (), "", "Who changed this row and when", "Choose a row first."),
    "set_mark": Entry("Set a &mark…", (), "", "Remember this moment, to see later what has changed since"),
    "versions": Entry("Previous &versions…", (), "", "The dated copies of this plan on this computer"),
    "next_notice": Entry("&Next notice", ("F8",), "", "Go to the next row that needs a look", _NOTHING),
    "ways_out": Entry("&Ways out…", ("Ctrl+F8",), "", "What the chosen notice offers to settle it", _NOTHING),
    "help_here": Entry("&Help on this screen", ("F1",), "help", "The page of the help that belongs to where you are"),
    "guide": Entry("Ten-minute &guide", (), "", "How to do the usual things"),
    "shortcuts": Entry("&Sheet of shortcuts", ("Ctrl+F1",), "", "Every command and its keys"),
    "whats_new": Entry("&What's new", (), "", "What this version brings"),
    "log_folder": Entry("Open the &log folder", (), "", "For the help desk; nothing is sent by itself"),
    "about": Entry("&About MK Planner", (), "", "Version, licences, diagnostics to copy"),
}
