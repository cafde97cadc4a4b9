"""What the fields of a file from outside can hold: texts, names, numbers and times, each with its bounds."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from msgspec import Meta

LONGEST_TEXT = 100_000
LARGEST_NUMBER = 10**15
MOST_CHOICES = 200

CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
Words: TypeAlias = Annotated[str, Meta(max_length=LONGEST_TEXT, pattern=rf"^[^{CONTROL}]*\Z")]
Line: TypeAlias = Annotated[str, Meta(max_length=LONGEST_TEXT, pattern=rf"^[^\n{CONTROL}]*\Z")]
Id: TypeAlias = Annotated[str, Meta(max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\Z")]
Code: TypeAlias = Annotated[str, Meta(max_length=100, pattern=r"^[a-z0-9-]*\Z")]
Cpv: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9]{2,8}(-[0-9])?\Z")]
Time: TypeAlias = Annotated[str, Meta(max_length=40)]
# No bounds inside a union: msgspec 0.22 then writes outside its memory. The bounds of these two are looked at in code.
AnswerValue: TypeAlias = int | float | str | list[str]
ParameterValue: TypeAlias = int | float | str
