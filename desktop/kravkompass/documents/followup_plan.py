"""The follow-up plan: what to check and when, by whom and how, and what a deviation leads to."""

from __future__ import annotations

from collections.abc import Iterator

from kravkompass.catalog.naming import identified, name
from kravkompass.catalog.requirement import FollowUp, Texts
from kravkompass.catalog.terms import Country
from kravkompass.documents.front import document, lots_named
from kravkompass.documents.outline import (
    BulletList,
    Card,
    Column,
    Document,
    Fact,
    Facts,
    GroupRow,
    Manner,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tone,
)
from kravkompass.documents.plan_parts import classes, dates, people
from kravkompass.documents.sheet import Sheet, number_of
from kravkompass.followup.ladder import LADDER, extra_sentences
from kravkompass.followup.naming import occasion_name, when
from kravkompass.followup.planning import Activity, Plan, period_of, plan
from kravkompass.guidance.listing import Listed, stand_in
from kravkompass.language import Translation, text

DEVIATION_ROUTINE = (
    text("Note every deviation, also a small one: many small ones can together be a serious one."),
    text("Tell the supplier at once, so that it can be put right and prevented."),
    text("Write down what was found, which requirement it concerns, who said what, and the date."),
    text("Set a deadline and say what proof you want. Check that it was done."),
    text("Go to the next step only when the one before has not helped, or when the breach is serious."),
)


def followup_plan(sheet: Sheet) -> Document:
    """Give the follow-up plan as an outline."""
    say = sheet.translation.say
    laid_out = plan(sheet.rows, period_of(sheet.purchase.facts, sheet.purchase.country))
    blocks = (
        _calendar(sheet, laid_out),
        people(sheet, laid_out),
        classes(sheet),
        Section(say("What is checked, and how"), tuple(_card(sheet, row, laid_out) for row in sheet.rows)),
        deviations(sheet.purchase.country, sheet.translation),
    )
    return document(
        sheet,
        say("Follow-up plan"),
        say("How the requirements are followed up during the contract"),
        blocks,
        summary=say("The plan says what to check, who does it and when, and what happens when something is not as agreed."),
        facts=_facts(sheet, laid_out),
    )


def _facts(sheet: Sheet, laid_out: Plan) -> Iterator[Fact]:
    translation, purchase, period = sheet.translation, sheet.purchase, laid_out.period
    say, formats = translation.say, translation.formats
    yield from lots_named(sheet)
    yield Fact(say("Supplier"), purchase.supplier or say("To be filled in when the contract is signed"))
    yield Fact(
        say("Contract starts"),
        formats.long_date(period.start) if period.start else say("To be filled in when the contract is signed"),
    )
    length = translation.count("{n} month", "{n} months", period.months)
    if purchase.facts.number("contract-months") is None:
        length = say("To be filled in; the plan counts with {length}", length=length)
    if period.extension:
        more = translation.count("{n} month", "{n} months", period.extension)
        length = say("{length}, with possible extension of {more}", length=length, more=more)
    yield Fact(say("Length"), length)
    yield Fact(say("Responsible"), purchase.buyer or say("To be filled in"))
    yield Fact(say("The buyer's time"), say("About {hours} hours in all", hours=formats.number(round(laid_out.minutes / 60))))


def _calendar(sheet: Sheet, laid_out: Plan) -> Section:
    say = sheet.translation.say
    columns = (
        Column(say("When"), 1.5),
        Column(say("What"), 3),
        Column(say("Who"), 1.4),
        Column(say("Requirements"), 2.2),
        Column(say("Time"), 0.9),
    )
    rows: list[Row | GroupRow] = []
    year = None
    for activity in laid_out.activities:
        if activity.month >= 0 and (now := _year(activity, sheet.translation)) != year:
            rows.append(GroupRow(now))
            year = now
        rows.append(_activity(sheet, activity))
    lead = say("In the order of time. Days when the municipality is closed have been moved to the next working day.")
    if laid_out.period.start is None:
        lead = say("In the order of time, counted from the start of the contract. Fill in the start date to get dates.")
    return Section(
        say("Calendar"), (Paragraph(lead, Manner.LEAD), Table(columns, tuple(rows), summary=say("Follow-up calendar")))
    )


def _year(activity: Activity, translation: Translation) -> str:
    if activity.day is not None:
        return str(activity.day.year)
    return translation.say("Contract year {n}", n=activity.month // 12 + 1)


def _activity(sheet: Sheet, activity: Activity) -> Row:
    translation = sheet.translation
    what = occasion_name(activity, translation)
    numbers = {row.requirement.id: number_of(sheet, row) for row in sheet.rows}
    listed = ", ".join(sorted(numbers[one] for one in activity.requirements if one in numbers))
    return Row(
        (
            when(activity.month, activity.day, translation),
            what,
            name(activity.who, translation),
            listed or "–",
            said_time(activity.minutes, translation),
        )
    )


def said_time(minutes: int, translation: Translation) -> str:
    """Say a time in hours."""
    return translation.say("{n} h", n=translation.formats.number(round(minutes / 60, 1)))


def _card(sheet: Sheet, row: Listed, laid_out: Plan) -> Card:
    language = row.language if stand_in(row, sheet.language) else ""
    return checked_card(
        number_of(sheet, row),
        row.texts,
        language,
        row.requirement.follow_up,
        dates(sheet, laid_out, row.requirement.id),
        (
            *sheet.holds_for(row),
            Fact(sheet.translation.say("A breach is"), name(row.requirement.follow_up.severity, sheet.translation)),
            Fact(sheet.translation.say("Id"), identified(row.requirement, row.decision.revision, sheet.translation)),
        ),
        sheet.translation,
    )


def checked_card(
    number: str, texts: Texts, language: str, follow_up: FollowUp, times: str, more: tuple[Fact, ...], translation: Translation
) -> Card:
    """Say how a requirement is checked, when, and what counts as met; its texts are in another ``language`` where one stands in."""
    say = translation.say
    how = f"{name(follow_up.method, translation)} · {name(follow_up.interval, translation)} · {name(follow_up.who, translation)}"
    facts = (
        Fact(say("How"), how),
        Fact(say("When"), times),
        Fact(say("What you do"), Span(texts.follow_up, language=language)),
        Fact(say("Evidence"), Span(texts.evidence, language=language)),
        Fact(say("Ask at the meeting"), Span(texts.question, language=language)),
        Fact(say("Met"), Span(texts.met, language=language)),
        Fact(say("Partly met"), Span(texts.partly, language=language)),
        Fact(say("Not met"), Span(texts.not_met, language=language)),
        *more,
    )
    return Card(number, texts.title, (), (Facts(facts),), language)


def deviations(country: Country, translation: Translation) -> Section:
    """Say what is done when something is not as agreed, with the ladder of a country."""
    say = translation.say
    columns = (Column(say("Step"), 1.6), Column(say("What happens"), 4), Column(say("Usual deadline"), 1.7))
    rows = tuple(Row((f"{place}. {say(rung.name)}", say(rung.does), say(rung.deadline))) for place, rung in enumerate(LADDER, 1))
    extra = tuple(Paragraph(say(sentence)) for sentence in extra_sentences(country))
    return Section(
        say("When something is not as agreed"),
        (
            BulletList(tuple(say(part) for part in DEVIATION_ROUTINE)),
            Section(
                say("The ladder"),
                (
                    Paragraph(say("Step by step, termination last. Skipping a step needs a written reason."), Manner.LEAD),
                    Table(columns, rows, summary=say("The steps for deviations, in order")),
                    Note(say("Beside the ladder"), extra, Tone.WATCH),
                ),
            ),
        ),
    )
