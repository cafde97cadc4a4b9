"""Packages of requirements: which of them have something for the wizard's purchase, and taking one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.guidance.recommending import Standing
from kravkompass.screens.deciding import Before

if TYPE_CHECKING:
    from kravkompass.catalog.packages import Package
    from kravkompass.catalog.requirement import Requirement
    from kravkompass.screens.requirements import Requirements
    from kravkompass.screens.wizard import Wizard


@dataclass(frozen=True, slots=True)
class Offer:
    """A package with those of its requirements that fit the purchase; ``left`` are the ones not decided about yet."""

    package: Package
    fitting: tuple[str, ...]
    left: tuple[str, ...]


class Packages:
    """The packages of the purchase's country."""

    def __init__(self, wizard: Wizard, requirements: Requirements) -> None:
        self._wizard = wizard
        self._requirements = requirements

    def offers(self) -> tuple[Offer, ...]:
        """Give the packages that have something for the purchase, those with the most left to take first."""
        country = self._wizard.purchase.country
        made = [self._offer(one) for one in self._wizard.catalog.packages.values() if one.country is country]
        return tuple(sorted((one for one in made if one.fitting), key=lambda one: -len(one.left)))

    def take(self, package: str) -> Before:
        """Take what fits of a package onto the list; what the buyer has decided about herself stays as she decided."""
        return self._requirements.choose(*self._offer(self._wizard.catalog.packages[package]).left)

    def _offer(self, package: Package) -> Offer:
        applies = {one.requirement.id for one in self._wizard.guide.recommendations if one.standing is not Standing.WAITING}
        fitting = tuple(name for name in package.requirements if name in applies)
        return Offer(package, fitting, tuple(self._left(fitting)))

    def _left(self, fitting: tuple[str, ...]) -> Iterator[str]:
        """Give those that can be taken: not decided about, and able to stand together with what is on the list."""
        purchase, requirements = self._wizard.purchase, self._wizard.guide.requirements
        taken = {name for name, decision in purchase.decisions.items() if decision.is_in and name in requirements}
        for name in fitting:
            if name in purchase.decisions or any(_clash(requirements[name], requirements[other]) for other in taken):
                continue
            taken.add(name)
            yield name


def _clash(one: Requirement, other: Requirement) -> bool:
    first, second = one.relations, other.relations
    return one.id in (*second.excludes, *second.replaces) or other.id in (*first.excludes, *first.replaces)
