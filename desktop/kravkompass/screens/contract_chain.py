"""The supply chain of a contract: who stands behind whom with which risk, what is not told, and what the supplier is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country, RiskLevel
from kravkompass.followup.chain_drawing import Spot, laid_out
from kravkompass.followup.chain_naming import link_name
from kravkompass.followup.supply_chain import (
    ChainLink,
    DisclosureRequest,
    Gap,
    RequestOutcome,
    RunningOut,
    Undisclosed,
    behind,
    check_place,
    contracted_tiers,
    moved_up,
    running_out,
    undisclosed,
)
from kravkompass.guidance.place_risk import Place, highest, place_risk
from kravkompass.guidance.risk import Published, RiskView
from kravkompass.language import Language, Languages, translation
from kravkompass.screens.export import own_language, plain_name
from kravkompass.screens.export_formats import archiving_of, write_document

if TYPE_CHECKING:
    from pathlib import Path

    from kravkompass.documents.outline import Document
    from kravkompass.followup.contract import Supplier
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.export_formats import Told

Undo = Callable[[], None]
ANSWER_DAYS = 30
"""Days that are proposed for an answer; the buyer sets the day that the contract gives."""
TIERS_RULE = "no-max-tiers"
FILE_WORDS = {"sv": "leveranskedja", "nb": "leverandorkjede", "nn": "leverandorkjede"}


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link as it is shown: where it is drawn, its risk in every area, and the highest of them."""

    spot: Spot
    risks: tuple[RiskView, ...]
    level: RiskLevel

    @property
    def link(self) -> ChainLink:
        """The link itself."""
        return self.spot.link


class ChainScreen:
    """The chain of one contract."""

    def __init__(self, contract: ContractScreen) -> None:
        self.contract = contract
        self.catalog = contract.catalog
        self._published = Published(self.catalog.risks, self.catalog.countries, self.catalog.goods)

    @property
    def language(self) -> Language:
        """The language the supplier is written to in: the contract's."""
        kept = self.contract.contract
        return Language.parse(kept.language) if kept.language else own_language(kept.country)

    @property
    def links(self) -> tuple[ChainLink, ...]:
        """Every link of the contract's chains."""
        return self.contract.store.parts(ChainLink, ("name",), contract=self.contract.id)

    def chain(self, supplier: str) -> tuple[LinkView, ...]:
        """Give the chain of a supplier in order, each with its risk. Raises ChainCircleError."""
        return tuple(self._view(spot) for spot in laid_out([link for link in self.links if link.supplier == supplier]))

    def _view(self, spot: Spot) -> LinkView:
        risks = self.risks(spot.link)
        return LinkView(spot, risks, highest(risks))

    def risks(self, link: ChainLink) -> tuple[RiskView, ...]:
        """Give the risk at a link in every area, with reasons from the catalog's published sources."""
        return place_risk(Place(link.group, link.role.step, link.country, link.role.makes), self.catalog.groups, self._published)

    def link(self, identity: str) -> ChainLink:
        """Give a link. Raises PartMissingError."""
        return self.contract.store.part(ChainLink, identity)

    # -- changing the chain

    def blank(self, supplier: str, parent: str = "", *, unknown: bool = False) -> ChainLink:
        """Propose a link behind another, or behind the supplier itself, about the same product, told today."""
        above = next((link for link in self.links if link.id == parent), None)
        proposed = ChainLink("", self.contract.id, supplier, parent, unknown=unknown, told_on=self.contract.today)
        return replace(proposed, product=above.product, group=above.group) if above is not None else proposed

    def parents(self, link: ChainLink) -> tuple[ChainLink, ...]:
        """Give the links that this one can deliver to: of the same supplier, not itself and not one behind it."""
        own = [one for one in self.links if one.supplier == link.supplier]
        barred = {link.id, *(one.id for one in behind(own, link))} if link.id else set[str]()
        return tuple(one for one in own if one.id not in barred)

    def keep(self, link: ChainLink) -> ChainLink:
        """Add a link, or replace it. Raises ChainCircleError when it would stand behind itself."""
        check_place(self.links, link)
        with self.contract.change() as change:
            return change.contracts.keep(link)

    def remove(self, link: ChainLink) -> Undo:
        """Take a link away; those behind it move up. Gives what puts it back as it was."""
        moved = moved_up(self.links, link)
        before = [one for one in self.links if one.parent == link.id]
        with self.contract.change() as change:
            for one in moved:
                change.contracts.keep(one)
            change.contracts.drop(link)

        def undo() -> None:
            with self.contract.change() as change:
                change.contracts.keep(link)
                for one in before:
                    change.contracts.keep(one)

        return undo

    # -- what is missing

    def undisclosed(self) -> tuple[Undisclosed, ...]:
        """Give what has not been told, in the order of the suppliers and of their chains."""
        return undisclosed(self.links, self.contract.suppliers)

    def running_out(self) -> tuple[RunningOut, ...]:
        """Give the certificates that run out soon or have run out."""
        return running_out(self.links, self.contract.today)

    def too_deep(self) -> tuple[tuple[ChainLink, ...], int]:
        """Give the subcontractors in a tier beyond the Norwegian limit for works and cleaning, and the limit in force; none elsewhere."""
        kept = self.contract.contract
        day = kept.signed or kept.start or self.contract.today
        limit = self.catalog.rules.amount(TIERS_RULE, day) if kept.country is Country.NORWAY else None
        if limit is None:
            return (), 0
        tiers = contracted_tiers(self.links)
        return tuple(link for link in self.links if tiers.get(link.id, 0) > limit), int(limit)

    # -- asking the supplier

    @property
    def requests(self) -> tuple[DisclosureRequest, ...]:
        """What the suppliers have been asked, the latest first."""
        return tuple(reversed(self.contract.store.parts(DisclosureRequest, ("asked",), contract=self.contract.id)))

    def question(self, supplier: str, links: tuple[str, ...] = ()) -> str:
        """Give what to ask the supplier in the contract's language: about some links, or about all that is not told."""
        t = translation(self.language)
        names = {view.link.id: f"{view.spot.number} {link_name(view.link, t)}" for view in self.chain(supplier)}
        found = [one for one in self.undisclosed() if one.supplier == supplier and (not links or one.link in links)]
        lines = [_asked(one, names.get(one.link, ""), t) for one in found]
        lines += [t.say("- Everything that has changed about {name}.", name=names[one]) for one in links if one not in {gap.link for gap in found}]
        lines = lines or [_asked(Undisclosed(Gap.NOTHING, supplier), "", t)]
        heading = t.say("Please tell us about the supply chain behind the contract {title}:", title=self.contract.contract.title)
        ending = t.say("Say also what you do not know, and how you will find out.")
        return "\n".join((heading, "", *lines, "", ending))

    def blank_request(self, supplier: str, links: tuple[str, ...] = ()) -> DisclosureRequest:
        """Propose a request sent today, about some links or all that is not told."""
        today = self.contract.today
        about = self.question(supplier, links)
        return DisclosureRequest("", self.contract.id, supplier, today, about, links, today + timedelta(days=ANSWER_DAYS))

    def keep_request(self, request: DisclosureRequest) -> DisclosureRequest:
        """Add a request, or replace it."""
        with self.contract.change() as change:
            return change.contracts.keep(request)

    def settle(self, request: DisclosureRequest, outcome: RequestOutcome, day: date | None, note: str, evidence: str = "") -> None:
        """Say what came of a request."""
        answered = day if outcome in {RequestOutcome.TOLD, RequestOutcome.PARTLY, RequestOutcome.REFUSED} else None
        self.keep_request(replace(request, outcome=outcome, answered=answered, note=note, evidence=evidence or request.evidence))

    def drop_request(self, request: DisclosureRequest) -> Undo:
        """Take a request away; gives what puts it back."""
        with self.contract.change() as change:
            change.contracts.drop(request)
        return lambda: self._again(request)

    def _again(self, request: DisclosureRequest) -> None:
        self.keep_request(request)

    # -- the report

    def report(self, languages: Languages) -> Document:
        """Give the report of the chain. Raises ChainCircleError."""
        from kravkompass.documents.chain_report import Chain, chain_report
        from kravkompass.documents.side_by_side import in_languages

        risks: Mapping[str, tuple[RiskView, ...]] = {link.id: self.risks(link) for link in self.links}
        suppliers: tuple[Supplier, ...] = self.contract.suppliers
        kept, today = self.contract.contract, self.contract.today
        links, requests = self.links, self.requests

        def made(language: Language) -> Document:
            return chain_report(Chain(kept, suppliers, links, requests, risks, self.catalog, today, translation(language)))

        return in_languages(made, *languages.pair)

    def file_name(self, languages: Languages, ending: str) -> str:
        """Propose a name for the report's file."""
        return f"{plain_name(self.contract.contract.title)}-{FILE_WORDS[languages.first.value]}-{languages}.{ending}"

    def write(self, path: Path, languages: Languages, told: Told | None = None) -> Path:
        """Write the report as Word when the name ends so, else as PDF. Raises a KnownError when it cannot be written."""
        write_document(self.report(languages), path, archiving_of(self.contract.store.settings()), told)
        return path


def _asked(one: Undisclosed, name: str, t: Translation) -> str:
    """Ask for one thing that is not told."""
    match one.gap:
        case Gap.NOTHING:
            return t.say("- Who makes, processes and grows what you deliver: name, site and country for each, back to the raw material?")
        case Gap.WHO:
            return t.say("- Who is it ({name}): name, organisation number, site and country?", name=name)
        case Gap.COUNTRY:
            return t.say("- In which country is {name}?", name=name)
        case Gap.SITE:
            return t.say("- At which site, with its address, is it made: {name}?", name=name)
        case Gap.FURTHER_BACK:
            return t.say("- Who delivers to {name}, and where does the raw material come from?", name=name)
