"""Which links a document may lead to."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from kravkompass.documents.office_file import fit

SCHEMES = ("http", "https", "mailto")


def web_address(link: str) -> str:
    """Give the address in ASCII; empty when it is none that a document should lead to."""
    link = fit(link).strip()
    try:
        scheme = urlsplit(link).scheme.lower()
    except ValueError:
        return ""
    return quote(link, safe="%/:=&?~#+!$,;'@()*[]-._") if scheme in SCHEMES else ""
