"""Making typed and pasted text fit for every file it ends up in: database, exchange file, PDF, Word and Excel."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters and lone surrogates come along from word processors and damaged clipboards; no file format takes them.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_text(typed: str) -> str:
    """The same text with plain line ends and without characters that no file can hold."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", typed))


def is_clean(typed: str) -> bool:
    """Whether the text is fit as it stands."""
    return not (_UNFIT.search(typed) or _LINE_ENDS.search(typed))


def one_line(typed: str) -> str:
    """The same text fit for every file, on one line."""
    return " ".join(clean_text(typed).split("\n"))
