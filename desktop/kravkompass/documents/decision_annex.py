"""The decision annex: what was proposed, what was decided, by whom, when and why, so that the choice holds in an audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name, own_origin, revised
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
from kravkompass.guidance.listing import filled_texts, proposed_decision, text_language
from kravkompass.guidance.purchase import Decision, LeftOutReason, Verdict
from kravkompass.guidance.recommending import Standing
from kravkompass.guidance.saying import LEFT_OUT_NAMES, said_lots, said_reason
from kravkompass.language import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.catalog.requirement import Requirement
    from kravkompass.documents.sheet import Sheet

VERDICTS = {
    Verdict.CHOSEN: text("Chosen"),
    Verdict.ADAPTED: text("Chosen with adapted wording"),
    Verdict.LEFT_OUT: text("Left out"),
}


def decision_annex(sheet: Sheet) -> Document:
    """Give the decision annex as an outline."""
    say = sheet.translation.say
    rules = guide(sheet.purchase, sheet.catalog, sheet.day, sheet.profile)
    law = swedish_documentation if sheet.purchase.country is Country.SWEDEN else norwegian_reasons
    blocks: list[Block] = [
        _decisions(sheet, rules), *taken_over(sheet, rules), *_adapted(sheet, rules), _situation(sheet, rules),
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
    about = _concerned(sheet, rules)
    for theme in Theme:
        here = [one for one in about if one.theme is theme]
        if here:
            rows.append(GroupRow(name(theme, sheet.translation)))
            rows += [_row(sheet, rules, one) for one in here]
    lead = Paragraph(say("Every requirement that was proposed or decided about, by theme."), Manner.LEAD)
    nothing = say("Nothing has been proposed or decided yet.")
    return Section(say("Decisions"), (lead, Table(columns, tuple(rows), summary=say("Decisions with reasons"), empty=nothing)))


def _concerned(sheet: Sheet, rules: Guide) -> list[Requirement]:
    """Give what was proposed or decided about, in the order of ids."""
    found = {one.requirement.id: one.requirement for one in rules.recommendations if one.standing is Standing.RECOMMENDED}
    found |= {one: rules.requirements[one] for one in sheet.purchase.decisions if one in rules.requirements}
    return [found[one] for one in sorted(found)]


def _row(sheet: Sheet, rules: Guide, requirement: Requirement) -> Row:
    say = sheet.translation.say
    decision = sheet.purchase.decisions.get(requirement.id)
    revision = decision.revision if decision else requirement.revision
    title = Cell((
        Paragraph(_title(sheet, requirement)),
        Paragraph(_known_as(sheet, requirement, revision)),
    ))
    decided = say(VERDICTS[decision.verdict]) if decision else say("Not decided")
    return Row((title, _why_proposed(sheet, rules, requirement), decided, _why_decided(sheet, decision)))


def _known_as(sheet: Sheet, requirement: Requirement, revision: int) -> str:
    known = revised(requirement.id, revision, sheet.translation)
    return f"{known}; {own_origin(requirement.written, sheet.translation)}" if requirement.written is not None else known


def _title(sheet: Sheet, requirement: Requirement) -> Span:
    language = text_language(requirement, sheet.language.value)
    return Span(requirement.texts[language].title, language=language if language != sheet.language.value else "")


def _why_proposed(sheet: Sheet, rules: Guide, requirement: Requirement) -> str:
    say = sheet.translation.say
    for one in rules.recommendations:
        if one.requirement.id == requirement.id:
            said = [said_reason(reason, sheet.translation, sheet.catalog) for reason in one.reasons]
            if one.standing is not Standing.RECOMMENDED:
                said.insert(0, say("Not among the proposals."))
            return " ".join(said)
    return say("No longer among what applies to the purchase.")


def _why_decided(sheet: Sheet, decision: Decision | None) -> Cell | str:
    say = sheet.translation.say
    if decision is None:
        return say("Waits for a decision")
    said = []
    if decision.reason_code in set(LeftOutReason):
        said.append(say(LEFT_OUT_NAMES[LeftOutReason(decision.reason_code)]))
    if decision.reason:
        said.append(decision.reason)
    if not said:
        said.append(say("No reason written") if not decision.is_in else say("As proposed"))
    if decision.is_in and decision.lots and sheet.purchase.lots:
        said.append(say("Only for: {lots}", lots=said_lots(sheet.purchase, decision.lots, sheet.translation)))
    if decision.taken_from:
        said.append(say("Taken from “{source}”", source=decision.taken_from))
    if who := ", ".join(part for part in (decision.decided_by, decision.decided_at[:10]) if part):
        said.append(who)
    return Cell(tuple(Paragraph(part) for part in said))


def _adapted(sheet: Sheet, rules: Guide) -> Iterator[Section]:
    """Give the wordings that were changed, beside the catalog's own."""
    say = sheet.translation.say
    cards = []
    for decision in sheet.purchase.decisions.values():
        requirement = rules.requirements.get(decision.requirement)
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
        return Row((question.ask[language], _said_answer(sheet, asked, given), say("Answered by the buyer")))
    if rules.picture.is_usual(question.id):
        return Row((question.ask[language], _said_answer(sheet, asked, asked.usual), say("Usual for the product groups")))
    open_answer = say("I do not know") if given == UNKNOWN else say("Not answered")
    return Row((question.ask[language], open_answer, say("Open")))


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
