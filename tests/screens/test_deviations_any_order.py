"""Whatever is done with a deviation in whatever order, what must hold holds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.screens.deviation_cases import TODAY, deviations_in, noted, whole

from kravkompass.catalog.terms import Severity
from kravkompass.errors import KnownError
from kravkompass.followup.contract import Contract
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.escalation import is_sound
from kravkompass.followup.ladder import Step
from kravkompass.purchases.store import Store
from kravkompass.screens.contract_deviations import Deviations

VERBS = ("take", "skip", "verify", "close", "close-with-reason", "reopen", "severity", "undo")


TRIED = st.lists(st.tuples(st.sampled_from(VERBS), st.sampled_from(Step), st.sampled_from(Severity)), max_size=12)
ONE_STORE = [HealthCheck.function_scoped_fixture]


@settings(suppress_health_check=ONE_STORE)
@given(tried=TRIED)
def test_no_order_of_verbs_breaks_what_must_hold(store: Store, tried: list[tuple[str, Step, Severity]]) -> None:
    """Whatever is done in whatever order: every step rests on the earlier ones or a reason, and what is closed says why."""
    deviations = deviations_in(store)
    first = noted(deviations).deviation.id
    undo: list[Callable[[], None]] = []
    for verb, step, severity in tried:
        with suppress(KnownError):
            _do(deviations, first, verb, step, severity, undo)
        dossier = deviations.dossier(first)
        assert is_sound(dossier.deviation.severity, dossier.steps)
        if not dossier.deviation.is_open:
            assert dossier.deviation.verification or dossier.deviation.closing_reason
    with store.change() as change:
        change.contracts.drop(store.part(Contract, deviations.screen.id))


def _do(deviations: Deviations, first: str, verb: str, step: Step, severity: Severity, undo: list[Callable[[], None]]) -> None:
    match verb:
        case "take":
            undo.append(deviations.take(whole(deviations, first, step)))
        case "skip":
            undo.append(deviations.take(whole(deviations, first, step, skipped="Därför")))
        case "verify":
            deviations.verify(first, TODAY, "Sett" if severity is Severity.ORDINARY else " ")
        case "close":
            deviations.close(first)
        case "close-with-reason":
            deviations.close(first, "Därför")
        case "reopen":
            deviations.reopen(first, "Igen" if severity is Severity.ORDINARY else "")
        case "severity":
            found: Deviation = deviations.dossier(first).deviation
            undo.append(deviations.note(replace(found, severity=severity))[1])
        case _ if undo:
            undo.pop()()
