"""A profile as a file: the ready-made ones in the box, and those that municipalities give each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import msgspec

from kravkompass.catalog.terms import Level, Theme
from kravkompass.errors import KnownError
from kravkompass.guidance.profile import Contact, Profile
from kravkompass.language import Language, text
from kravkompass.paths import bundled
from kravkompass.purchases.atomic import write_beside
from kravkompass.purchases.clean_text import clean_text
from kravkompass.purchases.exchange_errors import TwiceError
from kravkompass.purchases.exchange_faults import Spot
from kravkompass.purchases.exchange_own import own_in, own_out
from kravkompass.purchases.own_form import OwnForms
from kravkompass.purchases.plain_json import said_twice

FORMAT = "kravkompass-profile"
VERSION = 1
LARGEST = 2_000_000
LONGEST_QUOTE = 60
MOST_CONTACTS = 50
Short: TypeAlias = Annotated[str, msgspec.Meta(max_length=300)]
READY_MADE = ("kalmar", "karlstad", "region-stockholm", "lillestrom")


class ProfileFileError(KnownError):
    """A file is no profile, is broken, too large or newer than the program."""

    sentence = text("“{path}” is not a profile this version of Kravkompass can read ({reason}). Ask for a new export of it.")


class ContactForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody to turn to at the municipality."""

    name: Short
    role: Short = ""
    email: Short = ""
    telephone: Short = ""


class ProfileForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A profile as it stands in a file. Names and descriptions are per language, or one text for all."""

    format: str
    version: int
    names: dict[str, str] | str = ""
    about: dict[str, str] | str = ""
    country: str = ""
    priorities: list[Theme] = []
    levels: dict[Theme, Level] = {}
    hours: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 0
    goals: str = ""
    theme_goals: dict[Theme, str] = {}
    contact: str = ""
    """The one name that older files can have."""
    contacts: Annotated[list[ContactForm], msgspec.Meta(max_length=MOST_CONTACTS)] = []
    own_requirements: OwnForms = []


def ready_made(language: Language) -> tuple[Profile, ...]:
    """Give the profiles in the box, in a language."""
    return tuple(read_profile(bundled("resources", "profiles") / f"{name}.json", language) for name in READY_MADE)


def read_profile(path: Path, language: Language) -> Profile:
    """Read a profile file.

    Raises:
        ProfileFileError: it is missing, broken, too large or newer.
        KnownError: of ``exchange_errors``: something stands twice in it, or an own requirement lacks what it must have.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as problem:
        raise ProfileFileError(path=path, reason=problem.strerror or "?") from problem
    return parse_profile(content, language, path)


def parse_profile(content: bytes, language: Language, path: Path) -> Profile:
    """Read a profile from bytes; ``path`` names it in errors.

    Raises as ``read_profile``.
    """
    if len(content) > LARGEST:
        raise ProfileFileError(path=path, reason=f"> {LARGEST // 1000} kB")
    try:
        form = msgspec.json.decode(content, type=ProfileForm)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise ProfileFileError(path=path, reason=str(problem)) from problem
    if (twice := said_twice(content)) is not None:
        raise TwiceError(path=path, place=twice.place or "$", word=clean_text(twice.name)[:LONGEST_QUOTE])
    if form.format != FORMAT or form.version != VERSION:
        raise ProfileFileError(path=path, reason=f"{clean_text(form.format)[:LONGEST_QUOTE]} {form.version}")
    own = own_in(form.own_requirements, Spot(path).inside("own-requirements"))
    return Profile(
        name=_line(_in(form.names, language)),
        about=_in(form.about, language),
        priorities=tuple(dict.fromkeys(form.priorities)),
        levels=form.levels,
        hours=form.hours,
        goals=clean_text(form.goals),
        theme_goals={theme: clean_text(goal) for theme, goal in form.theme_goals.items()},
        contacts=_contacts(form),
        own=own,
        standard=frozenset(one.id for one in form.own_requirements if one.standard),
    )


def _contacts(form: ProfileForm) -> tuple[Contact, ...]:
    people = form.contacts or ([ContactForm(form.contact)] if form.contact else [])
    return tuple(Contact(*(_line(part) for part in (one.name, one.role, one.email, one.telephone))) for one in people)


def _line(words: str) -> str:
    return " ".join(clean_text(words).split())


def profile_content(profile: Profile, *, people: bool = False) -> bytes:
    """Give a profile as the bytes of a file. Contacts stay at home unless asked for: they name people."""
    form = ProfileForm(
        format=FORMAT,
        version=VERSION,
        names=profile.name,
        about=profile.about,
        priorities=list(profile.priorities),
        levels=dict(profile.levels),
        hours=profile.hours,
        goals=profile.goals,
        theme_goals=dict(profile.theme_goals),
        contacts=[ContactForm(one.name, one.role, one.email, one.telephone) for one in profile.contacts] if people else [],
        own_requirements=own_out((one for one in profile.own if not one.retired), profile.standard, people=people),
    )
    return msgspec.json.format(msgspec.json.encode(form), indent=2) + b"\n"


def write_profile(profile: Profile, path: Path, *, people: bool = False) -> None:
    """Write a profile to a file, whole or not at all; with the contacts only when asked for."""
    write_beside(path, profile_content(profile, people=people))


def _in(texts: dict[str, str] | str, language: Language) -> str:
    if isinstance(texts, str):
        return clean_text(texts)
    return clean_text(texts.get(language.value) or next(iter(texts.values()), ""))
