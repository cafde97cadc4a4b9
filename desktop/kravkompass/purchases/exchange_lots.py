"""The lots of a purchase in its exchange form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kravkompass.guidance.lots import groups_of
from kravkompass.guidance.purchase import Decision, Lot
from kravkompass.purchases.clean_text import one_line
from kravkompass.purchases.exchange_errors import TwiceError, UnknownWordError, WrongValueError
from kravkompass.purchases.exchange_faults import NUMBER, Spot, bounded, each_once
from kravkompass.purchases.exchange_form import LotForm


def lots_in(forms: Sequence[LotForm], spot: Spot) -> tuple[Lot, ...]:
    """Read the lots. Raises TwiceError or WrongValueError."""
    names = [form.id for form in forms]
    twice = next((place for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        raise TwiceError(**spot.inside(f"[{twice}]").values(), word=names[twice])
    return tuple(_lot(form, spot.inside(f"[{place}]")) for place, form in enumerate(forms))


def _lot(form: LotForm, spot: Spot) -> Lot:
    if form.value is not None:
        bounded(form.value, spot.inside("value"))
        if form.value < 0:
            raise WrongValueError(**spot.inside("value").values(), expected=NUMBER)
    return Lot(form.id, form.title, each_once(form.product_groups, spot.inside("product-groups")), form.value)


def groups_in(given: list[str], lots: Sequence[Lot], spot: Spot) -> tuple[str, ...]:
    """Give the product groups: those of the lots when there are lots. Raises TwiceError, or UnknownWordError for one in no lot."""
    whole = each_once(given, spot)
    if not lots:
        return whole
    of_lots = groups_of(lots)
    if (stray := next((group for group in whole if group not in of_lots), None)) is not None:
        raise UnknownWordError(**spot.values(), word=stray, known=", ".join(of_lots))
    return of_lots


def check_lots(decisions: Iterable[Decision], lots: Sequence[Lot], spot: Spot) -> None:
    """Raise UnknownWordError when a decision is limited to a lot that is not there."""
    known = [lot.id for lot in lots]
    for place, decision in enumerate(decisions):
        if (stray := next((lot for lot in decision.lots if lot not in known), None)) is not None:
            at = spot.inside(f"[{place}].lots")
            raise UnknownWordError(**at.values(), word=stray, known=", ".join(known) or "–")


def lots_out(lots: Iterable[Lot]) -> list[LotForm]:
    """Write the lots."""
    return [LotForm(lot.id, one_line(lot.title), list(lot.groups), lot.value) for lot in lots]
