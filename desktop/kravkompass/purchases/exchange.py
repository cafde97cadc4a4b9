"""The exchange form of a purchase: reading a file from outside strictly, and writing one. ``exchange_form`` says every field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import RiskArea
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.own import number_of
from kravkompass.guidance.purchase import Decision, LeftOutReason, Purchase, RiskOverride, Verdict
from kravkompass.language import Language
from kravkompass.purchases.atomic import write_beside
from kravkompass.purchases.clean_text import clean_text, one_line
from kravkompass.purchases.exchange_content import Sort, content_of, plain_of
from kravkompass.purchases.exchange_errors import (
    NewerPurchaseFileError,
    NotAPurchaseFileError,
    PurchaseFileTooLargeError,
    TwiceError,
    UnknownWordError,
    WrongValueError,
)
from kravkompass.purchases.exchange_faults import FEWER, Spot, bounded, each_once, known_fault, known_time, parameter
from kravkompass.purchases.exchange_form import (
    FIRST_VERSION,
    FORMAT,
    LARGEST_FILE,
    VERSION,
    DecisionForm,
    PurchaseForm,
    RiskForm,
)
from kravkompass.purchases.exchange_lots import check_lots, groups_in, lots_in, lots_out
from kravkompass.purchases.exchange_own import own_of, own_out
from kravkompass.purchases.exchange_taken import taken_in, taken_out
from kravkompass.purchases.form_types import MOST_CHOICES, AnswerValue

SORT = Sort(FORMAT, VERSION, LARGEST_FILE, NotAPurchaseFileError, NewerPurchaseFileError, PurchaseFileTooLargeError)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A purchase as it came in a file, without an id.

    ``decided`` tells whether the file says anything of decisions; when not, the recommended ones are to be taken.
    """

    purchase: Purchase
    decided: bool


def read_purchase_file(path: Path) -> Exchanged:
    """Read a purchase from a file.

    Raises one of the errors of ``exchange_errors``. Whether product groups, questions and requirements exist in the catalog
    is for the caller to look up.
    """
    return parse_purchase(content_of(path, SORT), path)


def parse_purchase(content: bytes, path: Path) -> Exchanged:
    """Read a purchase from the content of a file; ``path`` is only named in errors. Raises as ``read_purchase_file``."""
    form = _form(content, Spot(path))
    spot = Spot(path)
    lots = lots_in(form.lots, spot.inside("lots"))
    decisions = _decisions(form.decisions or [], spot.inside("decisions"))
    check_lots(decisions.values(), lots, spot.inside("decisions"))
    own = own_of(form.own_requirements, decisions, form.country, spot.inside("own-requirements"))
    taken = taken_in(form.taken_requirements, decisions, form.country, spot.inside("taken-requirements"))
    purchase = Purchase(
        id="",
        country=form.country,
        title=form.title,
        description=form.description,
        organisation=form.organisation,
        reference=form.reference,
        buyer=form.buyer,
        supplier=form.supplier,
        groups=groups_in(form.product_groups, lots, spot.inside("product-groups")),
        lots=lots,
        cpv=each_once(form.cpv_codes, spot.inside("cpv-codes")),
        facts=Facts(MappingProxyType(_answers(form.answers, spot.inside("answers")))),
        borrowed=MappingProxyType({name: said for name, said in form.answers_from.items() if said and name in form.answers}),
        decisions=MappingProxyType(decisions),
        risks=MappingProxyType(_risks(form.risks, spot.inside("risks"))),
        taken=MappingProxyType({**own, **taken}),
        created=known_time(form.created, spot.inside("created")),
        changed=known_time(form.changed, spot.inside("changed")),
    )
    return Exchanged(purchase, decided=form.decisions is not None)


def write_purchase_file(purchase: Purchase, path: Path, *, decided: bool = True) -> None:
    """Write a purchase to a file, beside and renamed; ``decided=False`` leaves the decisions out.

    Raises FolderMissingError, NotWritableError or DiskFullError.
    """
    write_beside(path, purchase_content(purchase, decided=decided))


def purchase_content(purchase: Purchase, *, decided: bool = True) -> bytes:
    """The content of a purchase file: indented JSON in UTF-8. The same purchase gives the same bytes."""
    lots = [lot.id for lot in purchase.lots]
    taken = [one for one in purchase.taken.values() if decided and (one.is_own or _is_as_decided(one, purchase))]
    decisions = [_decision_out(one, lots) for one in _known_here(purchase)] if decided else None
    form = PurchaseForm(
        format=FORMAT,
        version=_version(purchase, taken, decisions or []),
        country=purchase.country,
        title=one_line(purchase.title),
        description=clean_text(purchase.description),
        organisation=one_line(purchase.organisation),
        reference=one_line(purchase.reference),
        buyer=one_line(purchase.buyer),
        supplier=one_line(purchase.supplier),
        product_groups=[] if lots else list(purchase.groups),
        lots=lots_out(purchase.lots),
        cpv_codes=list(purchase.cpv),
        answers={name: _answer_out(answer) for name, answer in sorted(purchase.facts.answers.items())},
        answers_from={name: one_line(said) for name, said in sorted(purchase.borrowed.items()) if name in purchase.facts.answers},
        decisions=decisions,
        own_requirements=own_out(one for one in taken if one.is_own),
        taken_requirements=taken_out(one for one in taken if not one.is_own),
        risks=[RiskForm(one.area, one.level, clean_text(one.reason)) for _, one in sorted(purchase.risks.items())],
        created=purchase.created,
        changed=purchase.changed,
    )
    return msgspec.json.format(msgspec.json.encode(form), indent=2) + b"\n"


def _known_here(purchase: Purchase) -> Iterator[Decision]:
    """Give the decisions in the order of their ids; one about an own requirement whose words are lost says nothing to anybody."""
    for name in sorted(purchase.decisions):
        if not number_of(name) or name in purchase.taken:
            yield purchase.decisions[name]


def _is_as_decided(one: Requirement, purchase: Purchase) -> bool:
    """Whether a requirement is the one the purchase decided about: its country's, in the revision taken."""
    decision = purchase.decisions.get(one.id)
    return one.country is purchase.country and decision is not None and decision.revision == one.revision


def _version(purchase: Purchase, taken: Sequence[Requirement], decisions: Iterable[DecisionForm]) -> int:
    """The oldest version of the form that has every field the purchase needs."""
    more = (taken, purchase.borrowed, purchase.lots, any(one.lots or one.taken_from for one in decisions))
    return VERSION if any(more) else FIRST_VERSION


def _form(content: bytes, spot: Spot) -> PurchaseForm:
    plain = plain_of(content, spot, SORT)
    try:
        return msgspec.convert(plain, PurchaseForm)
    except msgspec.ValidationError as problem:
        raise known_fault(problem, spot) from problem


def _answers(given: Mapping[str, object], spot: Spot) -> dict[str, Answer]:
    return {name: _answer(value, spot.inside(name)) for name, value in given.items()}


def _answer(value: object, spot: Spot) -> Answer:
    try:
        answer: AnswerValue = msgspec.convert(value, AnswerValue)
    except msgspec.ValidationError as problem:
        raise known_fault(problem, spot) from problem
    if isinstance(answer, list):
        if len(answer) > MOST_CHOICES:
            raise WrongValueError(**spot.values(), expected=FEWER)
        return frozenset(str(bounded(choice, spot)) for choice in each_once(answer, spot))
    return bounded(answer, spot)


def _decisions(forms: Iterable[DecisionForm], spot: Spot) -> dict[str, Decision]:
    decisions: dict[str, Decision] = {}
    for place, form in enumerate(forms):
        at = spot.inside(f"[{place}]")
        if form.requirement in decisions:
            raise TwiceError(**at.values(), word=form.requirement)
        decisions[form.requirement] = _decision(form, at)
    return decisions


def _decision(form: DecisionForm, spot: Spot) -> Decision:
    if form.verdict is Verdict.LEFT_OUT and form.reason_code not in {"", *LeftOutReason}:
        at = spot.inside("reason-code")
        raise UnknownWordError(**at.values(), word=form.reason_code, known=", ".join(LeftOutReason))
    return Decision(
        requirement=form.requirement,
        revision=form.revision,
        verdict=form.verdict,
        values=MappingProxyType({name: parameter(value, spot.inside(f"values.{name}")) for name, value in form.values.items()}),
        reason_code=form.reason_code,
        reason=form.reason,
        wording=MappingProxyType({language.value: words for language, words in form.wording.items()}),
        decided_by=form.decided_by,
        decided_at=known_time(form.decided_at, spot.inside("decided-at")),
        lots=each_once(form.lots, spot.inside("lots")),
        taken_from=form.taken_from,
    )


def _risks(forms: Iterable[RiskForm], spot: Spot) -> dict[RiskArea, RiskOverride]:
    areas = each_once([form.area.value for form in forms], spot)
    return {RiskArea(area): RiskOverride(form.area, form.level, form.reason) for area, form in zip(areas, forms, strict=True)}


def _answer_out(answer: Answer) -> AnswerValue:
    if isinstance(answer, frozenset):
        return sorted(answer)
    return clean_text(answer) if isinstance(answer, str) else answer


def _decision_out(decision: Decision, lots: Sequence[str]) -> DecisionForm:
    return DecisionForm(
        requirement=decision.requirement,
        revision=decision.revision,
        verdict=decision.verdict,
        values={name: clean_text(value) if isinstance(value, str) else value for name, value in sorted(decision.values.items())},
        reason_code=decision.reason_code,
        reason=clean_text(decision.reason),
        wording={Language(language): clean_text(words) for language, words in sorted(decision.wording.items())},
        decided_by=one_line(decision.decided_by),
        decided_at=decision.decided_at,
        lots=[lot for lot in decision.lots if lot in lots],
        taken_from=one_line(decision.taken_from),
    )
