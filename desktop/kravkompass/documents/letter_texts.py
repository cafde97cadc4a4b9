"""What the letters about a deviation say: neutral and exact, each with what is asked for and what comes next.

Nothing in them claims a right that the contract may not hold: what a letter rests on is the term it names, every right is reserved, and
no paragraph of law is cited. They are help to write with, not legal advice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kravkompass.followup.letter import LetterKind
from kravkompass.followup.remedy import Remedy
from kravkompass.language import text


@dataclass(frozen=True, slots=True)
class Ask:
    """Something said or asked; said in other words when there is no day to say, or no requirement it is about.

    It is left out where one of the remedies in ``not_with`` is invoked.
    """

    words: str
    without_day: str = ""
    without_requirement: str = ""
    not_with: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter: the sentence it begins with, what it asks for, and what happens next; ``alone`` begins one before which no step was taken."""

    begins: str
    asks: tuple[Ask, ...]
    then: Ask
    alone: str = ""


_PROOF = Ask(
    text("Send us the agreed evidence, as it stands above, that shows that the deviation has been put right."),
    without_requirement=text("Send us documents that show that the deviation has been put right."),
)
_OTHERWISE = Ask(
    text("If you see the matter in another way: tell us by the same day, with your reasons and the documents that show it."),
    text("If you see the matter in another way: tell us, with your reasons and the documents that show it."),
)

LETTER_TEXTS: Mapping[LetterKind, LetterText] = MappingProxyType({
    LetterKind.NOTICE: LetterText(
        text(
            "This letter is a written complaint. We have found that the contract has not been kept on one point. Here is what was agreed,"
            " what we found, and what we ask of you."
        ),
        (
            Ask(text("Put the deviation right by {deadline}."), text("Put the deviation right, and tell us by when it will be done.")),
            _PROOF,
            Ask(text("Tell us why it came about, and how you prevent that it happens again.")),
            _OTHERWISE,
        ),
        Ask(
            text(
                "We check what you send and tell you what we find. If the deviation is not put right in time, we consider what the contract"
                " gives us the right to."
            )
        ),
    ),
    LetterKind.PLAN_DEMAND: LetterText(
        text("We ask you for a plan that shows how the deviation will be put right and prevented."),
        (
            Ask(text("Send us the action plan by {deadline}."), text("Send us the action plan, and tell us by when we will have it.")),
            Ask(text("Write why the deviation came about.")),
            Ask(text("Write what you will do to put it right, and what you will do so that it does not happen again.")),
            Ask(text("Write for each measure which role is responsible and on which day it will be done.")),
            Ask(text("Write which evidence you will send to show that the measures have been carried out.")),
        ),
        Ask(text(
                "We answer the plan in writing: we approve it, or say what is missing. Then we check that the measures have been carried out."
                " That we ask for a plan alters no time limit in the contract."
            )),
    ),
    LetterKind.PLAN_APPROVED: LetterText(
        text("We approve your action plan of {plan_day}. The deviation remains open until we have seen that the measures have been carried out."),
        (Ask(text("Carry out the measures on the days in the plan.")), _PROOF),
        Ask(text(
                "We check that the measures have been carried out and tell you what we find. You remain responsible for keeping the contract,"
                " also when the plan has been carried out."
            )),
    ),
    LetterKind.PLAN_SENT_BACK: LetterText(
        text("We cannot approve your action plan of {plan_day} as it stands. Here is what is missing."),
        (
            Ask(
                text("Send us the plan anew by {deadline}, with what is missing."),
                text("Send us the plan anew with what is missing, and tell us by when we will have it."),
            ),
            Ask(text("Begin at once with the measures that can be carried out without waiting for our answer.")),
        ),
        Ask(text("We answer the new plan in writing. If no plan comes that can be approved, we consider what the contract gives us the right to.")),
    ),
    LetterKind.CHECK: LetterText(
        text("We will check that the deviation has been put right. Here is what we check and what we ask you to prepare."),
        (
            Ask(text("The check is made by {deadline}. Tell us which days suit you."), text("Tell us which days suit you for the check.")),
            Ask(
                text("Have the agreed evidence ready, as it stands above."),
                without_requirement=text("Have the documents ready that show how the deviation has been put right."),
            ),
            Ask(text("See to it that somebody who knows the matter can answer our questions, and that we can see what the contract lets us see.")),
        ),
        Ask(text("We tell you in writing what the check showed. Who bears its costs follows from the contract.")),
    ),
    LetterKind.SUSPENSION: LetterText(
        text("With support of the term of the contract stated below we stop our orders of the following from {day}: {concerns}."),
        (Ask(text("Put the deviation right by {deadline}."), text("Put the deviation right, and tell us by when it will be done.")), _PROOF, _OTHERWISE),
        Ask(
            text(
                "The stop lasts until we lift it in writing, when we have seen that the deviation has been put right. The rest of the contract"
                " applies as before."
            )
        ),
    ),
    LetterKind.CLAIM: LetterText(
        text("Because of the deviation, and with support of the term of the contract stated below, we invoke: {remedy}."),
        (
            Ask(
                text("Confirm by {deadline} that you accept what we invoke, or tell us what you object to and why."),
                text("Confirm that you accept what we invoke, or tell us what you object to and why."),
            ),
            Ask(text("Put the deviation right all the same: what we invoke does not release you from that."), not_with=(Remedy.PRICE_REDUCTION,)),
            replace(_PROOF, not_with=(Remedy.PRICE_REDUCTION,)),
        ),
        Ask(text("When we have your answer we tell you how we go on.")),
    ),
    LetterKind.REPLACEMENT: LetterText(
        text(
            "With support of the term of the contract stated below we ask that the following sub-supplier no longer takes part in what is"
            " delivered under the contract: {concerns}."
        ),
        (
            Ask(
                text("Replace the sub-supplier by {deadline}, and tell us who takes over."),
                text("Replace the sub-supplier, and tell us by when it is done and who takes over."),
            ),
            Ask(text("Send the information and the evidence that the contract asks for about the new sub-supplier.")),
            _OTHERWISE,
        ),
        Ask(text("We check the new sub-supplier in the same way as the others. Until the replacement is made, earlier stops and demands remain.")),
    ),
    LetterKind.WARNING: LetterText(
        text("The deviation remains in spite of the earlier steps. If it is not put right we will consider ending the contract by {remedy}."),
        (
            Ask(text("Put the deviation right by {deadline}."), text("Put the deviation right at once, and tell us by when it is done.")),
            _PROOF,
            Ask(
                text("Tell us by the same day if something hinders you, and what you have done about it."),
                text("Tell us if something hinders you, and what you have done about it."),
            ),
        ),
        Ask(
            text("After that day we decide whether the contract is to be ended. This letter does not end it: until then it applies unchanged."),
            text("Then we decide whether the contract is to be ended. This letter does not end it: until then it applies unchanged."),
        ),
        text("The deviation remains. If it is not put right we will consider ending the contract by {remedy}."),
    ),
    LetterKind.TERMINATION: LetterText(
        text("We hereby end the contract by {remedy}. The deviation and the earlier steps are the ground, as stated below."),
        (
            Ask(text("Confirm that you have received this letter.")),
            Ask(text("Tell us which deliveries and payments you consider still open.")),
        ),
        Ask(
            text(
                "The contract ends on {deadline}. What remains to be settled between us we come back to separately."
            ),
            text(
                "The day on which it ends follows from the contract. What remains to be settled between us we come back to separately."
            ),
        ),
        text("We hereby end the contract by {remedy}. The deviation is the ground, as stated below."),
    ),
    LetterKind.CLOSED: LetterText(
        text("The deviation below is closed: we follow it up no further. Claims that have been made because of it, and agreements about them, remain."),
        (Ask(text("Keep the evidence for as long as the contract runs, so that the matter can be shown again.")),),
        Ask(text("If the same thing is found again, we open the matter anew and take the earlier steps into account.")),
    ),
})  # fmt: skip

RESERVED = text("We reserve all rights that we have because of the deviation.")
"""What every letter ends with but the one that closes the matter."""
PEOPLE_FIRST = text("First of all: protect the people affected, and write in the plan how it has been done. Do not name them.")
"""What is asked for before anything else where zero tolerance is at stake."""
ENDS_WITH_NOTICE: Mapping[LetterKind, str] = MappingProxyType({
    LetterKind.WARNING: text("Warning of termination with notice"),
    LetterKind.TERMINATION: text("Notice of termination with notice"),
})  # fmt: skip
"""What a letter is called when the contract is to end after a time of notice."""
