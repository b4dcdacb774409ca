"""The protective markings that councils put on papers; others can be typed."""

MARKINGS = ("", "OFFICIAL", "OFFICIAL-SENSITIVE", "Confidential", "Exempt")
