"""What the buyer does about a plan's activities: each is asked about where it must be, done, told of, and can be taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from kravkompass.followup.plan_naming import activity_name
from kravkompass.language import Language
from kravkompass.screens.contract_plan_files import write_plan
from kravkompass.ui.views.plan_prompts import ask_files, ask_finished, ask_moved, ask_own, ask_reason
from kravkompass.ui.work import Job, counting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.followup.activity import KeptActivity
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_plan import ContractPlan
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.views.contract_page import ContractPage


class PlanVerbs:
    """The verbs of the plan's page. The page tells of each, with what takes it back."""

    def __init__(self, voice: Voice, contract: ContractScreen, screen: ContractPlan, page: ContractPage) -> None:
        self._voice, self._contract, self._screen, self._page = voice, contract, screen, page

    def _tell(self, wording: Wording, undo: Callable[[], None]) -> None:
        self._page.message.emit(wording, undo)

    def finish(self, activity: KeptActivity) -> None:
        """Ask how it went, and mark an activity as done."""
        given = ask_finished(self._voice, activity, self._screen.today, self._page)
        if given is not None:
            undo = self._screen.finish(activity, given.day, given.minutes, given.note)
            self._tell(lambda t: t.say("Done: {activity}", activity=activity_name(activity, t)), undo)

    def move(self, activity: KeptActivity) -> None:
        """Ask for a new day and the reason, and move an activity."""
        given = ask_moved(self._voice, activity, self._contract.contract.country, self._page)
        if given is not None:
            undo = self._screen.move(activity, *given)
            self._tell(lambda t: t.say("Moved to {day}.", day=t.formats.short_date(given[0])), undo)

    def leave_out(self, activity: KeptActivity) -> None:
        """Ask why, and leave an activity out."""
        reason = ask_reason(
            self._voice,
            lambda t: t.say("Leave out: {activity}", activity=activity_name(activity, t)),
            lambda t: t.say("It stays in sight under what will not be checked, with the reason."),
            lambda t: t.say("Leave out"),
            self._page,
        )
        if reason is not None:
            self._tell(lambda t: t.say("Left out."), self._screen.drop(activity, reason))

    def drop_overdue(self) -> None:
        """Ask why, and leave out all that is overdue."""
        reason = ask_reason(
            self._voice,
            lambda t: t.say("Leave out what lies before today"),
            lambda t: t.say("All that is overdue is left out, with this reason. It stays in sight and can be planned again."),
            lambda t: t.say("Leave out"),
            self._page,
        )
        if reason is not None:
            self._tell(lambda t: t.say("Left out."), self._screen.drop_overdue(reason))

    def add_own(self, requirement: str = "", supplier: str = "") -> None:
        """Ask for an activity of the buyer's own, about a requirement at a supplier where they are given."""
        given = ask_own(self._voice, self._contract, self._page, requirement, supplier)
        if given is not None:
            undo = self._screen.add(given.title, given.day, given.minutes, given.requirements, given.supplier)
            self._tell(lambda t: t.say("Added: {activity}", activity=given.title), undo)

    def lay_out_anew(self) -> None:
        """Let the plan follow the contract as it stands now."""
        changes, undo = self._screen.lay_out_anew()
        self._tell(lambda t: said_changes(len(changes.added), len(changes.altered), len(changes.taken), t), undo)

    def write(self) -> None:
        """Ask in which formats and where, and write the plan beside the window."""
        given = ask_files(self._voice, self._language(), self._page)
        folder = QFileDialog.getExistingDirectory(self._page, self._voice.say("Choose a folder for the documents"), str(Path.home())) if given else ""
        if given is None or not folder:
            return
        formats, languages = given
        work = Job(lambda report: write_plan(self._contract, languages, formats, Path(folder), counting(report)), lambda t: t.say("Writing documents"))
        work.finished.connect(self._written)
        self._page.workers.run(work, touches_store=True)

    def _written(self, files: Sequence[Path]) -> None:
        self._page.message.emit(lambda t: t.say("Saved: {file}", file=t.formats.all_of(one.name for one in files)), None)

    def _language(self) -> Language:
        """Give the contract's language, or the window's where it has none."""
        spoken = self._contract.contract.language
        return Language(spoken) if spoken in set(Language) else self._voice.translation.language

    def reopen(self, activity: KeptActivity) -> None:
        """Plan an activity once more."""
        self._tell(lambda t: t.say("Planned again."), self._screen.reopen(activity))

    def remove(self, activity: KeptActivity) -> None:
        """Take an activity of the buyer's own away."""
        self._tell(lambda t: t.say("The activity has been deleted."), self._screen.remove(activity))


def said_changes(added: int, altered: int, taken: int, t: Translation) -> str:
    """Say what laying a plan out anew does to it."""
    said = [
        t.count("{n} new activity", "{n} new activities", added) if added else "",
        t.count("{n} with another day or content", "{n} with another day or content", altered) if altered else "",
        t.count("{n} that falls away", "{n} that fall away", taken) if taken else "",
    ]
    return t.say("{what}. What was done, moved or left out stays.", what=t.formats.all_of(part for part in said if part))
