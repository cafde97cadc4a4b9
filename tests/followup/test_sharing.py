"""What leaves for another municipality: the outcomes of one's own checks, and no person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.guidance.made import texts
from tests.purchases.contract_samples import contract, frozen, outcome, supplier

from kravkompass.followup.activity import Outcome, Status
from kravkompass.followup.contract import Contact, FrozenRequirement, Supplier
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Attendant, Meeting, MeetingKind
from kravkompass.followup.shared_finding import Seen
from kravkompass.followup.sharing import Held, Shareable, held_note, known_names, perhaps_names, shareable, with_note

WHOLE = replace(contract(), id="c")
FIRM = replace(supplier("c"), id="s")
ASKED = frozen("c", id="r", lots=())
PERSON = "19121212-1212"


def found(
    *outcomes: Outcome, firm: Supplier = FIRM, asked: FrozenRequirement = ASKED, evidence: tuple[Evidence, ...] = ()
) -> tuple[Shareable, ...]:
    return shareable(WHOLE, [firm], [asked], outcomes, evidence)


def checked(**changes: object) -> Outcome:
    return replace(outcome("c", "r", id="o"), **changes)  # type: ignore[arg-type]


def test_a_finding_says_what_was_agreed_and_found_and_by_which_municipality() -> None:
    (one,) = found(checked())
    finding = one.finding
    assert (finding.origin, finding.supplier, finding.number) == ("Provkommunen", "Grönt i Provstad AB", "556000-0000")
    assert (finding.status, finding.day, finding.method) == (Status.PARTLY, date(2027, 9, 1), checked().method)
    assert (finding.agreed.requirement, finding.agreed.revision, finding.agreed.values) == ("SE-FOOD-51", 2, ASKED.values)
    assert finding.agreed.wording == {language: one.demand for language, one in ASKED.texts.items()}
    assert (one.held, finding.source) == (None, "o")


def test_nothing_of_the_people_goes_along_by_itself() -> None:
    (one,) = found(checked(note="Bo Berg visade certifikatet."))
    told = repr(one.finding)
    assert one.note
    assert not any(name in told for name in ("Bo Berg", "Åsa Öst", "bo@example.se", "certifikatet"))


def test_the_latest_check_of_ones_own_counts() -> None:
    first, second = checked(id="1", day=date(2027, 1, 1)), checked(id="2", status=Status.MET)
    assert [one.finding.source for one in found(first, second)] == ["2"]
    assert [one.finding.source for one in found(first, checked(id="3", status=Status.NOT_CHECKED))] == ["1"]
    assert found(checked(status=Status.NOT_APPLICABLE)) == ()
    assert found(first, checked(taken_over="f")) == (), "what others found is theirs to share"


def test_only_the_kind_of_evidence_is_told() -> None:
    def proof(kind: str, by: str = "") -> Evidence:
        return Evidence("e", "c", "f" * 64, "Intyg Bo Berg.pdf", kind, 9, date(2027, 9, 1), requirements=("r",), supplier=by)

    given = (proof("image/jpeg"), proof("application/pdf"), proof("application/x-thing"), proof("text/csv", "other"))
    (one,) = found(checked(), evidence=given)
    assert one.finding.evidence == (Seen.DOCUMENT, Seen.PICTURE, Seen.OTHER)
    assert "Bo Berg" not in repr(one.finding)
    sheet = proof("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    word = proof("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    (one,) = found(checked(), evidence=(sheet, word))
    assert one.finding.evidence == (Seen.DOCUMENT, Seen.TABLE)


@pytest.mark.parametrize(
    ("number", "held"),
    [
        ("556000-0000", None),
        ("923 456 789", None),
        ("", Held.NO_NUMBER),
        ("vet ej", Held.NO_NUMBER),
        ("121212-1212", Held.SOLE_TRADER),
        (PERSON, Held.SOLE_TRADER),
        ("SE121212121201", Held.SOLE_TRADER),
    ],
)
def test_a_sole_traders_number_is_a_persons_and_stays(number: str, held: Held | None) -> None:
    (one,) = found(checked(), firm=replace(FIRM, number=number))
    assert one.held is held


def test_a_persons_number_in_what_was_agreed_stays() -> None:
    asked = replace(ASKED, texts={"sv": texts("Krav", f"Kontakta {PERSON}.")})
    assert [one.held for one in found(checked(), asked=asked)] == [Held.PERSONAL_NUMBER]
    asked = replace(ASKED, values={"annex": PERSON})
    assert [one.held for one in found(checked(), asked=asked)] == [Held.PERSONAL_NUMBER]


@pytest.mark.parametrize(
    ("note", "held"),
    [
        ("Intyget gäller till 2029.", None),
        (f"Ring {PERSON}", Held.PERSONAL_NUMBER),
        ("Skriv till bo@example.se", Held.MAIL),
        ("Berg visade intyget", Held.NAME),
        ("Enligt Eva Ek", Held.NAME),
        ("Åsa var där", Held.NAME),
        ("ett berg av papper", None),
    ],
)
def test_a_note_that_names_somebody_is_held(note: str, held: Held | None) -> None:
    there = Meeting("m", "c", "s", date(2027, 9, 1), MeetingKind.FOLLOW_UP, present=(Attendant("Eva Ek"),))
    people = replace(FIRM, contacts=(Contact("Bo Berg"),))
    assert held_note(note, known_names(WHOLE, [people], [there], "Nils Ny")) is held


def test_a_note_goes_along_when_it_is_chosen() -> None:
    (one,) = found(checked(note="Två av tre"))
    assert (one.finding.note, with_note(one, "  Två av tre \n").note) == ("", "Två av tre")


def test_what_may_be_a_name_is_asked_about() -> None:
    assert perhaps_names("Enligt Bo Berg höll Grönt i Provstad AB det.") == ("Enligt Bo Berg",)
    assert perhaps_names("Sedan kom Eva-Lena Ek, och Eva-Lena Ek gick") == ("Eva-Lena Ek",)
    assert perhaps_names("Kontrollerat hos Provstad Frukt AB i mars") == ()
