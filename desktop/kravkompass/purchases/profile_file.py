"""A profile as a file: the ready-made ones in the box, and those that municipalities give each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from kravkompass.catalog.terms import Level, Theme
from kravkompass.errors import KnownError
from kravkompass.guidance.profile import Profile
from kravkompass.language import Language, text
from kravkompass.paths import bundled
from kravkompass.purchases.atomic import write_beside
from kravkompass.purchases.clean_text import clean_text

FORMAT = "kravkompass-profile"
VERSION = 1
LARGEST = 100_000
LONGEST_QUOTE = 60
READY_MADE = ("kalmar", "karlstad", "region-stockholm", "lillestrom")


class ProfileFileError(KnownError):
    """A file is no profile, is broken, too large or newer than the program."""

    sentence = text("“{path}” is not a profile this version of Kravkompass can read ({reason}). Ask for a new export of it.")


class ProfileForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
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
    contact: str = ""


def ready_made(language: Language) -> tuple[Profile, ...]:
    """Give the profiles in the box, in a language."""
    return tuple(read_profile(bundled("resources", "profiles") / f"{name}.json", language) for name in READY_MADE)


def read_profile(path: Path, language: Language) -> Profile:
    """Read a profile file.

    Raises:
        ProfileFileError: it is missing, broken, too large or newer.
    """
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise ProfileFileError(path=path, reason=problem.strerror or "?") from problem
    return parse_profile(content, language, path)


def parse_profile(content: bytes, language: Language, path: Path) -> Profile:
    """Read a profile from bytes; ``path`` names it in errors.

    Raises:
        ProfileFileError: it is broken, too large or newer.
    """
    if len(content) > LARGEST:
        raise ProfileFileError(path=path, reason=f"> {LARGEST // 1000} kB")
    try:
        form = msgspec.json.decode(content, type=ProfileForm)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise ProfileFileError(path=path, reason=str(problem)) from problem
    if form.format != FORMAT or form.version != VERSION:
        raise ProfileFileError(path=path, reason=f"{clean_text(form.format)[:LONGEST_QUOTE]} {form.version}")
    return Profile(
        name=" ".join(_in(form.names, language).split()),
        about=_in(form.about, language),
        priorities=tuple(dict.fromkeys(form.priorities)),
        levels=form.levels,
        hours=form.hours,
        goals=clean_text(form.goals),
        contact=clean_text(form.contact),
    )


def profile_content(profile: Profile) -> bytes:
    """Give a profile as the bytes of a file. The contact stays at home: it names a person."""
    form = ProfileForm(
        format=FORMAT,
        version=VERSION,
        names=profile.name,
        about=profile.about,
        priorities=list(profile.priorities),
        levels=dict(profile.levels),
        hours=profile.hours,
        goals=profile.goals,
    )
    return msgspec.json.format(msgspec.json.encode(form), indent=2) + b"\n"


def write_profile(profile: Profile, path: Path) -> None:
    """Write a profile to a file, whole or not at all."""
    write_beside(path, profile_content(profile))


def _in(texts: dict[str, str] | str, language: Language) -> str:
    if isinstance(texts, str):
        return clean_text(texts)
    return clean_text(texts.get(language.value) or next(iter(texts.values()), ""))
