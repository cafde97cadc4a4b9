"""The version of a list, the draft mark and the archival standard: counted, kept, and on every page of every document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import page
import pytest
from tests.documents.readback import read_back

from kravkompass.documents.excel_columns import Key
from kravkompass.documents.excel_comparing import Difference
from kravkompass.documents.excel_reading import read_back as read_list_back
from kravkompass.documents.sheet import Sheet
from kravkompass.errors import NotWritableError
from kravkompass.followup.reply import KeptReply, Reply, Standing
from kravkompass.guidance.listing import fingerprint
from kravkompass.guidance.purchase import Verdict
from kravkompass.language import Language, Languages, translation
from kravkompass.purchases.kinds import Kind
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export import file_name
from kravkompass.screens.export_formats import Archiving, Format, Wish
from kravkompass.screens.exporting import Exporting
from kravkompass.screens.wizard import Wizard

LIST = DocumentKind.REQUIREMENT_LIST
SV = Language.SWEDISH


@pytest.fixture
def exporting(wizard: Wizard) -> Exporting:
    return Exporting(wizard)


def wish(exporting: Exporting, *kinds: DocumentKind, draft: bool = False) -> Wish:
    return exporting.wish(kinds or (LIST,), (Format.PDF,), Languages(SV), draft=draft)


def reword(wizard: Wizard, words: str) -> None:
    first = next(decision for decision in wizard.purchase.decisions.values() if decision.is_in)
    with wizard.change() as change:
        change.decide(wizard.purchase.id, replace(first, verdict=Verdict.ADAPTED, wording={"sv": words}))


def test_the_version_goes_up_when_a_changed_list_is_sent_out(exporting: Exporting, wizard: Wizard, tmp_path: Path) -> None:
    assert (exporting.sent, exporting.next) == (0, 1)
    for _ in range(2):
        exporting.write(tmp_path, wish(exporting))
        assert (exporting.sent, exporting.next) == (1, 1)
    reword(wizard, "Vår egen lydelse.")
    assert (exporting.sent, exporting.next) == (1, 2)
    exporting.write(tmp_path, wish(exporting))
    assert (exporting.sent, exporting.next) == (2, 2)


def test_a_draft_is_numbered_but_does_not_go_out(exporting: Exporting, tmp_path: Path) -> None:
    exporting.write(tmp_path, wish(exporting, draft=True))
    assert (exporting.sent, exporting.next) == (0, 1)


def test_what_could_not_be_written_has_not_gone_out(exporting: Exporting, wizard: Wizard, tmp_path: Path) -> None:
    (tmp_path / file_name(wizard.purchase.title, LIST, SV)).mkdir()
    with pytest.raises(NotWritableError):
        exporting.write(tmp_path, wish(exporting))
    assert exporting.sent == 0


def test_another_language_is_the_same_version(exporting: Exporting, wizard: Wizard) -> None:
    rows = [wizard.guide.rows(language) for language in Language]
    assert len({fingerprint(one) for one in rows}) == 1
    reword(wizard, "Vår egen lydelse.")
    assert fingerprint(wizard.guide.rows(SV)) != fingerprint(rows[0])
    assert exporting.next == 1


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_page_says_draft_version_date_id_and_checksum(
    exporting: Exporting, kind: DocumentKind, language: Language, tmp_path: Path, wizard: Wizard
) -> None:
    whole = exporting.wish((kind,), (Format.PDF,), Languages(language), draft=True)
    (written,) = exporting.write(tmp_path, replace(whole, edition=replace(whole.edition, number=3)))
    say = translation(language).say
    result = read_back(written.file.read_bytes())
    for number, shown in enumerate(result.pages, 1):
        around = " ".join(run.text for run in shown if run.owner == "artifact")
        for words in (
            say("Draft").upper(), f"{say('Version')} 3", translation(language).formats.short_date(wizard.today), wizard.purchase.id[:8],
            say("Page {page} of {pages}", page=number, pages=len(result.pages)),
        ):  # fmt: skip
            assert words in around, (number, words)
    assert f"{say('Version')} 3" in result.said()


def test_the_older_archival_standard_is_a_setting(exporting: Exporting, wizard: Wizard, tmp_path: Path) -> None:
    assert exporting.archiving is Archiving.A2
    exporting.keep_archiving(Archiving.A1)
    assert Exporting(wizard).archiving is Archiving.A1
    (written,) = exporting.write(tmp_path, wish(exporting))
    data = written.file.read_bytes()
    assert data.startswith(b"%PDF-1.4")
    for profile in (page.ValidationProfile.PDF_A_1A, page.ValidationProfile.PDF_UA_1):
        assert not page.validate_pdf_bytes(data, profile=profile).failures


def test_choosing_the_standard_is_told_as_a_setting(exporting: Exporting, wizard: Wizard) -> None:
    told: list[frozenset[Kind]] = []
    wizard.store.when_changed(told.append)
    exporting.keep_archiving(Archiving.A1)
    exporting.keep_archiving(Archiving.A1)
    assert told == [{Kind.SETTINGS}]


def test_replies_that_came_back_stand_in_the_next_excel_list(exporting: Exporting, wizard: Wizard, tmp_path: Path) -> None:
    first = wizard.guide.rows(SV)[0].requirement.id
    with wizard.change() as change:
        change.lists.put_replies(wizard.purchase.id, {first: KeptReply(Reply(Standing.MET, "Ja"))})
    (written,) = exporting.write(tmp_path, _excel(exporting))
    sheet = Sheet(wizard.purchase, wizard.guide.rows(SV), wizard.catalog, wizard.today, translation(SV))
    compared = read_list_back(written.file, sheet).compared
    assert compared.proposed == {first: Reply(Standing.MET, "Ja")}
    assert Difference(first, Key.ANSWER, "", "Ja", 2) in compared.answered


def _excel(exporting: Exporting) -> Wish:
    return exporting.wish((), (Format.EXCEL,), Languages(SV), draft=False)


def test_it_can_be_stopped_between_pages_and_nothing_has_gone_out(exporting: Exporting, tmp_path: Path) -> None:
    told = []

    def stop(done: int, of: int) -> None:
        told.append(done)
        if done > of // 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exporting.write(tmp_path, wish(exporting, LIST, DocumentKind.FOLLOWUP_PLAN), stop)
    assert len(told) > 20
    assert exporting.sent == 0
    assert not list(tmp_path.glob("*.part"))
