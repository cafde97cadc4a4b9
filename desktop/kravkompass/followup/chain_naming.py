"""What the parts of a supply chain, what is not told of it, and the outcomes of requests are called."""

from __future__ import annotations

from collections.abc import Mapping

from kravkompass.followup.supply_chain import ChainLink, Gap, RequestOutcome, Role, RunningOut, Told
from kravkompass.language import Translation, text

ROLE_NAMES: Mapping[Role, str] = {
    Role.RAW_MATERIAL: text("Raw material"),
    Role.PROCESSING: text("Processing"),
    Role.MANUFACTURE: text("Final manufacture"),
    Role.TRADE: text("Trade or import"),
    Role.TRANSPORT: text("Transport and storage"),
    Role.SUBCONTRACTOR: text("Subcontractor for work or services"),
    Role.STAFFING: text("Staff for hire"),
}
TOLD_NAMES: Mapping[Told, str] = {
    Told.TENDER: text("Stood in the tender"),
    Told.SUPPLIER: text("Told by the supplier"),
    Told.SELF_REPORT: text("Stood in the self-report"),
    Told.CERTIFICATE: text("Stands on a certificate"),
    Told.CHECK: text("Seen at a check"),
    Told.PUBLIC: text("Found in a public source"),
}
GAP_NAMES: Mapping[Gap, str] = {
    Gap.NOTHING: text("Nothing has been told about the chain"),
    Gap.WHO: text("Who it is"),
    Gap.COUNTRY: text("In which country"),
    Gap.SITE: text("At which site"),
    Gap.FURTHER_BACK: text("Who stands further back, towards the raw material"),
}
OUTCOME_NAMES: Mapping[RequestOutcome, str] = {
    RequestOutcome.WAITING: text("Waiting for an answer"),
    RequestOutcome.TOLD: text("Told"),
    RequestOutcome.PARTLY: text("Partly told"),
    RequestOutcome.REFUSED: text("Refused to tell"),
    RequestOutcome.NO_ANSWER: text("No answer came"),
}


def link_name(link: ChainLink, translation: Translation) -> str:
    """Name a link: one that is not known says so, with what it stands for."""
    if link.unknown:
        return translation.say("Unknown, {role}", role=translation.say(ROLE_NAMES[link.role]).lower())
    return link.name or link.product or translation.say(ROLE_NAMES[link.role])


def runs_out(one: RunningOut, translation: Translation) -> str:
    """Say when a certificate runs out or has run out."""
    day = translation.formats.short_date(one.certificate.valid_to) if one.certificate.valid_to else ""
    if one.days < 0:
        return translation.say("ran out {day}", day=day)
    return translation.say("runs out {day}", day=day)
