"""What every report is called, in the order people are offered them: a menu names them without loading them all."""

from __future__ import annotations

TITLES = {
    "timetable": "Timetable",
    "action-plan": "Action plan",
    "improvement-plan": "Improvement plan",
    "gantt": "Gantt timetable",
    "rasic": "RASIC: who does what",
    "board": "Board summary",
    "changes": "What has changed",
}
"""Titles by the reports' names."""
