"""The yearly overview for the politicians: what was bought, which requirements were set, what was left out, and what is to be followed up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name, plural
from kravkompass.catalog.terms import Country, Kind, Level, Theme
from kravkompass.documents.charts import chart, counted
from kravkompass.documents.outline import (
    Bar,
    Block,
    Column,
    Document,
    Fact,
    Manner,
    Paragraph,
    Row,
    Section,
    Table,
    Together,
)
from kravkompass.documents.overview_year import contract_sections
from kravkompass.documents.wording import wording
from kravkompass.followup.planning import period_of, plan
from kravkompass.guidance.listing import Listed, checksum, listed
from kravkompass.guidance.purchase import LeftOutReason, Purchase
from kravkompass.guidance.saying import LEFT_OUT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.requirement import Requirement
    from kravkompass.documents.overview_year import ContractsOfYear
    from kravkompass.language import Translation


@dataclass(frozen=True, slots=True)
class Year:
    """A year's purchases, each with the requirements chosen in it, and what the overview is written with."""

    year: int
    purchases: tuple[tuple[Purchase, tuple[Listed, ...]], ...]
    catalog: Catalog
    day: date
    translation: Translation
    contracts: ContractsOfYear | None = None


def year_of(purchase: Purchase) -> int:
    """Give the year a purchase counts to: that of its announcement, else that in which it was begun; 0 when neither is known."""
    announced = purchase.facts.day("announced")
    begun = purchase.created[:4]
    return announced.year if announced else int(begun) if begun.isdecimal() else 0


def gather(
    purchases: Iterable[Purchase], year: int, catalog: Catalog, day: date, translation: Translation, own: Sequence[Requirement] = ()
) -> Year:
    """Give the year's purchases with what was chosen in them, the municipality's own requirements too; proposals do not count."""
    found = []
    for purchase in purchases:
        if year_of(purchase) == year:
            known = (*purchase.taken.values(), *catalog.requirements(purchase.country), *own)
            requirements = {one.id: one for one in known}
            found.append((purchase, listed(purchase, (), requirements, translation.language)))
    found.sort(key=lambda one: (one[0].title.casefold(), one[0].id))
    return Year(year, tuple(found), catalog, day, translation)


def yearly_overview(year: Year) -> Document:
    """Give the overview of a year as an outline."""
    say = year.translation.say
    organisations = dict.fromkeys(purchase.organisation for purchase, _ in year.purchases if purchase.organisation)
    blocks: tuple[Block, ...] = (
        (_purchases(year), _requirements(year), _left_out(year), _follow_up(year))
        if year.purchases
        else (Paragraph(say("No purchases have been made in {year}.", year=year.year)),)
    )
    if year.contracts is not None and year.contracts.rows:
        blocks += contract_sections(year.contracts)
    return Document(
        title=say("Sustainable purchases {year}", year=year.year),
        kind=say("Yearly overview"),
        subject=say("Purchases, requirements and follow-up in a year"),
        language=year.translation.language.value,
        date=year.day,
        wording=wording(year.translation),
        organisation=next(iter(organisations)) if len(organisations) == 1 else "",
        identity=_identity(year),
        summary=say("Counts what was decided in the purchases that were announced, or begun, during the year, and what was followed up in it."),
        facts=_facts(year),
        blocks=blocks,
    )


def _identity(year: Year) -> str:
    """Give the line that tells two overviews of a year apart: a checksum of the purchases, of their lists and of the contracts."""
    whole = "\n".join(f"{purchase.id} {purchase.title} {checksum(rows)}" for purchase, rows in year.purchases)
    if year.contracts is not None and year.contracts.rows:
        whole += year.contracts.checksum()
    short = sha256(whole.encode(errors="replace")).hexdigest()[:12]
    return year.translation.say("Overview {year}, checksum {checksum}", year=year.year, checksum=short)


def _facts(year: Year) -> tuple[Fact, ...]:
    say, formats = year.translation.say, year.translation.formats
    chosen = sum(len(rows) for _, rows in year.purchases)
    left_out = sum(not decision.is_in for purchase, _ in year.purchases for decision in purchase.decisions.values())
    facts = [Fact(say("Purchases"), formats.number(len(year.purchases)))]
    sums = {
        country: sum(purchase.facts.number("value") or 0 for purchase, _ in year.purchases if purchase.country is country)
        for country in Country
    }
    if any(sums.values()):
        money = (formats.money(whole, country.currency) for country, whole in sums.items() if whole)
        facts.append(Fact(say("Estimated value"), formats.all_of(money)))
    return (*facts, Fact(say("Requirements chosen"), formats.number(chosen)), Fact(say("Left out"), formats.number(left_out)))


def _rows(year: Year) -> list[Listed]:
    return [row for _, rows in year.purchases for row in rows]


def _requirements(year: Year) -> Section:
    say, translation, rows = year.translation.say, year.translation, _rows(year)
    themes, levels = Counter(row.requirement.theme for row in rows), Counter(row.requirement.level for row in rows)
    kinds = Counter(row.requirement.kind for row in rows)
    count = say("Requirements")
    return Section(
        say("Requirements"),
        (
            _counted(year, say("Requirements by theme"), say("Theme"), count, {name(one, translation): themes[one] for one in Theme}),
            _counted(year, say("Requirements by level"), say("Level"), count, {name(one, translation): levels[one] for one in Level}),
            _counted(year, say("Requirements by kind"), say("Kind"), count, {plural(one, translation): kinds[one] for one in Kind}),
        ),
    )


def _left_out(year: Year) -> Section:
    say = year.translation.say
    codes = Counter(
        decision.reason_code for purchase, _ in year.purchases for decision in purchase.decisions.values() if not decision.is_in
    )
    if not codes:
        return Section(say("Left out"), (Paragraph(say("No requirement has been left out.")),))
    numbers = {say(words): codes[code.value] for code, words in LEFT_OUT_NAMES.items()}
    without = sum(codes.values()) - sum(codes[code.value] for code in LeftOutReason)
    numbers |= {say("No reason written"): without} if without else {}
    return Section(say("Left out"), (_counted(year, say("Why requirements were left out"), say("Reason"), say("Requirements"), numbers),))


def _follow_up(year: Year) -> Section:
    """Give the planned hours, for the year itself and the years after it."""
    say, formats = year.translation.say, year.translation.formats
    minutes: Counter[int] = Counter()
    undated = 0
    for purchase, rows in year.purchases:
        for activity in plan(rows, period_of(purchase.facts, purchase.country)).activities if rows else ():
            if activity.day is None:
                undated += activity.minutes
            else:
                minutes[activity.day.year] += activity.minutes
    hours = {str(one): round(minutes[one] / 60) for one in sorted(minutes)}
    if round(undated / 60):
        hours[say("Without a date")] = round(undated / 60)
    if not hours:
        return Section(say("Follow-up"), (Paragraph(say("Nothing is planned yet.")),))
    lead = Paragraph(say("The buyer's own hours, as the follow-up plans of the year's purchases say."), Manner.LEAD)
    bars = tuple(Bar(label, value, say("{n} h", n=formats.number(value))) for label, value in hours.items())
    title = say("Planned hours of follow-up")
    return Section(say("Follow-up"), (Together((lead, chart(title, bars, say("Year"), say("Hours")))),))


def _purchases(year: Year) -> Section:
    say, formats = year.translation.say, year.translation.formats
    columns = (
        Column(say("Purchase"), 3),
        Column(say("Reference number"), 1.6),
        Column(say("Estimated value"), 1.6, numeric=True),
        Column(say("Chosen"), 0.9, numeric=True),
        Column(say("Left out"), 0.9, numeric=True),
    )
    rows = []
    for purchase, chosen in year.purchases:
        value = purchase.facts.number("value")
        money = formats.money(value, purchase.country.currency) if value is not None else ""
        left_out = sum(not decision.is_in for decision in purchase.decisions.values())
        title = purchase.title or say("Untitled purchase")
        rows.append(Row((title, purchase.reference, money, formats.number(len(chosen)), formats.number(left_out))))
    return Section(say("The purchases"), (Table(columns, tuple(rows), summary=say("The year's purchases")),))


def _counted(year: Year, caption: str, label: str, value: str, numbers: Mapping[str, int]) -> Together:
    """Give a chart that stands on one page with its table."""
    return Together((counted(caption, label, value, numbers, year.translation),))
