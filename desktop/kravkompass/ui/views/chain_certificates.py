"""The certificates of a link in the chain: as many as there are, each with its number and last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.followup.supply_chain import Certificate
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.letting_go import let_go
from kravkompass.ui.look import LARGE, MEDIUM, SMALL
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.ui.language import Voice


class _Row(QWidget):
    def __init__(self, voice: Voice, certificate: Certificate) -> None:
        super().__init__()
        self.name, self.number, self.valid_to = TextField(voice), TextField(voice), DateField(voice)
        self.name.put_value(certificate.name)
        self.number.put_value(certificate.number)
        self.valid_to.put_value(certificate.valid_to)
        self.remove = IconButton(voice, lambda t: t.say("Take away the certificate"), "delete")
        inside = Flow(self, gap=LARGE, low=True)
        inside.add([
            Field(voice, lambda t: t.say("Certificate"), self.name),
            Field(voice, lambda t: t.say("Number"), self.number),
            Field(voice, lambda t: t.say("Valid to"), self.valid_to),
            self.remove,
        ])

    @property
    def value(self) -> Certificate:
        self.valid_to.commit()
        return Certificate(self.name.value, self.number.value, self.valid_to.value)


class CertificateRows(QWidget):
    """The rows, and a button for one more."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._rows: list[_Row] = []
        inside = column(self, gap=MEDIUM)
        self._list = column(gap=SMALL)
        inside.addLayout(self._list)
        more = Button(voice, lambda t: t.say("Add a certificate"), Weight.QUIET, "add")
        more.clicked.connect(self._add_empty)
        line = Flow(gap=SMALL)
        line.add([more])
        inside.addLayout(line)

    @property
    def value(self) -> tuple[Certificate, ...]:
        """The certificates that have a name or a number."""
        return tuple(one for one in (row.value for row in self._rows) if one.name or one.number)

    def put_value(self, certificates: Sequence[Certificate]) -> None:
        """Show other certificates."""
        clear(self._list)
        self._rows = []
        for one in certificates:
            self._add(one)

    def _add_empty(self) -> None:
        self._add(Certificate("")).name.setFocus()

    def _add(self, certificate: Certificate) -> _Row:
        row = _Row(self._voice, certificate)
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        row.hide()
        let_go(row)
