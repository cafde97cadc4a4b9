"""The link that is chosen in the drawing: who and where it is, its risk with reasons, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import RiskLevel
from kravkompass.followup.chain_naming import ROLE_NAMES, TOLD_NAMES, link_name
from kravkompass.guidance.saying import said_reason
from kravkompass.language.countries import country_name
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.views.risk_page import RISK_TONES
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.followup.supply_chain import Certificate, ChainLink
    from kravkompass.guidance.reasons import Reason
    from kravkompass.guidance.risk import RiskView
    from kravkompass.language import Translation
    from kravkompass.screens.contract_chain import ChainScreen, LinkView
    from kravkompass.ui.language import Voice, Wording


class LinkCard(Card):
    """One link. The signals come with its id."""

    edit, more, unknown, ask, remove = Signal(str), Signal(str), Signal(str), Signal(str), Signal(str)

    def __init__(self, voice: Voice, screen: ChainScreen) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen = voice, screen
        self._inside = column(gap=MEDIUM)
        self.add(self._inside)
        self._id = ""
        self._first: Button | None = None
        self.hide()

    def put(self, view: LinkView | None) -> None:
        """Show another link, or none."""
        clear(self._inside)
        self.setVisible(view is not None)
        if view is None:
            self._id, self._first = "", None
            return
        self._id, link = view.link.id, view.link
        number = view.spot.number
        self._inside.addWidget(Label(self._voice, lambda t: f"{number}  {link_name(link, t)}", Text.HEADING))
        chips = Flow(gap=SMALL)
        chips.add(self._chips(view))
        self._inside.addLayout(chips)
        facts = KeyValues(self._voice)
        facts.put([*self._facts(link)])
        self._inside.addWidget(facts)
        if (reasons := self._reasons(view)) is not None:
            self._inside.addWidget(Expander(self._voice, lambda t: t.say("Why there is a risk"), reasons))
        self._inside.addLayout(self._buttons())

    def begin(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        if self._first is not None:
            self._first.setFocus()

    def _chips(self, view: LinkView) -> Iterator[Chip]:
        link, level = view.link, view.level
        yield Chip(self._voice, lambda t: t.say(source_name(level)), RISK_TONES[level])
        yield Chip(self._voice, lambda t: t.say(ROLE_NAMES[link.role]))
        if link.unknown:
            yield Chip(self._voice, lambda t: t.say("Nobody has told who it is"), RISK_TONES[RiskLevel.UNKNOWN], "warning")

    def _facts(self, link: ChainLink) -> Iterator[tuple[Wording, Wording]]:
        yield lambda t: t.say("Country"), lambda t: country_name(link.country, t.language) if link.country else t.say("Not known")
        group = self._screen.catalog.groups.get(link.group)
        for label, value in (
            (lambda t: t.say("Site"), link.site),
            (lambda t: t.say("Organisation number"), link.number),
            (lambda t: t.say("Product"), link.product),
        ):
            if value:
                yield label, value
        if group is not None:
            yield lambda t: t.say("Product group"), lambda t: group.names[t.language.value]
        if link.certificates:
            yield lambda t: t.say("Certificates"), lambda t: "\n".join(_certificate(one, t) for one in link.certificates)
        yield lambda t: t.say("How it is known"), lambda t: _known(link, t)
        if link.note:
            yield lambda t: t.say("Note"), link.note

    def _reasons(self, view: LinkView) -> QWidget | None:
        shown = [one for one in view.risks if one.level is not RiskLevel.LOW]
        if not shown:
            return None
        sheet = QWidget()
        inside = column(sheet, gap=SMALL)
        for one in shown:
            inside.addWidget(Label(self._voice, _area(one), Text.STRONG))
            for reason in one.reasons:
                inside.addWidget(Label(self._voice, self._said(reason), Text.MUTED))
        return sheet

    def _said(self, reason: Reason) -> Wording:
        return lambda t: said_reason(reason, t, self._screen.catalog)

    def _buttons(self) -> Flow:
        voice, identity = self._voice, self._id
        made = (
            (Button(voice, lambda t: t.say("Change"), icon="edit"), self.edit),
            (Button(voice, lambda t: t.say("Add one behind"), icon="add"), self.more),
            (Button(voice, lambda t: t.say("Somebody unknown behind"), icon="question"), self.unknown),
            (Button(voice, lambda t: t.say("Ask the supplier"), icon="meeting"), self.ask),
            (Button(voice, lambda t: t.say("Take away"), Weight.QUIET, "delete"), self.remove),
        )
        flow = Flow(gap=SMALL)
        for button, signal in made:
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(identity))
            flow.addWidget(button)
        self._first = made[0][0]
        return flow


def _area(view: RiskView) -> Wording:
    return lambda t: t.say("{area}: {level}", area=t.say(source_name(view.area)), level=t.say(source_name(view.level)).lower())


def _certificate(one: Certificate, t: Translation) -> str:
    day = t.say("valid to {day}", day=t.formats.short_date(one.valid_to)) if one.valid_to else ""
    return ", ".join(part for part in (one.name, one.number, day) if part)


def _known(link: ChainLink, t: Translation) -> str:
    told = t.say(TOLD_NAMES[link.told])
    return f"{told}, {t.formats.short_date(link.told_on)}" if link.told_on else told
