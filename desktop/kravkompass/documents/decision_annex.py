"""The decision annex: what was proposed, what was decided, by whom, when and why, so that the choice holds in an audit."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import Country, Theme
from kravkompass.documents.decision_again import taken_over
from kravkompass.documents.decision_law import norwegian_reasons, swedish_documentation
from kravkompass.documents.front import contract_facts, document
from kravkompass.documents.outline import (
    Block,
    Card,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Field,
    FieldKind,
    GroupRow,
    Manner,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Together,
)
from kravkompass.documents.plan_parts import risks
from kravkompass.guidance.facts import UNKNOWN
from kravkompass.guidance.guide import Asked, Guide, guide
from kravkompass.guidance.ledger import VERDICTS, Entry, ledger
from kravkompass.guidance.listing import filled_texts, proposed_decision, text_language
from kravkompass.guidance.purchase import Verdict
from kravkompass.guidance.recommending import Standing
from kravkompass.language import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.documents.sheet import Sheet


def decision_annex(sheet: Sheet) -> Document:
    """Give the decision annex as an outline."""
    say = sheet.translation.say
    rules = guide(sheet.purchase, sheet.catalog, sheet.day, sheet.profile)
    law = swedish_documentation if sheet.purchase.country is Country.SWEDEN else norwegian_reasons
    blocks: list[Block] = [
        _decisions(sheet, rules),
        *taken_over(sheet, rules),
        *_adapted(sheet, rules),
        *_goals(sheet),
        _situation(sheet, rules),
        Section(say("Risks"), tuple(risks(sheet, rules.risks))),
    ]
    return document(
        sheet,
        say("Decision annex"),
        say("The decisions about sustainability requirements, with their reasons"),
        (*blocks, *law(sheet, rules), _signatures(sheet)),
        summary=say("What was proposed, what was decided, and why. Belongs with the purchase's own documents."),
        facts=(*contract_facts(sheet), *_counts(sheet, rules)),
        fillable=True,
    )


def _counts(sheet: Sheet, rules: Guide) -> Iterator[Fact]:
    say, formats = sheet.translation.say, sheet.translation.formats
    verdicts = [decision.verdict for decision in sheet.purchase.decisions.values()]
    for verdict, label in VERDICTS.items():
        yield Fact(say(label), formats.number(verdicts.count(verdict)))
    waiting = [one for one in rules.recommendations if one.standing is Standing.RECOMMENDED]
    undecided = sum(one.requirement.id not in sheet.purchase.decisions for one in waiting)
    yield Fact(say("Proposed, not decided"), formats.number(undecided))


def _decisions(sheet: Sheet, rules: Guide) -> Section:
    """Give every proposal and every decision, by theme."""
    say = sheet.translation.say
    columns = (
        Column(say("Requirement"), 2),
        Column(say("Why it was proposed"), 3),
        Column(say("Decision"), 1.1),
        Column(say("Reason, by whom and when"), 1.8),
    )
    rows: list[Row | GroupRow] = []
    for theme, of_theme in groupby(ledger(rules, sheet.catalog, sheet.translation), lambda one: one.theme):
        rows.append(GroupRow(name(theme, sheet.translation)))
        rows += [_row(sheet, one) for one in of_theme]
    lead = Paragraph(say("Every requirement that was proposed or decided about, by theme."), Manner.LEAD)
    nothing = say("Nothing has been proposed or decided yet.")
    return Section(say("Decisions"), (lead, Table(columns, tuple(rows), summary=say("Decisions with reasons"), empty=nothing)))


def _row(sheet: Sheet, one: Entry) -> Row:
    title = Span(one.title, language=one.language if one.language != sheet.language.value else "")
    known = Cell((Paragraph(title), Paragraph(one.known_as)))
    return Row((known, one.proposed, one.decided, Cell(tuple(Paragraph(part) for part in one.reasons))))


def _adapted(sheet: Sheet, rules: Guide) -> Iterator[Section]:
    """Give the wordings that were changed, beside the catalog's own."""
    say = sheet.translation.say
    cards = []
    for decision in sheet.purchase.decisions.values():
        requirement = rules.as_taken(decision.requirement)
        if decision.verdict is not Verdict.ADAPTED or requirement is None:
            continue
        language = text_language(requirement, sheet.language.value)
        foreign = language if language != sheet.language.value else ""
        ours = filled_texts(requirement, decision, language).demand
        theirs = filled_texts(requirement, proposed_decision(requirement), language).demand
        facts = (Fact(say("Our wording"), Span(ours, language=foreign)), Fact(say("The catalog's wording"), Span(theirs, language=foreign)))
        cards.append(Card(requirement.id, requirement.texts[language].title, (), (Facts(facts),), foreign))
    if cards:
        yield Section(say("Adapted wordings"), tuple(cards))


def _goals(sheet: Sheet) -> Iterator[Section]:
    """Give the municipality's own goals, as its profile says them."""
    say, profile = sheet.translation.say, sheet.profile
    facts = tuple(Fact(name(theme, sheet.translation), goal) for theme in Theme if (goal := profile.theme_goals.get(theme, "")))
    blocks: list[Block] = [Paragraph(profile.goals)] if profile.goals else []
    if facts:
        blocks.append(Facts(facts))
    if blocks:
        yield Section(say("The municipality's own goals"), tuple(blocks))


def _situation(sheet: Sheet, rules: Guide) -> Section:
    say = sheet.translation.say
    columns = (Column(say("Question"), 3), Column(say("Answer"), 1.6), Column(say("Basis"), 1.6))
    rows = tuple(_answer(sheet, rules, asked) for asked in rules.questions)
    lead = Paragraph(say("What the proposals rest on. What is not known is counted as a risk."), Manner.LEAD)
    table = Table(columns, rows, summary=say("Questions about the purchase, with answers"), empty=say("No questions have been asked."))
    return Section(say("The purchase's situation"), (lead, table))


def _answer(sheet: Sheet, rules: Guide, asked: Asked) -> Row:
    say, language = sheet.translation.say, sheet.language.value
    facts, question = sheet.purchase.facts, asked.question
    given = facts.get(question.id)
    if not facts.is_open(question.id):
        source = sheet.purchase.borrowed.get(question.id, "")
        basis = say("From the purchase “{title}”", title=source) if source else say("Answered by the buyer")
        return Row((question.ask[language], _said_answer(sheet, asked, given), basis))
    if rules.picture.is_usual(question.id):
        return Row((question.ask[language], _said_answer(sheet, asked, asked.usual), say("Usual for the product groups")))
    open_answer = say("I do not know") if given == UNKNOWN else say("Not answered")
    return Row((question.ask[language], open_answer, say("Open question")))


def _said_answer(sheet: Sheet, asked: Asked, given: object) -> str:
    plain = {"yes": text("Yes"), "no": text("No")}
    options = asked.question.options
    parts = sorted(given) if isinstance(given, frozenset) else [given]
    said = []
    for part in parts:
        word = str(part)
        named = options.get(word, {}).get(sheet.language.value)
        if isinstance(part, int | float):
            word = sheet.translation.formats.number(part)
        said.append(named or (sheet.translation.say(plain[word]) if word in plain else word))
    return ", ".join(said)


def _signatures(sheet: Sheet) -> Section:
    say = sheet.translation.say
    fields = (
        Field("decided-by", say("Decided by (name and role)"), value=sheet.purchase.buyer),
        Field("decided-on", say("Date of the decision"), FieldKind.DATE),
        Field("comment", say("Comment"), FieldKind.LINES, lines=4),
    )
    return Section(say("The decision"), (Together(fields),))
