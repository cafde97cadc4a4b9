"""The chronology as it is gathered from the store: one row for each entry of the log, and the checksums of what is kept."""

from __future__ import annotations

from tests.documents.meaning import meant
from tests.documents.test_chronology import entries
from tests.screens.deviation_cases import TODAY, deviations_in, noted, whole

from kravkompass.followup.chronology import about_deviation
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LetterKind
from kravkompass.language import Language, Languages
from kravkompass.purchases.store import Store
from kravkompass.screens.chronicle import Chronicle
from kravkompass.screens.deviation_letters import Letters
from kravkompass.screens.export_formats import Format


def test_a_chronology_equals_the_log_and_names_every_document(store: Store) -> None:
    deviations = deviations_in(store)
    letters, chronicle = Letters(deviations), Chronicle(deviations.screen)
    first, other = noted(deviations).deviation.id, noted(deviations, what="En annan").deviation.id
    for step in (Step.DIALOGUE, Step.NOTICE):
        letters.take(deviations.dossier(first), whole(deviations, first, step))
    deviations.verify(first, TODAY, "Nya certifikat")
    deviations.close(first)
    letters.confirmed(first, letters.written(deviations.dossier(first), LetterKind.CLOSED, Languages(Language.SWEDISH)))
    log = store.events(deviations.screen.id)
    for identity, events in (("", log), (first, about_deviation(log, first)), (other, about_deviation(log, other))):
        document = chronicle.outline(Languages(Language.NYNORSK), identity)
        assert [row[0] for row in entries(document)] == [str(event.number) for event in events]
        assert "Leverandør: Grönt i Provstad 1 AB" in meant(document)
        kept = set(deviations.screen.evidence.kept())
        assert len(kept) == 2
        assert all((checksum in meant(document)) == (identity != other) for checksum in kept)
    assert chronicle.file_name(Languages(Language.SWEDISH), Format.WORD, first).endswith("kronologi-for-en-avvikelse-2027-09-01.docx")
