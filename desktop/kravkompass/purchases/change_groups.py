"""The verbs of a change on what is bought: product groups, lots and CPV codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kravkompass.guidance.lots import groups_of
from kravkompass.guidance.purchase import Lot
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.model import LotRecord, PurchaseRecord, new_id
from kravkompass.purchases.values import cpv_records, filled_lot, group_records, lot_of
from kravkompass.purchases.verbs import Verbs


class GroupVerbs(Verbs):
    """What is bought, and how it is divided."""

    def set_groups(self, purchase_id: str, groups: Iterable[str]) -> None:
        """Replace the product groups.

        Raises:
            ValueError: the purchase has lots, whose product groups are the purchase's.
        """
        record = self._record(purchase_id)
        if record.lots:
            message = "the product groups of a purchase with lots are those of its lots"
            raise ValueError(message)
        if self._replace_groups(record, tuple(groups)):
            self._touch(record, Kind.GROUPS)

    def set_lots(self, purchase_id: str, lots: Sequence[Lot]) -> None:
        """Replace the lots, in their order; the product groups become theirs. Without lots the purchase keeps the groups it has.

        A lot without an id gets one. What was decided for a lot that is gone is kept, should the lot come back.
        """
        record = self._record(purchase_id)
        wanted = [lot if lot.id else replace(lot, id=new_id()) for lot in lots]
        if [lot_of(row) for row in record.lots] == [lot_of(filled_lot(LotRecord(), 0, lot)) for lot in wanted]:
            return
        before = {row.key: row for row in record.lots}
        if wanted:
            self._replace_groups(record, groups_of(wanted))
        record.lots = [filled_lot(before.get(lot.id) or LotRecord(), place, lot) for place, lot in enumerate(wanted)]
        self._touch(record, Kind.GROUPS)

    def set_cpv(self, purchase_id: str, codes: Iterable[str]) -> None:
        """Replace the CPV codes."""
        record = self._record(purchase_id)
        wanted = cpv_records(tuple(codes))
        if [row.code for row in record.cpv] != [row.code for row in wanted]:
            record.cpv.clear()
            self._session.flush()
            record.cpv.extend(wanted)
            self._touch(record, Kind.GROUPS)

    def _replace_groups(self, record: PurchaseRecord, groups: tuple[str, ...]) -> bool:
        wanted = group_records(groups)
        differs = [row.group for row in record.groups] != [row.group for row in wanted]
        if differs:
            record.groups.clear()
            self._session.flush()
            record.groups.extend(wanted)
        return differs
