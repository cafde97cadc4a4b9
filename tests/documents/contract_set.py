"""Every document about contracts, each made from invented contracts with all that belongs to them, in any language or two."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from tests.benchmarks.many_contracts import fill
from tests.catalog.real import catalog
from tests.documents import chain_made, letter_samples, test_contract_plan, test_questionnaire_form
from tests.screens.meeting_world import make_world, photo

from kravkompass.documents.chain_report import chain_report
from kravkompass.documents.contract_plan import contract_plan
from kravkompass.documents.letters import letter
from kravkompass.documents.outline import Document
from kravkompass.documents.questionnaire_form import questionnaire_form
from kravkompass.documents.side_by_side import in_languages
from kravkompass.followup.activity import Status
from kravkompass.followup.letter import LetterKind
from kravkompass.followup.meeting import Attendant, MeetingKind, Pledge, Side
from kravkompass.language import Language, Languages, translation
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.store import Store
from kravkompass.screens import meeting_files
from kravkompass.screens.chronicle import Chronicle
from kravkompass.screens.meeting_ending import Ending
from kravkompass.screens.minutes import outline_of
from kravkompass.screens.overview import Overview
from kravkompass.screens.taking_in import take_in

Make = Callable[[Languages], Document]


@cache
def documents() -> Mapping[str, Make]:
    """Give what makes each document, by a name."""
    folder = Path(tempfile.mkdtemp(prefix="kravkompass-set-"))
    made: dict[str, Make] = {f"letter-{kind.value}": _letter(kind) for kind in LetterKind}
    made |= {
        "plan": _spoken(lambda language: contract_plan(test_contract_plan.sheet(language))),
        "chain": _spoken(lambda language: chain_report(chain_made.made(23, language))),
        "form": _spoken(lambda language: questionnaire_form(test_questionnaire_form.asked(language=language))),
        "paper": _spoken(lambda language: questionnaire_form(test_questionnaire_form.asked(language=language), fillable=False)),
    }
    return {**made, **_held(folder), **_overviews(folder)}


NAMES = (
    *(f"letter-{kind.value}" for kind in LetterKind), "plan", "chain", "form", "paper", "minutes", "minutes-again", "chronology", "overview",
    "overview-contracts",
)  # fmt: skip


def _spoken(make: Callable[[Language], Document]) -> Make:
    return lambda languages: in_languages(make, *languages.pair)


def _letter(kind: LetterKind) -> Make:
    """A letter knows itself that it is in two languages: the wording of each stands under its own."""

    def made(languages: Languages) -> Document:
        beside = translation(languages.beside) if languages.beside is not None else None
        return letter(letter_samples.made(kind, languages.first, beside=beside))

    return made


def _held(folder: Path) -> Mapping[str, Make]:
    """The minutes of two meetings, the second about what came of the first, and the chronology of it all."""
    world = make_world(Store(folder / "held"))
    first = world.meeting()
    first.begin()
    there = (Attendant("Bo Berg", "Kvalitetschef"), Attendant("Åsa Öst", "Upphandlare", Side.BUYER))
    first.describe(place="Stadshuset, rum 3", present=there, next_day=date(2028, 2, 29), note="Gott samarbete")
    one, two, _ = (matter.id for matter in first.matters)
    for number in (1, 2, 3):
        meeting_files.add(first, one, take_in(world.store.evidence, photo(folder, number, 800, 600)))
    first.write(one, status=Status.MET, note="Alla certifikat gäller.")
    first.write(two, status=Status.NOT_MET, note="Ingen lista", pledges=(Pledge("Skicka listan", "Bo Berg", due=date(2027, 10, 1)),))
    Ending(first).close()
    second = world.meeting(MeetingKind.FOLLOW_UP)
    second.begin()
    second.describe(place="Stadshuset, rum 3", present=there, next_day=date(2028, 2, 29), note="Gott samarbete")
    for matter in second.matters[:2]:
        second.write(matter.id, status=Status.PARTLY, note="På god väg")
    second.write(second.matters[2].id, status=Status.MET, pledges=(Pledge("Skicka certifikatet", "Bo Berg", due=date(2027, 10, 1)),))
    Ending(second).close()
    return {
        "minutes": lambda languages: outline_of(world.store, first.meeting.id, languages),
        "minutes-again": lambda languages: outline_of(world.store, second.meeting.id, languages),
        "chronology": lambda languages: Chronicle(world.screen).outline(languages),
    }


def _overviews(folder: Path) -> Mapping[str, Make]:
    """The yearly overview of a year with purchases, and of one with contracts."""
    store = fill(folder / "many", 6)
    with store.change() as change:
        for example in EXAMPLES:
            change.add(example.purchase())
    screen = Overview(store, catalog(), date(2027, 6, 1))
    return {
        "overview": lambda languages: screen.outline(2026, languages),
        "overview-contracts": lambda languages: screen.outline(2027, languages),
    }
