"""How the section for findings looks: what came from other municipalities and what is decided about it; and the way to share one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.errors import KnownError
from kravkompass.screens.contract_findings import Findings
from kravkompass.screens.findings_sharing import Sharing
from kravkompass.ui.look import Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.prompts import tell_error
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.finding_card import OfferCard
from kravkompass.ui.views.finding_prompt import decide
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_findings import AgeRule, Offer, Received
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers


class FindingsPage(ContractPage):
    """What has been checked already."""

    section = "findings"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self._findings = Findings(screen)
        self._came: Received | None = None
        self._cards: dict[str, OfferCard] = {}
        self._share = Button(voice, lambda t: t.say("Share what you have found"), Weight.SECONDARY, "export")
        self._share.clicked.connect(self.share)
        self._read = Button(voice, lambda t: t.say("Read a package"), Weight.PRIMARY, "open")
        self._read.clicked.connect(self._choose_file)
        self.set_actions([self._share, self._read])

    def first_focus(self) -> QWidget:
        """Begin at the button for a package."""
        return self._read

    def refresh(self) -> None:
        """Show what came, what is proposed, and what is decided."""
        self.empty()
        self._cards = {}
        if self._came is not None:
            self.add(_received(self.voice, self._came))
        offers = self._findings.offers()
        if not offers:
            self.add(
                EmptyState(
                    self.voice,
                    "check-over",
                    lambda t: t.say("Nothing from others yet"),
                    lambda t: t.say(
                        "Ask a municipality with the same supplier for a package of what it has found, and read it here."
                        " What you have found yourself you can share with it."
                    ),
                )
            )
            return
        self.add(Label(self.voice, _age(self._findings.rule()), Text.MUTED).selectable())
        for offer in offers:
            self._cards[offer.id] = card = OfferCard(self.voice, self._findings, offer)
            card.decide.connect(self._decide)
            card.take_back.connect(self._take_back)
            self.add(card)

    def show_part(self, identity: str) -> None:
        """Bring a finding into sight, by its id or that of its offer."""
        for name, card in self._cards.items():
            if identity in {name, *name.split()}:
                self.ensureWidgetVisible(card)
                return

    def share(self) -> None:
        """Go to sharing what was found here."""
        from kravkompass.ui.views.contract import ContractView
        from kravkompass.ui.views.findings_sharing import SharingView

        voice, screen, workers = self.voice, self.contract_screen, self.workers
        self.leave_for.emit(SharingView(voice, Sharing(screen), lambda: ContractView(voice, screen, workers, self.section)))

    def _choose_file(self) -> None:
        say = self.voice.say
        kinds = say("Packages of findings") + " (*.json)"
        name, _ = QFileDialog.getOpenFileName(self, say("Choose the package"), str(Path.home()), kinds)
        if name:
            self.receive(Path(name))

    def receive(self, path: Path) -> None:
        """Read a package, and say what came of it."""
        try:
            self._came = self._findings.receive(path)
        except KnownError as error:
            tell_error(self.voice, error, self)
            return
        self.refresh()
        self.to_top()

    def _decide(self, offer: Offer) -> None:
        undo = decide(self.voice, self._findings, offer, self)
        if undo is not None:
            self.message.emit(lambda t: t.say("The decision is kept."), undo)

    def _take_back(self, offer: Offer) -> None:
        if offer.decision is not None:
            undo = self._findings.take_back(offer.decision)
            self.message.emit(lambda t: t.say("The decision has been taken back."), undo)


def _received(voice: Voice, came: Received) -> Callout:
    def told(t: Translation) -> str:
        parts = [t.count("{n} new finding fits this contract.", "{n} new findings fit this contract.", came.new)]
        if came.known:
            parts.append(t.count("{n} was here already.", "{n} were here already.", came.known))
        if came.others:
            parts.append(
                t.count(
                    "{n} concerns another supplier or something you have not agreed on, and was not kept.",
                    "{n} concern other suppliers or something you have not agreed on, and were not kept.",
                    came.others,
                )
            )
        return " ".join(parts)

    tone = Tone.POSITIVE if came.new else Tone.INFO
    return Callout(voice, tone, lambda t: t.say("Read: a package from {origin}", origin=came.origin), told)


def _age(rule: AgeRule) -> Callable[[Translation], str]:
    """Say how old a check may be, and where that comes from."""

    def told(t: Translation) -> str:
        if rule.years is None:
            first = t.say("How old a check may be is not known to us: you judge that yourself.")
        else:
            first = t.count("A check can be used for {n} year.", "A check can be used for {n} years.", int(rule.years))
        note = rule.note.get(t.language.value, "")
        sources = [
            t.say("Source: {title}, {publisher}, checked {day}.", title=one.title, publisher=one.publisher, day=t.formats.kept_date(one.seen))
            for one in rule.sources
        ]
        return " ".join(part for part in (first, note, *sources, t.say("Practice, not law.")) if part)

    return told
