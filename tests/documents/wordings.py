"""The furniture texts in the three languages, written here so that these tests need no compiled translations."""

from __future__ import annotations

from kravkompass.documents.wording import Wording

WORDINGS = {
    "sv": Wording(
        contents="Innehåll", page_of="Sida {page} av {pages}", contents_line="{heading}, sida {page}", draft="Utkast",
        done="Klart", not_done="Inte klart", empty_cell="Ej angivet", no_rows="Det finns inget att lista här.",
        reference="Diarienummer", date="Datum", version="Version",
        text_in="Text på {language}", two_languages="Två språk", first_counts="Det är lydelsen på {language} som gäller.",
    ),
    "nb": Wording(
        contents="Innhold", page_of="Side {page} av {pages}", contents_line="{heading}, side {page}", draft="Utkast",
        done="Ferdig", not_done="Ikke ferdig", empty_cell="Ikke oppgitt", no_rows="Det er ingenting å liste opp her.",
        reference="Saksnummer", date="Dato", version="Versjon",
        text_in="Tekst på {language}", two_languages="To språk", first_counts="Det er ordlyden på {language} som gjelder.",
    ),
    "nn": Wording(
        contents="Innhald", page_of="Side {page} av {pages}", contents_line="{heading}, side {page}", draft="Utkast",
        done="Ferdig", not_done="Ikkje ferdig", empty_cell="Ikkje oppgitt", no_rows="Det er ingenting å liste opp her.",
        reference="Saksnummer", date="Dato", version="Versjon",
        text_in="Tekst på {language}", two_languages="To språk", first_counts="Det er ordlyden på {language} som gjeld.",
    ),
}
