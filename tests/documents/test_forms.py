"""Fields that are filled in on the screen: archival and accessible before and after, and read back by name."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from tests.documents.edges import LONG_WORD, document
from tests.documents.readback import read_back
from tests.documents.test_pdf_standards import PROFILES, failures
from tests.documents.wordings import WORDINGS

from kravkompass.documents.outline import Document, Field, FieldKind, Section, Together
from kravkompass.documents.pdf import Archive, render

FIELDS = (
    Field("company", "Företag", value="Åkesson (AB) \\ Søn"),
    Field("describe", "Beskriv", FieldKind.LINES, value="Rad ett\nrad två", lines=4),
    Field("answer", "Uppfylls villkoret?", FieldKind.CHOICE, options=("Ja", "Delvis", "Nej"), value="Delvis"),
    Field("confirmed", "Uppgifterna stämmer", FieldKind.TICK),
    Field("agreed", "Redan ikryssad", FieldKind.TICK, value="yes"),
    Field("day", "Datum", FieldKind.DATE),
    Field("strange", LONG_WORD, FieldKind.LINES, value="🍌 <b>fet</b> ]]> \x07 日本語 Č ŋ", lines=400),
)


def form(language: str = "sv") -> Document:
    return replace(document(Section("Blankett", (Together(FIELDS[:3]), *FIELDS[3:])), language=language), fillable=True)


@pytest.mark.parametrize("language", list(WORDINGS))
def test_a_form_keeps_the_standards(language: str) -> None:
    data = render(form(language))
    assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)
    assert not failures(render(form(language), archive=Archive.A1), PROFILES.PDF_A_1A, PROFILES.PDF_UA_1)
    assert not read_back(data).faults
    assert render(form(language)) == data


def test_every_field_has_a_name_a_spoken_name_and_a_place_in_the_structure() -> None:
    with pikepdf.open(io.BytesIO(render(form()))) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert set(fields) == {field.name for field in FIELDS}
        assert str(fields["answer"].TU) == "Uppfylls villkoret?"
        assert str(fields["company"].V) == FIELDS[0].value
        assert [str(option) for option in fields["answer"].Opt] == ["Ja", "Delvis", "Nej"]
        assert pikepdf.Name.Yes == fields["agreed"].AS
        assert pikepdf.Name.Off == fields["confirmed"].AS
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert not [name for name, field in fields.items() if "/A" in field or "/AA" in field]
    roles = [element.role for element in read_back(render(form())).elements]
    assert roles.count("Form") == len(FIELDS)


def test_a_filled_form_keeps_the_standards_and_is_read_back_by_name() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(render(form()))) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        fields["company"].V = pikepdf.String("Bergen Frukt AS")
        fields["answer"].V = pikepdf.String("Ja")
        fields["confirmed"].V = fields["confirmed"].AS = pikepdf.Name.Yes
        pdf.save(target)
    data = target.getvalue()
    assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = {str(field.T): str(field.V) for field in pdf.Root.AcroForm.Fields}
    assert (said["company"], said["answer"], said["confirmed"]) == ("Bergen Frukt AS", "Ja", "/Yes")


def test_two_fields_of_one_name_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="two fields"):
        render(replace(document(Field("a", "A"), Field("a", "B")), fillable=True))


def test_the_static_twin_has_no_fields() -> None:
    data = render(replace(form(), fillable=False))
    assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/AcroForm" not in pdf.Root
    assert "☐ Delvis" in read_back(data).said()
