"""The supply chain of a contract: a drawing of it, its table, its risks with reasons, what is not told, and what has been asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import RiskLevel
from kravkompass.documents.contract_front import contract_document, supplier_name
from kravkompass.documents.outline import (
    Badge,
    Badges,
    Block,
    Box,
    BulletList,
    Cell,
    Column,
    Diagram,
    Document,
    Fact,
    Item,
    Manner,
    Paragraph,
    Row,
    Section,
    Table,
    Tone,
)
from kravkompass.followup.chain_drawing import Spot, laid_out
from kravkompass.followup.chain_naming import GAP_NAMES, OUTCOME_NAMES, ROLE_NAMES, TOLD_NAMES, link_name, runs_out
from kravkompass.followup.supply_chain import Gap, Role, running_out, undisclosed
from kravkompass.guidance.place_risk import highest
from kravkompass.guidance.saying import said_reason
from kravkompass.language.countries import country_name, country_names

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.followup.contract import Contract, Supplier
    from kravkompass.followup.supply_chain import Certificate, ChainLink, DisclosureRequest
    from kravkompass.guidance.risk import RiskView
    from kravkompass.language import Translation

RISK_TONES = {
    RiskLevel.LOW: Tone.GOOD,
    RiskLevel.MEDIUM: Tone.WATCH,
    RiskLevel.UNKNOWN: Tone.WATCH,
    RiskLevel.HIGH: Tone.BAD,
    RiskLevel.VERY_HIGH: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Chain:
    """What the report is made from. ``risks`` are the views of every area by the id of a link; ``today`` is the day of the report."""

    contract: Contract
    suppliers: Sequence[Supplier]
    links: Sequence[ChainLink]
    requests: Sequence[DisclosureRequest]
    risks: Mapping[str, Sequence[RiskView]]
    catalog: Catalog
    today: date
    translation: Translation

    def of(self, supplier: Supplier) -> tuple[Spot, ...]:
        """Lay out the chain of a supplier."""
        return laid_out([link for link in self.links if link.supplier == supplier.id])

    def level(self, link: ChainLink) -> RiskLevel:
        """Give the highest risk at a link."""
        return highest(self.risks.get(link.id, ()))

    def country(self, link: ChainLink) -> str:
        """Name the country of a link, or say that it is not known."""
        return country_name(link.country, self.translation.language) if link.country else self.translation.say("Country not known")


def chain_report(chain: Chain) -> Document:
    """Give the report as an outline. Raises ChainCircleError."""
    say = chain.translation.say
    blocks = [
        *(_supplier(chain, supplier) for supplier in chain.suppliers),
        *_reasons(chain),
        _undisclosed(chain),
        *_certificates(chain),
        _requests(chain),
    ]
    return contract_document(
        chain.contract,
        chain.today,
        chain.translation,
        say("Supply chain"),
        say("The supply chain behind the contract: who, where, which risks, and what is not known"),
        blocks,
        summary=say("What is known on the day of the report. What is not known counts as a risk."),
        facts=_facts(chain),
    )


def _facts(chain: Chain) -> Iterator[Fact]:
    say, formats = chain.translation.say, chain.translation.formats
    yield Fact(say("Supplier"), ", ".join(supplier_name(one) for one in chain.suppliers))
    yield Fact(say("Links in the chain"), formats.number(len(chain.links)))
    countries = country_names({link.country for link in chain.links if link.country}, chain.translation.language)
    yield Fact(say("Countries"), ", ".join(called for _, called in countries))
    yield Fact(say("Not known who"), formats.number(sum(link.unknown for link in chain.links)))
    high = sum(chain.level(link).height >= RiskLevel.HIGH.height for link in chain.links)
    yield Fact(say("Links with high risk"), formats.number(high))


def _supplier(chain: Chain, supplier: Supplier) -> Section:
    spots = chain.of(supplier)
    title = supplier.name or chain.translation.say("The supplier")
    if not spots:
        return Section(title, (Paragraph(chain.translation.say(GAP_NAMES[Gap.NOTHING])),))
    return Section(title, (_drawing(chain, supplier, spots), _table(chain, spots)))


def _drawing(chain: Chain, supplier: Supplier, spots: Sequence[Spot]) -> Diagram:
    say = chain.translation.say
    deepest = max(spot.column for spot in spots)
    columns = (say("Supplier"), *(say("Tier {n}", n=tier) for tier in range(1, deepest + 1)))
    boxes = [Box(supplier.id, 0, 0, supplier.name or say("The supplier"), supplier.number, tone=Tone.ACCENT)]
    for spot in spots:
        level = chain.level(spot.link)
        title, mark = f"{spot.number} {link_name(spot.link, chain.translation)}", name(level, chain.translation).lower()
        words, tone = f"{chain.country(spot.link)}, {mark}", RISK_TONES[level]
        boxes.append(Box(spot.link.id, spot.column, spot.row, title, words, mark, tone, broken=spot.link.unknown, parent=spot.parent or supplier.id))
    return Diagram(say("The chain behind {supplier}", supplier=boxes[0].title), columns, tuple(boxes), _alternative(chain, boxes, spots))


def _alternative(chain: Chain, boxes: Sequence[Box], spots: Sequence[Spot]) -> str:
    """Say a drawing in words: how many stand in each tier; the table says who."""
    translation = chain.translation
    tiers = range(1, max(spot.column for spot in spots) + 1)
    each = (
        translation.count("tier {tier}: {n} link", "tier {tier}: {n} links", sum(spot.column == tier for spot in spots), tier=tier)
        for tier in tiers
    )
    return translation.say(
        "Drawing of the chain behind {supplier}, {tiers}. The same as a table below, by the numbers in the drawing.",
        supplier=boxes[0].title,
        tiers=", ".join(each),
    )


def _table(chain: Chain, spots: Sequence[Spot]) -> Table:
    say = chain.translation.say
    columns = (
        Column(say("No."), 0.7),
        Column(say("Who"), 2.2),
        Column(say("Where"), 1.9),
        Column(say("What"), 1.4),
        Column(say("Certificates"), 1.8),
        Column(say("Risk"), 1.3),
    )
    rows = tuple(_row(chain, spot) for spot in spots)
    return Table(columns, rows, say("The links, by the numbers in the drawing"), say("Every link of the chain with where it is and its risk"))


def _row(chain: Chain, spot: Spot) -> Row:
    translation, link = chain.translation, spot.link
    role = translation.say(ROLE_NAMES[link.role])
    told = translation.say(TOLD_NAMES[link.told])
    day = f", {translation.formats.short_date(link.told_on)}" if link.told_on else ""
    who = _lines(link_name(link, translation), "" if link.unknown else role, link.number, f"{told}{day}", link.note)
    level = chain.level(link)
    risk = Cell((Badges((Badge(name(level, translation), tone=RISK_TONES[level]),)),))
    certificates = _lines(*(_certificate(one, translation) for one in link.certificates))
    return Row((spot.number, who, _lines(chain.country(link), link.site), _lines(link.product, _group(chain, link)), certificates, risk))


def _lines(first: str = "", *others: str) -> Cell:
    """Give a cell with its lines below each other, the first one loudest."""
    below = (Paragraph(one, Manner.QUIET) for one in others if one)
    return Cell((*((Paragraph(first),) if first else ()), *below))


def _group(chain: Chain, link: ChainLink) -> str:
    group = chain.catalog.groups.get(link.group)
    return group.names[chain.translation.language.value] if group else ""


def _certificate(one: Certificate, translation: Translation) -> str:
    parts = [one.name, one.number]
    if one.valid_to:
        parts.append(translation.say("valid to {day}", day=translation.formats.short_date(one.valid_to)))
    return ", ".join(part for part in parts if part)


def _reasons(chain: Chain) -> Iterator[Section]:
    """Give the reasons for what is not a low risk, once for all links that share product group, role and country."""
    sharing: dict[tuple[str, Role, str], list[Spot]] = {}
    for each in (chain.of(supplier) for supplier in chain.suppliers):
        for spot in each:
            sharing.setdefault((spot.link.group, spot.link.role, spot.link.country), []).append(spot)
    parts = [_reasons_of(chain, spots) for spots in sharing.values() if chain.level(spots[0].link) is not RiskLevel.LOW]
    if parts:
        yield Section(chain.translation.say("Why there is a risk"), tuple(parts))


def _reasons_of(chain: Chain, spots: Sequence[Spot]) -> Section:
    t, link = chain.translation, spots[0].link
    country = chain.country(link) if link.country else chain.country(link).lower()
    title = ", ".join(part for part in (_group(chain, link), t.say(ROLE_NAMES[link.role]).lower(), country) if part)
    together: list[tuple[RiskView, list[str]]] = []
    for view in (view for view in chain.risks.get(link.id, ()) if view.level is not RiskLevel.LOW):
        same = next((names for other, names in together if (other.level, other.reasons) == (view.level, view.reasons)), None)
        if same is None:
            together.append((view, [name(view.area, t)]))
        else:
            same.append(name(view.area, t).lower())
    items = tuple(
        Item(
            t.say("{area}: {level}", area=", ".join(names), level=name(view.level, t).lower()),
            tuple(Item(said_reason(reason, t, chain.catalog)) for reason in view.reasons),
        )
        for view, names in together
    )
    numbers = Paragraph(t.say("In the drawing: {numbers}", numbers=", ".join(spot.number for spot in spots)), Manner.QUIET)
    return Section(title, (numbers, BulletList(items)))


def _undisclosed(chain: Chain) -> Section:
    say = chain.translation.say
    names = {one.id: one.name for one in chain.suppliers}
    numbers = {spot.link.id: spot for supplier in chain.suppliers for spot in chain.of(supplier)}
    rows = []
    for one in undisclosed(chain.links, chain.suppliers):
        spot = numbers.get(one.link)
        about = f"{spot.number} {link_name(spot.link, chain.translation)}" if spot else say("The whole chain")
        rows.append(Row((about, names.get(one.supplier, ""), say(GAP_NAMES[one.gap]))))
    columns = (Column(say("Link"), 2), Column(say("Supplier"), 1.4), Column(say("Not told"), 2))
    empty = say("Everything asked about has been told.")
    return Section(say("What is not known"), (Table(columns, tuple(rows), summary=say("What has not been told of the chain"), empty=empty),))


def _certificates(chain: Chain) -> Iterator[Section]:
    t = chain.translation
    found = running_out(chain.links, chain.today)
    if found:
        items = tuple(f"{link_name(one.link, t)}: {one.certificate.name}, {runs_out(one, t)}" for one in found)
        yield Section(t.say("Certificates that run out"), (BulletList(items),))


def _requests(chain: Chain) -> Section:
    say, formats = chain.translation.say, chain.translation.formats
    names = {one.id: one.name for one in chain.suppliers}
    columns = (
        Column(say("Asked"), 1.1),
        Column(say("Supplier"), 1.5),
        Column(say("About"), 2.6),
        Column(say("Answer due"), 1.1),
        Column(say("What came of it"), 1.9),
    )
    rows = []
    for one in sorted(chain.requests, key=lambda request: (request.asked, request.id)):
        due = formats.short_date(one.due) if one.due else ""
        answered = formats.short_date(one.answered) if one.answered else ""
        late = say("Late") if one.is_late(chain.today) else ""
        outcome = _lines(say(OUTCOME_NAMES[one.outcome]), answered, late, one.note)
        rows.append(Row((formats.short_date(one.asked), names.get(one.supplier, ""), one.about, due, outcome)))
    empty = say("Nothing has been asked for yet.")
    blocks: tuple[Block, ...] = (Table(columns, tuple(rows), summary=say("Requests to the supplier to tell of its chain"), empty=empty),)
    return Section(say("What has been asked for"), blocks)
