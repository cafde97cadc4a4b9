"""What presses in the chain of a supplier: what is not known, certificates that run out, and too many tiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.followup.chain_naming import link_name, runs_out
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kravkompass.screens.contract_chain import ChainScreen
    from kravkompass.ui.language import Voice


def chain_callouts(voice: Voice, chain: ChainScreen, supplier: str, ask_all: Callable[[], None]) -> Iterator[Callout]:
    """Give what presses in the chain of a supplier; ``ask_all`` asks it about all that is not told."""
    missing = [one for one in chain.undisclosed() if one.supplier == supplier and one.link]
    if missing:
        n = len(missing)
        ask = Button(voice, lambda t: t.say("Ask the supplier"), Weight.SECONDARY, "meeting")
        ask.clicked.connect(ask_all)
        yield Callout(
            voice,
            Tone.WARNING,
            lambda t: t.count("{n} thing is not known about the chain", "{n} things are not known about the chain", n),
            lambda t: t.say("What is not known counts as a risk. They stand in the table below."),
            [ask],
        )
    if found := [one for one in chain.running_out() if one.link.supplier == supplier]:
        yield Callout(
            voice,
            Tone.NEGATIVE if found[0].days < 0 else Tone.WARNING,
            lambda t: t.say("Certificates that run out"),
            lambda t: "\n".join(f"{link_name(one.link, t)}: {one.certificate.name}, {runs_out(one, t)}" for one in found),
        )
    deep, limit = chain.too_deep()
    if here := [one for one in deep if one.supplier == supplier]:
        yield Callout(
            voice,
            Tone.NEGATIVE,
            lambda t: t.count("More than {n} tier of subcontractors", "More than {n} tiers of subcontractors", limit),
            lambda t: t.say(
                "In works and cleaning there may be {n} below the supplier (FOA §§ 8-13 and 19-3). Those further down: {names}.",
                n=limit,
                names=", ".join(link_name(one, t) for one in here),
            ),
        )
