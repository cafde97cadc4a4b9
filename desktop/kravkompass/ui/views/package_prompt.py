"""How the packages look: what each is for, how much of it fits the purchase, and taking one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, Choice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Translation
    from kravkompass.screens.packages import Offer, Packages
    from kravkompass.ui.language import Voice


def pick_package(voice: Voice, screen: Packages, over: QWidget) -> str | None:
    """Ask which package to take; None for none."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Packages"),
        lambda t: t.say("Requirements that belong together. Those that fit the purchase are taken; you can change each of them."),
        over=over,
    )
    offers = screen.offers()
    which = Choice(voice, [_alternative(offer) for offer in offers])
    prompt.add(which)
    take = Button(voice, lambda t: t.say("Take the package"), Weight.PRIMARY, "check")
    take.setEnabled(False)
    left = {offer.package.id: len(offer.left) for offer in offers}
    which.changed.connect(lambda package: take.setEnabled(left[package] > 0))
    prompt.offer([(take, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])
    which.setFocus()
    return str(which.value) if prompt.exec() == 1 and which.value is not None else None


def _alternative(offer: Offer) -> Alternative:
    package, n, of = offer.package, len(offer.left), len(offer.fitting)

    def note(t: Translation) -> str:
        fitting = t.count("{n} requirement fits the purchase.", "{n} requirements fit the purchase.", of)
        left = t.count("{n} is left to take.", "{n} are left to take.", n)
        return f"{package.fits[t.language.value]} {fitting} {left}"

    return Alternative(package.id, lambda t: package.names[t.language.value], note)
