"""Words as they stand in a web page: runs, lines and lists, and names that no two elements share."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from mkplanner.charts.fonts import readable
from mkplanner.charts.outputs.story import Line, Run


class Names:
    """Gives out ids, each once in a page."""

    def __init__(self) -> None:
        self._last = 0

    def new(self) -> str:
        """Return an id that was not there before."""
        self._last += 1
        return f"n{self._last}"


def shown(words: str) -> str:
    """Return words fit to stand between tags, without what no page can show."""
    return escape(readable(words), quote=False)


def line_html(line: Line) -> str:
    """Return the runs of a line with what marks them."""
    return "".join(_run(run) for run in line.runs).strip()


def lines_html(lines: Sequence[Line]) -> str:
    """Return lines as paragraphs, and those with bullets as lists; a single plain line needs no paragraph."""
    if len(lines) == 1 and not lines[0].level:
        return line_html(lines[0])
    found, level = [], 0
    is_open = False
    for line in lines:
        if line.level and not line.bullet and is_open:
            found.append(f"<br>{line_html(line)}")
            continue
        if is_open and line.level <= level:
            found.append("</li>")
        while level > line.level:
            found.append("</ul>" + ("</li>" if level > 1 and line.level else ""))
            level -= 1
        while level < line.level:
            found.append("<ul>")
            level += 1
            if level < line.level:
                found.append("<li>")
        is_open = bool(line.level)
        found.append(f"<li>{line_html(line)}" if line.level else f"<p>{line_html(line)}</p>")
    while level:
        found.append("</li></ul>")
        level -= 1
    return "".join(found)


def _run(run: Run) -> str:
    words = shown(run.words)
    if run.is_bold:
        words = f"<b>{words}</b>"
    if run.is_italic:
        words = f"<i>{words}</i>"
    if run.colour in ("text2", "text3"):
        words = f'<span class="quiet">{words}</span>'
    if run.url:
        words = f'<a href="{escape(run.url)}">{words}</a>'
    if run.sign:
        sign = f'<span class="sign sign-{run.sign}" aria-hidden="true">{run.sign}</span>'
        words = f'<span class="state">{sign}{words}</span>'
    return words
