"""Bringing an older data file up to date, one step at a time."""

FORMS = ("0001", "0002")
"""The forms a data file has had in released versions, oldest first."""

NEWEST = FORMS[-1]
"""The form this version reads and writes."""
