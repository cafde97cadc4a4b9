"""Wordings that a requirement may not have, as patterns: whoever wrote it, the catalog, a buyer who adapts, or a municipality of its own."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")
"""A value to fill in, by its name in braces."""
EQUIVALENT = {
    "sv": re.compile(r"likvärdig|motsvarande", re.I),
    "nb": re.compile(r"tilsvarende|likeverdig", re.I),
    "nn": re.compile(r"tilsvarande|likeverdig", re.I),
}
STANDARD = re.compile(
    r"\b(ISO|EN|SS|NS|SS-EN|NS-EN|IEC)[ -]?\d{3,}|\b(INSTA|OEKO-TEX|Svanen|Svanemerket|Fairtrade|KRAV|FSC|PEFC|RSPO|MSC|ASC|TCO Certified|GOTS"
    r"|EU Ecolabel|Bra Miljöval|Debio|Miljøfyrtårn|Møbelfakta|Möbelfakta|BREEAM|SA8000)\b"
)
ORIGIN_WORDS = re.compile(
    r"\b(närproducera\w*|närodla\w*|lokalproducera\w*|lokalt produc\w*|svenskproducera\w*|svenskt ursprung|kortreist\w*|lokalprodusert\w*"
    r"|norskprodusert\w*|norsk opprinnelse|norsk opphav|svensk opprinnelse"
    r"|(svenska?t?|norske?|lokal[aet]?) (kött|kjøtt?|mjölk|melk|mjølk|råvar\w+|produkte?r?|varor|varer|livsmedel|matvar\w+|leverantör\w*"
    r"|leverandør\w*|producent\w*|produsent\w*)"
    r"|(producera|tillverka|odla|uppfödd|produser|dyrk|dyrka|avl)\w* i (Sverige|Norge|Noreg|kommunen|regionen|länet|fylket))\b",
    re.I,
)
LABEL_DEMANDED = re.compile(
    r"\b(ska|skal) (vara|være|vere|ha|bära|bære|bere)( \w+){0,2} (Svanen|Svane|Fairtrade|KRAV|FSC|PEFC|RSPO|MSC|ASC|EU Ecolabel)",
    re.I,
)
SOCIAL_WORDS = re.compile(
    r"\b(barnarbet\w*|tvångsarbet\w*|kollektivavtal\w*|arbetsvillkor\w*|föreningsfrihet\w*|barnearbeid\w*|tvangsarbeid\w*|tariffavtal\w*"
    r"|arbeidsvilkår\w*|organisasjonsfrihe\w*|organisasjonsfridom\w*|ILO)\b",
    re.I,
)
"""Words about the conditions of those who make or do what is bought. Such terms belong in the contract, not in the specification."""


def named_alone(words: str, language: str) -> str:
    """Give the label or standard that a demand in a language names without “or equivalent”; empty when there is none."""
    found = STANDARD.search(words)
    return found.group() if found is not None and not EQUIVALENT[language].search(words) else ""
