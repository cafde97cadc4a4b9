"""The wizard's page of requirements: theme by theme, choose, adapt or leave out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kravkompass.catalog.requirement import Requirement, Source, Texts
from kravkompass.catalog.terms import Theme
from kravkompass.errors import UnknownRequirementError
from kravkompass.guidance.braces import check_braces
from kravkompass.guidance.listing import filled_texts, missing_values, proposed_decision, suggested_values, text_language
from kravkompass.guidance.lots import fitting, lots_of
from kravkompass.guidance.purchase import Decision, LeftOutReason, Lot, Purchase, Verdict, theme_reason
from kravkompass.guidance.reasons import Code, Reason
from kravkompass.guidance.recommending import Recommendation, Standing
from kravkompass.language import Language
from kravkompass.screens.deciding import Before, decide, undo
from kravkompass.screens.wizard import Wizard


@dataclass(frozen=True, slots=True)
class Choice:
    """A requirement as it stands in the purchase: its texts in a language, why it is here, and what was decided.

    ``fits`` are the lots it is about, ``lots`` those it holds for; none where the purchase has no lots.
    """

    requirement: Requirement
    standing: Standing
    reasons: tuple[Reason, ...]
    decision: Decision | None
    texts: Texts
    language: str
    newer: Requirement | None = None
    """The requirement as it is now, where it has a later revision than the one that was taken."""
    fits: tuple[Lot, ...] = ()
    lots: tuple[Lot, ...] = ()

    @property
    def is_decided(self) -> bool:
        """Whether the buyer has decided."""
        return self.decision is not None

    @property
    def is_in(self) -> bool:
        """Whether it stands on the list: chosen, or proposed and not decided yet."""
        return self.decision.is_in if self.decision is not None else self.standing is Standing.RECOMMENDED


@dataclass(frozen=True, slots=True)
class ThemeChoices:
    """The requirements of a theme, and how far the buyer has come."""

    theme: Theme
    choices: tuple[Choice, ...]

    @property
    def proposed(self) -> int:
        """How many are recommended."""
        return sum(choice.standing is Standing.RECOMMENDED for choice in self.choices)

    @property
    def is_left_out(self) -> bool:
        """Whether something was proposed, all of it is decided about, and nothing of the theme is on the list."""
        return self.proposed > 0 and not self.undecided and not any(choice.is_in for choice in self.choices)

    @property
    def undecided(self) -> int:
        """How many of the recommended wait for a decision."""
        return sum(choice.standing is Standing.RECOMMENDED and not choice.is_decided for choice in self.choices)


class Requirements:
    """The requirements that apply to the wizard's purchase."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    @property
    def purchase(self) -> Purchase:
        """The purchase as it stands now."""
        return self._wizard.purchase

    def themes(self, language: Language, lot: str = "") -> tuple[ThemeChoices, ...]:
        """Give every theme with something in it, texts in a language; with a lot's id, only what holds for that lot."""
        order = list(Theme)
        shown = sorted(
            (*self._wizard.guide.recommendations, *self._no_longer()), key=lambda one: order.index(one.requirement.theme)
        )
        every = (self._choice(one, language) for one in shown)
        choices = [choice for choice in every if not lot or lot in {one.id for one in choice.lots}]
        by_theme = groupby(choices, lambda choice: choice.requirement.theme)
        return tuple(ThemeChoices(theme, tuple(sorted(of_theme, key=_order))) for theme, of_theme in by_theme)

    def _no_longer(self) -> Iterator[Recommendation]:
        """Give what was decided about and no longer applies: it stands on the list, so it must be seen and can be taken away."""
        applies = {one.requirement.id for one in self._wizard.guide.recommendations}
        for name in self._wizard.purchase.decisions:
            if name not in applies and (requirement := self._wizard.guide.as_taken(name)) is not None:
                yield Recommendation(requirement, Standing.OFFERED, (Reason(Code.NO_LONGER),))

    def _choice(self, one: Recommendation, language: Language) -> Choice:
        name = one.requirement.id
        decision = self._wizard.purchase.decisions.get(name)
        requirement = self._as_taken(name)
        written = text_language(requirement, language.value)
        texts = filled_texts(requirement, decision or proposed_decision(requirement), written)
        lots = lots_of(requirement, decision, self._wizard.purchase, self._wizard.catalog.groups)
        newer = self._wizard.guide.newer(name)
        return Choice(requirement, one.standing, one.reasons, decision, texts, written, newer, self._fits(requirement), lots)

    def _fits(self, requirement: Requirement) -> tuple[Lot, ...]:
        return fitting(requirement, self._wizard.purchase, self._wizard.catalog.groups)

    def _as_taken(self, name: str) -> Requirement:
        """Give a requirement as the purchase has it. Raises UnknownRequirementError for one it does not know."""
        requirement = self._wizard.guide.as_taken(name)
        if requirement is None:
            raise UnknownRequirementError(id=name)
        return requirement

    def sources(self, requirement: Requirement) -> tuple[Source, ...]:
        """Give the sources of a requirement."""
        found = (self._wizard.catalog.source(requirement.country, name) for name in requirement.sources)
        return tuple(source for source in found if source is not None)

    def titles(self, names: Sequence[str], language: Language) -> tuple[str, ...]:
        """Give the titles of requirements, those that the purchase does not know left out."""
        known = (self._wizard.guide.requirements.get(name) for name in names)
        return tuple(one.texts[text_language(one, language.value)].title for one in known if one is not None)

    def choose(self, *names: str) -> Before:
        """Take requirements onto the list, with the values filled in so far."""
        return self._decide([self._taken(name) for name in names])

    def choose_proposed(self, theme: Theme, lot: str = "") -> tuple[str, ...]:
        """Take every recommended requirement of a theme that waits for a decision, and give their ids (for undo).

        With a lot's id, only what holds for that lot.
        """
        names = tuple(
            one.requirement.id
            for one in self._wizard.guide.recommendations
            if one.requirement.theme is theme
            and one.standing is Standing.RECOMMENDED
            and one.requirement.id not in self._wizard.purchase.decisions
            and (not lot or lot in {fit.id for fit in self._fits(one.requirement)})
        )
        self.choose(*names)
        return names

    def leave_out_theme(self, theme: Theme, code: LeftOutReason, reason: str) -> Before:
        """Leave out all of a theme that stands on the list, for one reason; what the law asks for stays."""
        before = decide(self._wizard, (), {theme_reason(theme): reason})
        return before.and_then(self._make_way(lambda one: one.theme is theme, code, reason))

    def why_none(self, theme: Theme) -> str:
        """Give the reason why nothing in a theme was chosen."""
        return self._wizard.purchase.facts.words(theme_reason(theme))

    def explain_none(self, theme: Theme, reason: str) -> None:
        """Say why nothing in a theme was chosen."""
        self._wizard.answer(theme_reason(theme), reason.strip() or None)

    def levels(self, name: str, language: Language) -> tuple[Choice, ...]:
        """Give the requirements about the same thing as one, itself among them, from the lowest level to the highest."""
        feature = self._as_taken(name).feature
        same = [self._choice(one, language) for one in self._wizard.guide.recommendations if one.requirement.feature == feature]
        return tuple(sorted(same, key=lambda choice: (choice.requirement.level.height, choice.requirement.id)))

    def choose_level(self, name: str) -> Before:
        """Take one of several requirements about the same thing; other levels of its kind make way, but not what the law asks for."""
        chosen = self._wizard.guide.requirements[name]
        before = self.choose(name)
        return before.and_then(self._make_way(lambda one: _is_other_level(one, chosen), LeftOutReason.COVERED, ""))

    def undo(self, before: Before) -> None:
        """Put back what stood before several were decided at once."""
        undo(self._wizard, before)

    def leave_out(self, name: str, code: LeftOutReason, reason: str) -> None:
        """Leave a requirement out, with a reason from the short list and free text."""
        self._decide([self._without(name, code, reason)])

    def fill_in(self, name: str, values: Mapping[str, str | int | float]) -> None:
        """Fill in values of a requirement, which also takes it onto the list."""
        before = self._taken(name)
        self._decide([replace(before, values={**before.values, **values}, decided_at="", decided_by="")])

    def limit(self, name: str, lots: Collection[str]) -> Before:
        """Let a requirement hold only for some of the lots it fits, by their ids, which also takes it onto the list.

        None, or all it fits, is every lot it fits, also such as may be added later.
        """
        fit = [lot.id for lot in self._fits(self._as_taken(name))]
        wanted = tuple(lot for lot in fit if lot in lots)
        return self._decide([replace(self._taken(name), lots=() if len(wanted) == len(fit) else wanted)])

    def adapt(self, name: str, language: Language, wording: str, reason: str) -> None:
        """Take a requirement with a wording of the buyer's own; the catalog's own wording takes the adaptation away.

        Raises:
            UnknownBracesError: something in braces cannot be filled in.
        """
        requirement = self._as_taken(name)
        check_braces([wording], requirement.parameters)
        before = self._taken(name)
        written = text_language(requirement, language.value)
        own = {key: text for key, text in before.wording.items() if key != written}
        if wording.strip() and wording.strip() != requirement.texts[written].demand:
            own[written] = wording.strip()
        verdict = Verdict.ADAPTED if own else Verdict.CHOSEN
        self._decide([replace(before, verdict=verdict, wording=own, reason=reason, decided_at="", decided_by="")])

    def take_newer(self, name: str) -> Before:
        """Take the wording there is now in place of the one taken before; an adaptation of the old one goes with it."""
        newer = self._wizard.guide.newer(name)
        if newer is None:
            return Before()
        before = self._current(name)
        values = {one.name: before.values[one.name] for one in newer.parameters if one.name in before.values}
        verdict = before.verdict if before.verdict is Verdict.LEFT_OUT else Verdict.CHOSEN
        fresh = replace(before, revision=newer.revision, verdict=verdict, values={**suggested_values(newer), **values}, wording={})
        return self._decide([replace(fresh, decided_at="", decided_by="")])

    def undecide(self, *names: str) -> None:
        """Take decisions back."""
        with self._wizard.change() as change:
            change.undecide(self._wizard.purchase.id, *names)

    def missing(self, choice: Choice) -> tuple[str, ...]:
        """Give the names of the values that are not filled in."""
        return tuple(
            one.name for one in missing_values(choice.requirement, choice.decision or proposed_decision(choice.requirement))
        )

    def _current(self, name: str) -> Decision:
        return self._wizard.purchase.decisions.get(name) or proposed_decision(self._as_taken(name))

    def _taken(self, name: str) -> Decision:
        before = self._current(name)
        requirement = self._as_taken(name)
        verdict = Verdict.ADAPTED if before.wording else Verdict.CHOSEN
        values = {**suggested_values(requirement), **before.values}
        code, reason = ("", "") if before.verdict is Verdict.LEFT_OUT else (before.reason_code, before.reason)
        return replace(before, verdict=verdict, values=values, reason_code=code, reason=reason, decided_at="", decided_by="")

    def _without(self, name: str, code: LeftOutReason, reason: str) -> Decision:
        before = self._current(name)
        return replace(before, verdict=Verdict.LEFT_OUT, reason_code=code.value, reason=reason, decided_at="", decided_by="")

    def _make_way(self, out: Callable[[Requirement], bool], code: LeftOutReason, reason: str) -> Before:
        """Leave out what stands on the list, again until nothing that was held back by it has come in its place."""
        before = Before()
        while names := [
            one.requirement.id
            for one in self._wizard.guide.recommendations
            if out(one.requirement) and not one.requirement.statutory and self._is_in(one)
        ]:
            before = before.and_then(self._decide([self._without(name, code, reason) for name in names]))
        return before

    def _is_in(self, one: Recommendation) -> bool:
        decision = self._wizard.purchase.decisions.get(one.requirement.id)
        return decision.is_in if decision is not None else one.standing is Standing.RECOMMENDED

    def _decide(self, decisions: Sequence[Decision]) -> Before:
        return decide(self._wizard, decisions)


def _order(choice: Choice) -> tuple[int, bool, int, str]:
    requirement = choice.requirement
    standings = list(Standing)
    return standings.index(choice.standing), requirement.is_own, requirement.level.height, requirement.id


def _is_other_level(one: Requirement, chosen: Requirement) -> bool:
    same = one.feature == chosen.feature and one.kind is chosen.kind and one.level is not chosen.level
    return same and one.id not in chosen.relations.adds_to and chosen.id not in one.relations.adds_to
