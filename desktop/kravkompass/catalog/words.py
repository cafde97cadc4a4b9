"""Words as people write them: folded over the languages, stemmed, and with those that say nothing set apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Iterator

# Swedish and Norwegian write the same vowels with different letters. The letters stay apart from a and o: får is not far.
_FOLDED = str.maketrans({"ø": "ö", "æ": "ä", "é": "e", "è": "e", "ê": "e", "ü": "u", "á": "a", "à": "a", "ò": "o", "ô": "o"})
_NORWEGIAN = str.maketrans({"ö": "ø", "ä": "æ"})
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_MOST_STEMS = 50_000

_SMALL = """
    och eller samt med utan till från för av inom om på i vid hos åt en ett den det de som är att ska ny nya nytt nye ta the of and for with to in on
    og eller samt uten til fra av innen om på i ved hos ein eit ei et den det dei som er å skal nytt frå innan inkl inklusive med mer mm m o d bl a
    alla alle andra andre annan annet anna annat andet övrig övriga övrige diverse olika ulike ulik flera fleire flere hela heile hele delar dele del
    liten små mindre större store stor stora större bra god best bästa öppen öppet öppna åpen åpent åpne open ope andregangs gangs gang
    per år åren årlig årliga årleg fast faste fasta lokal_ via mellom mellan under over över etter efter samme samma
    januari februari mars april maj juni juli augusti september oktober november december januar februar mai august desember
"""
_BUYING = """
    upphandling upphandlingar inköp köp anskaffning anskaffelse anskaffelser anskaffing innkjöp innkjöpe kjöp kjöpe kjöper innhenting konkurranse
    konkurransegrunnlag enkeltanskaffelse minikonkurranse forespörsel tilbudsforespörsel tilbodsförespurnad direktupphandling omannonsering
    kunngjöring utlysning utlysing nyutlysning fornyet intensjonskunngjöring intensjon markedsdialog dialogkonferanse veiledende forhåndskunngjöring
    avtal avtale avtala avtaler avtalen ramavtal ramavtalet rammeavtale rammeavtaler rammeavtalar rammeavtala rammekontrakt kontrakt kontrakten kontrakter
    delkontrakt delavtal parallelle parallella samordnad samordna dynamisk dynamiskt inköpssystem innkjöpsordning dps lop förfrågan förfrågningsunderlag
    anbud anbudet anbudsinbjudan anbudsinfordran anbudskonkurranse offert tilbud tilbod tilbudskonkurranse prekvalifisering rfi rfp
    tjenestekonsesjonskontrakt tjänstekoncession konsesjon koncession kvalifikasjon ansökan
    leverans leveranser leverans leveranse leveransen leveransar levering leveringer leverantör leverantörer leverandör leverandörer leverera levere
    tillhandahålla tillhandahållande tillhörande tilhörende kompletterande supplerende oppdrag uppdrag årsavtal
    utförande utföring utförelse genomförande gjennomföring bistand bistå behov löpande löpende etablering
    tjänst tjänster tjänsten tjänsterna tjeneste tjenester tjenesten teneste tenester tenesta vara varor varer vare varene produkt produkter produkta
    projekt projektet prosjekt prosjektet etapp etappe område områden områder områda distrikt verksamhet verksamheten virksomhet verksemd
    framework agreement contract procurement purchase supply delivery services goods tender competition notice dynamic purchasing municipality
"""
_PLACES = """
    kommun kommuner kommunen kommuns kommunens kommune kommuna kommunane kommunene kommunal kommunala kommunalt kommunale region regionen stad staden
    fylkeskommune fylke interkommunalt ks ab as hf sa förvaltning förvaltningen nämnd enhet avdeling avdelning kommunkoncern kommunförbund bydel
"""
# Heads of compounds that leave most of the meaning to what stands before them: kontorsutrustning, byggematerialer, skolmöbeltransport.
_LIGHT_HEADS = """
    utrustning utrustningar utstyr material materiel materialer materiell materialar artikel artiklar artikler medel middel midler redskap_ arbete arbeten
    arbeid arbeider arbeidet arbeide entreprenad entreprenader entreprise entrepriser anläggning anläggningar anlegg anlägg system systemer systemar lösning
    lösningar lösning lösninger lösninga plattform plattformer verktyg_ verktöy_ hantering handtering håndtering behandling verksamhet byte utbyte utskifting
    skötsel underhåll vedlikehold vedlikehald service servicetjänster drift reparation reparasjon reparasjoner installation installasjon montering
    tillbehör tilbehör tilbehor rekvisita förbrukning forbruksmateriell förbrukningsmaterial förbrukningsartiklar sortiment lager entreprenör entreprenör
    konsult konsulter konsulent konsulenter rådgivning rådgiving rådgjeving uthyrning utleie leie leige hyra förmedling formidling transport transporter
    bearbetning produktion produksjon utveckling utvikling kontroll besiktning avgift modul moduler del deler delar
""".replace("ø", "ö")


def fold(text: str) -> str:
    """Write a text so that it can be compared over the languages: small letters, ø as ö, æ as ä, aa as å."""
    return text.casefold().translate(_FOLDED).replace("aa", "å")


def split(text: str) -> Iterator[tuple[str, int]]:
    """Give the words of a text as they are written, with where they begin."""
    for found in _WORD.finditer(text):
        yield found.group(), found.start()


def words(text: str) -> list[str]:
    """Give the folded words of a text."""
    return _WORD.findall(fold(text))


@cache
def _stemmers() -> tuple[snowballstemmer.SwedishStemmer, snowballstemmer.NorwegianStemmer]:
    return snowballstemmer.stemmer("swedish"), snowballstemmer.stemmer("norwegian")


@lru_cache(maxsize=_MOST_STEMS)
def stems(word: str) -> tuple[str, ...]:
    """Give the stems of a folded word, as Swedish and as Norwegian; each is a beginning of the word."""
    swedish, norwegian = _stemmers()
    both = swedish.stemWord(word), norwegian.stemWord(word.translate(_NORWEGIAN)).translate(_FOLDED)
    return tuple(dict.fromkeys(stem for stem in both if word.startswith(stem) and len(stem) > 1)) or (word,)


def _listed(text: str) -> frozenset[str]:
    return frozenset(word for word in text.split() if not word.endswith("_"))


GENERIC = _listed(_SMALL) | _listed(_BUYING) | _listed(_PLACES)
_BUYING_WORDS = frozenset(word for word in _listed(_BUYING) if len(word) > 3)
LIGHT_HEADS = _listed(_LIGHT_HEADS)


def _stemmed(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for word in listed for stem in stems(word) if len(stem) > 4)


_GENERIC_STEMS, _BUYING_STEMS = _stemmed(GENERIC), _stemmed(_BUYING_WORDS)


@lru_cache(maxsize=_MOST_STEMS)
def is_generic(word: str) -> bool:
    """Tell whether a folded word says nothing about what is bought."""
    return word in GENERIC or word.isdigit() or len(word) < 2 or not _GENERIC_STEMS.isdisjoint(stems(word))


@lru_cache(maxsize=_MOST_STEMS)
def tells_of_buying(word: str) -> bool:
    """Tell whether a folded word only says that something is bought; then it says no more as the last part of a compound."""
    return word in _BUYING_WORDS or not _BUYING_STEMS.isdisjoint(stems(word))
