"""The story that is told by keys alone: an invented plan as text, and what is pressed from bringing it in to its paper.

Each step is a name, what is pressed and typed, and stands for what a person would do. Keys are written as Qt writes them.
"""

from __future__ import annotations

PLAN = """Harbour Services Improvement Plan

2026/27 – 2028/29

Theme: Buying together – Shared Services
Development Priority: HAR01 Renew how the two councils buy
Key actions	By when	Owner	Outcomes and Success Criteria
Agree one procurement strategy for both councils	31.1.27	Head of Law	One strategy is adopted by both cabinets
Train the officers who buy	30.6.27	Head of People	Staff feel sure of the new rules

Theme: Working from anywhere – Customers
Development Priority: HAR02 Replace the telephones
Key actions	By when	Owner	Outcomes and Success Criteria
Procurement of the new telephones	31.3.28	Head of Law	Calls cost a third less
Open the contact point in Market Street	31.12.27	Head of Customers	Nobody waits longer than five minutes
"""
"""In the shape of service improvement plans that councils publish; places and people are invented."""

FIND = ("Ctrl+F", "“procurement", "Return")
"""Find the word and go to the first row found."""

GROUP = ("Alt+V", "G", "O")
"""View, Group by, Owner."""

REVISE = ("F2", "Ctrl+A", "“30.4.27", "Alt+R", "“Both cabinets meet in April", "Return")
"""A later date with its reason; the cursor goes down to the row that follows."""

LINK = ("Shift+Up", "Ctrl+F2")
"""The lower row follows the upper one."""

BREAK = ("F2", "Ctrl+A", "“30.4.28", "Alt+R", "Ctrl+A", "“The inquiry comes first", "Return")
"""The upper row now ends after the lower one."""

ACCEPT = ("F8", "Ctrl+F8", "Return")
"""Go to the notice about it and take its first way out."""

UNDO_ALL = ("Ctrl+Z",) * 4
"""As many steps as were done since the plan came in."""
