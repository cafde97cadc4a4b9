"""What every document about a contract says of itself: whose it is, which contract and list it belongs to, and when it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.documents.outline import Document
from kravkompass.documents.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kravkompass.documents.outline import Block, Fact, Text
    from kravkompass.followup.contract import Contract, Supplier
    from kravkompass.language import Translation


def contract_document(
    contract: Contract, day: date, translation: Translation, kind: str, subject: str, blocks: Iterable[Block], *,
    summary: Text = "", facts: Iterable[Fact] = (),
) -> Document:
    """Give a document about a contract."""
    return Document(
        title=contract.title or translation.say("Untitled purchase"),
        kind=kind,
        subject=subject,
        language=translation.language.value,
        date=day,
        wording=wording(translation),
        organisation=contract.organisation,
        author=contract.responsible or contract.organisation,
        reference=contract.reference,
        identity=contract_identity(contract, translation),
        summary=summary,
        facts=tuple(facts),
        blocks=tuple(blocks),
    )


def contract_identity(contract: Contract, translation: Translation) -> str:
    """Give the line that ties a document to its contract: the contract's short id and the checksum of the list that was agreed."""
    if not contract.checksum:
        return translation.say("Contract {id}", id=contract.id[:8])
    return translation.say("Contract {id}, list with checksum {checksum}", id=contract.id[:8], checksum=contract.checksum)


def supplier_name(supplier: Supplier) -> str:
    """Name a supplier with its organisation number."""
    return " · ".join(part for part in (supplier.name, supplier.number) if part)
