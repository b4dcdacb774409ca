"""What stands in which menu: lists of the names in `actiontable.py`."""

from __future__ import annotations

LINE = ""
"""Stands for a separating line in a menu."""

CHART_MENU = tuple(f"chart_{name}" for name in ("critical", "baseline", "dates", "titles", "owners", "two_tiers"))
"""The menu of what the chart shows, which stands in that of the view."""

MANY_MENUS = {"<kind>": "Kind o&f row", "<owner>": "&Owner", "<percent>": "Per&cent done", "<tags>": "Ta&gs"}
"""The submenus that change all chosen rows at once, by their places, with their words; `plantable/manymenus` fills them."""

MENUS: dict[str, tuple[str, ...]] = {
    "&File": (
        *(
            "new",
            "new_from_plan",
            "new_window",
            "open",
            "<recent>",
            "open_example",
            LINE,
            "paste_table",
            "choose_text",
            LINE,
        ),
        *(
            "publish",
            "save_copy",
            "save_template",
            "merge_copy",
            "clean_copy",
            "email_copy",
            "export",
            "export_whole",
            LINE,
        ),
        *("pin_plan", "close_plan", "quit"),
    ),
    "&Edit": (
        *("undo", "redo", LINE, "cut", "copy", "copy_with_heads", "paste", "duplicate", LINE),
        *("fill_down", "fill_right", "set_today", "clear", LINE),
        *("find", "filter_by", "find_next", "find_previous", "go_to", LINE, "preferences"),
    ),
    "&View": (
        *("show_timetable", "show_rasic", "show_updates", "show_board", LINE),
        *("zoom_in", "zoom_out", "whole_plan", "today", "<chart>", LINE),
        *("<views>", "<filter by>", "<sort by>", "<group by>", "<columns>", "ask_again", "clear_filter", LINE),
        *("open_row", "shut_row", "expand_all", "collapse_all", LINE),
        *("show_details", "show_notices", "next_pane", LINE),
        *("<theme>", "<text size>", LINE, "full_screen"),
    ),
    "&Insert": ("add_action", "add_sub_action", LINE, "add_party"),
    "&Row": (
        *("edit", "<status>", "<owner>", "<percent>", "<tags>", "<kind>", "add_update", "details", "row_history", LINE),
        *("indent", "outdent", "move_up", "move_down", "link", "next_link", LINE),
        *("hold_dates", "dates_day_later", "dates_day_earlier", "dates_week_later", "dates_week_earlier"),
        *("dates_month_later", "dates_month_earlier", LINE, "delete"),
    ),
    "Po&st": (
        *("rename_party", "party_council", "party_left", "party_right", LINE),
        *("merge_party", "hide_party", "show_parties", "retire_party", "remove_party", LINE),
        *("ask", "workload", "letters"),
    ),
    "&Plan": (
        *("properties", LINE, "next_notice", "ways_out", "review_conflicts", LINE),
        *("baselines", "history", "set_mark", "versions"),
    ),
    "Repor&ts": ("<reports>",),
    "&Help": ("help_here", "guide", "shortcuts", "whats_new", LINE, "log_folder", "about"),
}
"""The menu bar in its order; a name in angle brackets is a part that the window fills."""
