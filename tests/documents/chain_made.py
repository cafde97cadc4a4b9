"""Invented supply chains, from nothing at all to one that fills more than a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.catalog.real import catalog
from tests.purchases.chain_samples import link, request
from tests.purchases.contract_samples import contract, supplier

from kravkompass.documents.chain_report import Chain
from kravkompass.followup.contract import Contract, Supplier
from kravkompass.followup.supply_chain import Certificate, ChainLink, DisclosureRequest, RequestOutcome, Role, Told
from kravkompass.guidance.place_risk import Place, place_risk
from kravkompass.guidance.risk import Published
from kravkompass.language import Language, translation

TODAY = date(2027, 11, 2)
CONTRACT: Contract = contract(id="c0ffee00-0000-4000-8000-000000000001")
SUPPLIER: Supplier = replace(supplier(CONTRACT.id), id="s")
ROLES = (Role.TRADE, Role.PROCESSING, Role.RAW_MATERIAL)
PLACES = (("SE", "Provstad"), ("EC", "Guayas, plantage 7"), ("CR", ""), ("", ""), ("ES", "Almería"), ("NL", "Rotterdam"))
PRODUCTS = ("Bananer", "Äpplen", "Tomater")


def one(number: int, parent: str, tier: int) -> ChainLink:
    """One of the chain, with more or less known about it."""
    country, site = PLACES[number % len(PLACES)]
    unknown = number % 7 == 5
    certificates = (Certificate("Rättvis odling", f"RO {number}", date(2027, 12, 1)),) if number % 4 == 0 else ()
    return link(
        CONTRACT.id, "" if unknown else f"Provodlarna {number} S.A.", id=str(number), parent=parent, role=ROLES[min(tier, 3) - 1],
        unknown=unknown, country="" if unknown else country, site="" if unknown else site, product=PRODUCTS[number % 3],
        certificates=certificates, told=list(Told)[number % 6], told_on=date(2027, 3, 1) if number % 2 else None, note="", number="",
    )  # fmt: skip


def chain_of(count: int) -> tuple[ChainLink, ...]:
    """So many links in three tiers, each with some behind it."""
    links: list[ChainLink] = []
    tiers: dict[str, int] = {"": 0}
    for number in range(count):
        parent = "" if number % 5 == 0 else str(number - 1) if number % 5 < 3 else str(number - 2)
        tier = tiers.get(parent, 0) + 1
        if tier > 3:
            parent, tier = "", 1
        links.append(one(number, parent, tier))
        tiers[str(number)] = tier
    return tuple(links)


REQUESTS: tuple[DisclosureRequest, ...] = (
    request(CONTRACT.id, id="1", about="Vem odlar bananerna, på vilka plantager?", due=date(2027, 5, 1)),
    request(CONTRACT.id, id="2", asked=date(2027, 9, 1), due=date(2027, 10, 1), answered=None, outcome=RequestOutcome.WAITING, note=""),
)


def made(count: int, language: Language = Language.SWEDISH, requests: tuple[DisclosureRequest, ...] = REQUESTS) -> Chain:
    """What a report about so many links is made from."""
    links = chain_of(count)
    own = catalog()
    published = Published(own.risks, own.countries, own.goods)
    places = {each.id: Place(each.group, each.role.step, each.country, each.role.makes) for each in links}
    risks = {name: place_risk(place, own.groups, published) for name, place in places.items()}
    return Chain(CONTRACT, (SUPPLIER,), links, requests, risks, own, TODAY, translation(language))
