"""Asking what is needed to freeze a purchase's list into a contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.language import Language
from kravkompass.screens.export import contract_language, own_language
from kravkompass.ui.palettes import Tone
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Translation
    from kravkompass.screens.signing import Signing
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice


def sign(voice: Voice, wizard: Wizard, screen: Signing, over: QWidget) -> str | None:
    """Ask who was chosen and when it was signed; gives the new contract's id, or None when the buyer changed her mind."""
    purchase = wizard.purchase
    count = screen.number(own_language(purchase.country))
    undecided, faults = screen.undecided(), screen.faults(own_language(purchase.country))
    prompt = Prompt(
        voice,
        lambda t: t.say("The contract is signed"),
        lambda t: t.count(
            "{n} requirement is frozen as it is worded now. Later changes to the catalog never touch it.",
            "{n} requirements are frozen as they are worded now. Later changes to the catalog never touch them.",
            count,
        ),
        over=over,
    )
    if undecided or faults:
        prompt.add(_unfinished(voice, undecided, faults))
    supplier, number = TextField(voice), TextField(voice)
    supplier.put_value(purchase.supplier)
    signed, start = DateField(voice), DateField(voice)
    signed.put_value(wizard.today)
    start.put_value(purchase.facts.day("contract-start"))
    language = Segments(voice, [Alternative(one.value, one.own_name) for one in Language])
    language.put_value(contract_language(purchase.country, voice.translation.language).value)
    prompt.add(Field(voice, lambda t: t.say("Supplier"), supplier, help_text=lambda t: t.say("More suppliers can be added later.")))
    prompt.add(Field(voice, lambda t: t.say("Organisation number"), number))
    prompt.add(Field(voice, lambda t: t.say("Signed"), signed))
    prompt.add(Field(voice, lambda t: t.say("Contract starts"), start))
    prompt.add(Field(voice, lambda t: t.say("Language of the contract"), language))
    freeze = Button(voice, lambda t: t.say("Begin the follow-up"), Weight.PRIMARY)
    prompt.offer([(freeze, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])
    supplier.setFocus()
    if prompt.exec() != 1:
        return None
    signed.commit()
    start.commit()
    return screen.sign(supplier.value, number.value, signed.value or wizard.today, start.value, Language(str(language.value)))


def _unfinished(voice: Voice, undecided: int, faults: int) -> Callout:
    """Say what is frozen although it is not finished."""

    def said(t: Translation) -> tuple[str, ...]:
        proposals = t.count(
            "{n} proposal is included that you have not decided about",
            "{n} proposals are included that you have not decided about",
            undecided,
        )
        wrong = t.count("{n} thing must be put right", "{n} things must be put right", faults)
        return ((wrong,) if faults else ()) + ((proposals,) if undecided else ())

    return Callout(voice, Tone.WARNING, lambda t: said(t)[0], lambda t: "".join(said(t)[1:]))
