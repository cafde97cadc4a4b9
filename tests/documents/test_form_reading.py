"""A form that comes back is read by the names of its fields, whoever filled it in; what is no form is refused in words."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from tests.documents.edges import document
from tests.documents.office import purchase, sheet, sheet_of

from kravkompass.documents import form_errors as errors
from kravkompass.documents import form_reading
from kravkompass.documents.form_reading import Filled, FilledForm, form_about, read_form
from kravkompass.documents.outline import Document, Field, FieldKind
from kravkompass.documents.pdf import Archive, render
from kravkompass.documents.self_report import self_report
from kravkompass.errors import KnownError
from kravkompass.guidance.listing import checksum
from kravkompass.language import Language, translation

SHEET = sheet()
FORM = self_report(SHEET)
DATA = render(FORM)
TERM = next(field.name for field in form_reading.fields_of(FORM.blocks) if field.name.startswith("SE-") and "-answer" in field.name)
Change = Callable[[Any, Mapping[str, Any]], object]


def changed(change: Change, data: bytes = DATA, **saving: Any) -> bytes:  # noqa: ANN401 - what the library takes
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf, {str(field.T): field for field in pdf.Root.AcroForm.Fields} if "/AcroForm" in pdf.Root else {})
        pdf.save(target, **saving)
    return target.getvalue()


def filling(**values: str) -> Change:
    def change(_pdf: object, fields: Mapping[str, Any]) -> None:
        for name, value in values.items():
            fields[name.replace("_", "-")].V = pikepdf.String(value)

    return change


def read(folder: Path, data: bytes, form: Document = FORM) -> FilledForm:
    path = folder / "svar å.pdf"
    path.write_bytes(data)
    return read_form(path, form)


def by_name(form: FilledForm) -> dict[str, Filled]:
    return {one.field.name: one for one in form.filled}


@pytest.mark.parametrize("archive", Archive)
def test_an_untouched_form_has_every_field_and_nothing_in_them(tmp_path: Path, archive: Archive) -> None:
    result = read(tmp_path, render(FORM, archive=archive))
    assert [one.field for one in result.filled] == list(form_reading.fields_of(FORM.blocks))
    assert not any(one.value for one in result.filled if one.field.name != "supplier-name")
    assert all(one.fits for one in result.filled)
    assert (result.missing, result.unknown, result.list_changed) == ((), (), False)
    assert (result.about.purchase, result.about.checksum, result.about.language) == (purchase().id, checksum(SHEET.rows), "sv")


def test_what_was_filled_in_is_read_by_name(tmp_path: Path) -> None:
    no = SHEET.translation.say("No")
    filled = filling(supplier_contact="Åsa Öst, 日本 <b>&amp;", policy_describe="rad ett\rrad två\r\n\r\nslut ", policy_answer=no)

    def change(pdf: object, fields: Mapping[str, Any]) -> None:
        filled(pdf, fields)
        fields["confirmed"].V = fields["confirmed"].AS = pikepdf.Name.Yes
        fields[TERM].V = pikepdf.String(SHEET.translation.say("Yes"))

    result = read(tmp_path, changed(change))
    said = by_name(result)
    assert said["supplier-contact"].value == "Åsa Öst, 日本 <b>&amp;"
    assert said["policy-describe"].value == "rad ett\nrad två\n\nslut"
    assert (said["policy-answer"].value, said["policy-answer"].place) == (no, 2)
    assert said[TERM].place == 0
    assert said["confirmed"].value == "yes"
    assert result.original == (tmp_path / "svar å.pdf").read_bytes()
    assert result.original[:20].hex() not in repr(result)


def test_a_form_filled_in_by_another_program_is_read_too(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(DATA)))
    values = {"supplier-name": "Bergen Frukt AS", "risk-describe": "Bananer, Ecuador", "confirmed": "/Yes"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values)
    target = io.BytesIO()
    writer.write(target)
    said = by_name(read(tmp_path, target.getvalue()))
    assert {name: said[name].value for name in values} == {**values, "confirmed": "yes"}


def test_what_does_not_fit_is_told_and_not_taken_for_an_answer(tmp_path: Path) -> None:
    filled = filling(policy_answer="Kanske", risk_describe="x" * (form_reading.LONGEST_TEXT + 1), measures_describe="ett\x07två\u202e")
    said = by_name(read(tmp_path, changed(filled)))
    assert (said["policy-answer"].fits, said["policy-answer"].place, said["policy-answer"].value) == (False, None, "Kanske")
    assert (said["risk-describe"].fits, len(said["risk-describe"].value)) == (False, form_reading.LONGEST_TEXT)
    assert (said["measures-describe"].fits, said["measures-describe"].value) == (True, "etttvå")


def test_missing_and_unknown_fields_are_told(tmp_path: Path) -> None:
    def change(_pdf: object, fields: Mapping[str, Any]) -> None:
        fields["enclosed"].T = pikepdf.String("something-else")

    result = read(tmp_path, changed(change))
    assert (result.missing, result.unknown) == (("enclosed",), ("something-else",))


def test_a_form_of_an_older_list_is_read_and_says_so(tmp_path: Path) -> None:
    now = sheet_of(purchase())
    first = now.rows[0]
    now = replace(now, rows=[replace(first, texts=replace(first.texts, demand="Nytt")), *now.rows[1:]])
    assert read(tmp_path, DATA, self_report(now)).list_changed


def test_a_form_that_lost_what_it_says_about_itself_is_known_by_its_fields(tmp_path: Path) -> None:
    def change(pdf: Any, _fields: object) -> None:  # noqa: ANN401 - the library has no types here
        del pdf.docinfo["/Keywords"]

    result = read(tmp_path, changed(change))
    assert (result.about.purchase, result.list_changed) == ("", True)


def test_another_purchase_or_language_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(DATA)
    assert form_about(tmp_path / "a.pdf").language == "sv"
    with pytest.raises(errors.OtherFormError):
        read(tmp_path, DATA, self_report(sheet_of(replace(purchase(), id="other"))))
    with pytest.raises(errors.OtherFormLanguageError):
        read(tmp_path, DATA, self_report(sheet(0, Language.BOKMAL)))


def many_pages(pdf: Any, _fields: object) -> None:  # noqa: ANN401
    for _ in range(form_reading.MOST_PAGES):
        pdf.add_blank_page()


PROTECTED = changed(lambda *_: None, encryption=pikepdf.Encryption(owner="a", user="b"))


@pytest.mark.parametrize(
    ("content", "known"),
    [
        (b"", errors.NotAFormError),
        (b"%PDF-1.7 no more than this", errors.NotAFormError),
        (DATA[: len(DATA) // 2], errors.NotAFormError),
        (render(document()), errors.NotAFormError),
        (render(replace(document(Field("a", "A", FieldKind.LINE)), fillable=True)), errors.NotAFormError),
        (PROTECTED, errors.FormProtectedError),
        (changed(many_pages), errors.FormFileTooLargeError),
    ],
    ids=["empty", "begun", "half", "no-fields", "other-fields", "protected", "many-pages"],
)
def test_what_is_no_form_is_refused_in_words(tmp_path: Path, content: bytes, known: type[KnownError]) -> None:
    with pytest.raises(known) as told:
        read(tmp_path, content)
    for language in Language:
        sentence = told.value.said(translation(language))
        assert "svar å.pdf" in sentence
        assert "{" not in sentence


def test_a_missing_or_large_file_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(errors.FormFileMissingError):
            read_form(path, FORM)
    monkeypatch.setattr(form_reading, "LARGEST_FILE", 1000)
    with pytest.raises(errors.FormFileTooLargeError):
        read(tmp_path, DATA)
    monkeypatch.undo()
    monkeypatch.setattr(form_reading, "MOST_FIELDS", 3)
    with pytest.raises(errors.FormFileTooLargeError):
        read(tmp_path, DATA)


def test_scripts_in_a_form_are_not_run_and_do_no_harm(tmp_path: Path) -> None:
    def change(pdf: Any, fields: Mapping[str, Any]) -> None:  # noqa: ANN401
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("this.getField('enclosed').value = 'run'; while (1) {}"))
        pdf.Root.OpenAction = script
        fields["supplier-name"].AA = pikepdf.Dictionary(C=script, K=script, V=script)
        fields["supplier-contact"].V = pikepdf.String("x")

    said = by_name(read(tmp_path, changed(change)))
    assert (said["enclosed"].value, said["supplier-contact"].value) == ("", "x")


def test_damaged_forms_are_refused_or_read(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - any bytes will do
    for _ in range(60):
        damaged = bytearray(DATA)
        for _ in range(5):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            read(tmp_path, bytes(damaged))
        except KnownError:
            continue
