"""Dates in many wordings of an invented plan, for tests that move them."""

from datetime import date

from mkplanner.models.timeframes.timeframe import PlanContext

PLAN = PlanContext(date(2026, 4, 1), date(2029, 3, 31), "By when", 4, "financial")
PHRASES = [
    "By Fri. 31st March 28",
    "Q2 2026/27",
    "31 March 27",
    "By 31.3.27",
    "Wednesday 31st March 2027",
    "spring 2027",
    "winter 2026/27",
    "early June 2026",
    "w/c 3 May 2027",
    "2026/27",
    "Summer term 2027",
    "April to September 2026",
    "half-year 1 2026/27",
    "from April 2027",
    "until March 2027",
    "ongoing until 31 March 2027",
    "quarterly from July 2026",
    "by the end of March 2027",
    "By 31 March 2027 for historic services\nOngoing for new services",
    "autumn/winter 2026",
    "31 March",
    "mid-June 2026",
    "January - March 2027",
    "1 - 15 March 2027",
    "Publish by May 2027",
    "Phase 1: April 2026, Phase 2: May 2026",
    "started June 2026 and ongoing",
    "3 May 2027 (provisional)",
    "05/2027",
    "2027-03-31",
    "Sept 26 – Nov 26",
    "By 2027",
    "Committee 2ND JUNE 2026",
    "28 FEBRUARY 2028",
    "01/09/2026 – 30/11/2026",
]
