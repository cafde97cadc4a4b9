"""The ladder for deviations: from talk to termination, which comes last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kravkompass.catalog.terms import Country
from kravkompass.language import text


class Step(StrEnum):
    """A step of the ladder, in order."""

    DIALOGUE = "dialogue"
    NOTICE = "notice"
    ACTION_PLAN = "action-plan"
    CHECK = "check"
    SUSPENSION = "suspension"
    PENALTY = "penalty"
    REPLACEMENT = "replacement"
    WARNING = "warning"
    TERMINATION = "termination"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: what it is called, what happens, and how long the supplier usually has."""

    step: Step
    name: str
    does: str
    deadline: str


LADDER: tuple[Rung, ...] = (
    Rung(
        Step.DIALOGUE,
        text("Talk"),
        text("Raise the deviation with the supplier at once, also a small one, and write down what was said."),
        text("As agreed, at most two weeks"),
    ),
    Rung(
        Step.NOTICE,
        text("Written notice"),
        text("Tell the supplier in writing which requirement is not met, what was found, and by when it must be put right."),
        text("Two to four weeks"),
    ),
    Rung(
        Step.ACTION_PLAN,
        text("Action plan"),
        text("The supplier sends a plan with causes, measures, who is responsible and dates. You approve it or ask for more."),
        text("Four weeks to send the plan"),
    ),
    Rung(
        Step.CHECK,
        text("New check or audit"),
        text("Verify that the plan was carried out: documents, a spot check, a visit or an audit."),
        text("When the plan says it is done"),
    ),
    Rung(
        Step.SUSPENSION,
        text("Stop for the product or the sub-supplier"),
        text("No orders of the product, or from the sub-supplier, until the deviation is put right."),
        text("Until verified"),
    ),
    Rung(
        Step.PENALTY,
        text("Price reduction or penalty"),
        text("Use what the contract has agreed, in proportion to the breach. Nothing can be used that was not agreed."),
        text("As the contract says"),
    ),
    Rung(
        Step.REPLACEMENT,
        text("Replace the sub-supplier"),
        text("Require that a sub-supplier who does not put things right is replaced."),
        text("As agreed"),
    ),
    Rung(
        Step.WARNING,
        text("Warning of termination"),
        text("Say in writing that the contract will be terminated unless the deviation is put right, and by when. Take legal advice first."),
        text("As the contract says; otherwise a reasonable time"),
    ),
    Rung(
        Step.TERMINATION,
        text("Termination"),
        text("The last resort, when the earlier steps have not helped or the breach is essential. Take legal advice first."),
        text("After a written warning"),
    ),
)

STEP_NAMES: Mapping[Step, str] = MappingProxyType({rung.step: rung.name for rung in LADDER})
"""What the steps are called."""

ZERO_TOLERANCE = text(
    "Forced labour, child labour, danger to life, serious environmental harm or large-scale corruption: the supplier reports at once, the people"
    " affected are protected first, and the matter goes straight to an action plan with short deadlines. The earlier steps are not waited for."
)
NORWEGIAN_SANCTIONS = text(
    "Pay and working conditions: the contract should name sanctions that are fit to make the supplier comply, such as withheld payment or a daily"
    " penalty. They can only be used where they have been agreed."
)


def extra_sentences(country: Country) -> tuple[str, ...]:
    """Give what stands beside the ladder in a country."""
    return (ZERO_TOLERANCE, NORWEGIAN_SANCTIONS) if country is Country.NORWAY else (ZERO_TOLERANCE,)
